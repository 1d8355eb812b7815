use super::plane::Plane;
use super::ticks::ticks;
use crate::chart::sheet::{Align, Canvas, GRID, Pen, QUIET, Stroke, text_width};
use crate::chart::words::NumberFormat;

const TICK: Pen = Pen { size: 21.0, bold: false, colour: QUIET };

/// The labelled values of a vertical axis; `height` is its length on the canvas.
pub(in crate::chart) fn labels(range: (f64, f64), height: f64, format: NumberFormat) -> Vec<(f64, String)> {
    let (values, step) = ticks(range, ((height / 48.0) as usize).clamp(2, 6));
    values.into_iter().map(|value| (value, format.write_tick(value, step))).collect()
}

/// Width of the widest label.
pub(in crate::chart) fn width(labels: &[(f64, String)]) -> f64 {
    labels.iter().map(|(_, label)| text_width(label, TICK.size, false)).fold(0.0, f64::max)
}

/// Draws the lines that guide the eye, and their labels left of the plot.
pub(in crate::chart) fn draw(canvas: &Canvas, plane: &Plane, labels: &[(f64, String)]) {
    draw_lines(canvas, plane, labels);
    for (value, label) in labels {
        let at = (plane.left - 12.0, plane.py(*value) + 0.36 * TICK.size);
        canvas.text(label, at, TICK, Align::Right);
    }
}

/// Draws the lines that guide the eye.
pub(in crate::chart) fn draw_lines(canvas: &Canvas, plane: &Plane, labels: &[(f64, String)]) {
    for (value, _) in labels {
        let y = plane.py(*value);
        canvas.line(&[(plane.left, y), (plane.right, y)], Stroke { colour: GRID, width: 1.25, dash: &[] });
    }
}
