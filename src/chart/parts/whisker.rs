use crate::chart::axes::Plane;
use crate::chart::sheet::{Canvas, GRID, INK, Stroke};

/// A faint line through the whole width of a row at height `y`.
pub(in crate::chart) fn draw_row_guide(canvas: &Canvas, plane: &Plane, y: f64) {
    let guide = Stroke { colour: GRID, width: 1.0, dash: &[2.0, 4.0] };
    canvas.line(&[(plane.left, y), (plane.right, y)], guide);
}

/// An interval (low, high) as a thin line at height `y`, with an upright stroke of twice `half` at both ends; nothing if it is not known.
pub(in crate::chart) fn draw_whisker(canvas: &Canvas, plane: &Plane, (low, high): (f64, f64), y: f64, half: f64) {
    if low.is_finite() && high.is_finite() {
        let stroke = Stroke { colour: INK, width: 2.0, dash: &[] };
        canvas.line(&[(plane.px(low), y), (plane.px(high), y)], stroke);
        for end in [low, high] {
            canvas.line(&[(plane.px(end), y - half), (plane.px(end), y + half)], stroke);
        }
    }
}
