use super::plane::Plane;
use super::ticks::ticks;
use crate::chart::sheet::{Align, Canvas, GRID, INK, Pen, Stroke, text_width};

/// Height of a horizontal axis with its labels.
pub(in crate::chart) const HEIGHT: f64 = 32.0;
const TICK: Pen = Pen { size: 19.0, bold: false, colour: INK };

/// Round values of the plane's horizontal axis with their labels, as many as stand apart within `room` (a stretch of
/// the canvas). `write` is given a value and the distance between values.
pub(in crate::chart) fn labels(
    plane: &Plane,
    room: (f64, f64),
    write: impl Fn(f64, f64) -> String,
) -> Vec<(f64, String)> {
    labels_at_most((((plane.right - plane.left) / 45.0) as usize).clamp(2, 8), plane, room, write)
}

/// The same, but at most so many.
pub(in crate::chart) fn labels_at_most(
    most: usize,
    plane: &Plane,
    room: (f64, f64),
    write: impl Fn(f64, f64) -> String,
) -> Vec<(f64, String)> {
    let tries = (1..=most).rev().map(|most| {
        let (values, step) = ticks(plane.x, most);
        values.into_iter().map(|value| (value, write(value, step))).collect::<Vec<_>>()
    });
    tries.into_iter().find(|labels| are_apart(plane, labels, room)).unwrap_or_default()
}

/// Whether no label touches another one or leaves `room`.
pub(in crate::chart) fn are_apart(plane: &Plane, labels: &[(f64, String)], room: (f64, f64)) -> bool {
    let mut free = room.0;
    labels.iter().all(|(value, label)| {
        let half = 0.5 * text_width(label, TICK.size, false);
        let (left, right) = (plane.px(*value) - half, plane.px(*value) + half);
        let is_free = left >= free && right <= room.1;
        free = right + 12.0;
        is_free
    })
}

/// Draws the vertical lines that guide the eye.
pub(in crate::chart) fn draw_lines(canvas: &Canvas, plane: &Plane, labels: &[(f64, String)]) {
    for (value, _) in labels {
        let x = plane.px(*value);
        canvas.line(&[(x, plane.top), (x, plane.bottom)], Stroke { colour: GRID, width: 1.25, dash: &[] });
    }
}

/// Draws the axis at the foot of the plane, with its labels.
pub(in crate::chart) fn draw(canvas: &Canvas, plane: &Plane, labels: &[(f64, String)]) {
    let line = Stroke { colour: INK, width: 1.5, dash: &[] };
    canvas.line(&[(plane.left, plane.bottom), (plane.right, plane.bottom)], line);
    for (value, label) in labels {
        let x = plane.px(*value);
        canvas.line(&[(x, plane.bottom), (x, plane.bottom + 6.0)], line);
        canvas.text(label, (x, plane.bottom + 26.0), TICK, Align::Middle);
    }
}

/// Draws the labels once more above the plane, for an axis whose foot is far below.
pub(in crate::chart) fn draw_above(canvas: &Canvas, plane: &Plane, labels: &[(f64, String)]) {
    for (value, label) in labels {
        canvas.text(label, (plane.px(*value), plane.top - 8.0), TICK, Align::Middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::NumberFormat;

    #[test]
    fn has_fewer_labels_where_they_are_wide() {
        let count = |x: (f64, f64)| {
            let plane = Plane { left: 0.0, right: 400.0, top: 0.0, bottom: 1.0, x, y: (0.0, 1.0) };
            labels(&plane, (-20.0, 420.0), |value, step| NumberFormat::Number.write_tick(value, step)).len()
        };
        assert_eq!(count((0.0, 4.0)), 5);
        assert!(count((0.0, 4e9)) < 5);
    }
}
