use super::canvas::Canvas;
use super::format::NumberFormat;
use super::palette::{GRID, QUIET};
use super::pen::{Align, Pen, Stroke};
use super::plane::Plane;
use super::text_width::text_width;
use super::ticks::ticks;

const TICK: Pen = Pen { size: 21.0, bold: false, colour: QUIET };

/// The labelled values of a vertical axis; `height` is its length on the canvas.
pub(super) fn labels(range: (f64, f64), height: f64, format: NumberFormat) -> Vec<(f64, String)> {
    let (values, step) = ticks(range, ((height / 48.0) as usize).clamp(2, 6));
    values.into_iter().map(|value| (value, format.write_tick(value, step))).collect()
}

/// Width of the widest label.
pub(super) fn width(labels: &[(f64, String)]) -> f64 {
    labels.iter().map(|(_, label)| text_width(label, TICK.size, false)).fold(0.0, f64::max)
}

/// Draws the lines that guide the eye, and their labels left of the plot.
pub(super) fn draw(canvas: &Canvas, plane: &Plane, labels: &[(f64, String)]) {
    draw_lines(canvas, plane, labels);
    for (value, label) in labels {
        let at = (plane.left - 12.0, plane.py(*value) + 0.36 * TICK.size);
        canvas.text(label, at, TICK, Align::Right);
    }
}

/// Draws the lines that guide the eye.
pub(super) fn draw_lines(canvas: &Canvas, plane: &Plane, labels: &[(f64, String)]) {
    for (value, _) in labels {
        let y = plane.py(*value);
        canvas.line(&[(plane.left, y), (plane.right, y)], Stroke { colour: GRID, width: 1.25, dash: &[] });
    }
}
