use super::canvas::{Align, Canvas, Pen, Stroke};
use super::font::text_width;
use super::format::NumberFormat;
use super::palette::{GRID, QUIET};
use super::plane::Plane;

const TICK: Pen = Pen { size: 21.0, bold: false, colour: QUIET };

/// Round values between `low` and `high`, at most `most` of them, and their distance.
fn ticks((low, high): (f64, f64), most: usize) -> (Vec<f64>, f64) {
    let least = (high - low) / most.saturating_sub(1).max(1) as f64;
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(least)));
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|s| s * magnitude).into_iter().find(|&s| s >= least * (1.0 - 1e-9));
    let step = step.unwrap_or(high - low);
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    ((first..=last).map(|i| i as f64 * step).collect(), step)
}

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
    for (value, label) in labels {
        let y = plane.py(*value);
        canvas.line(&[(plane.left, y), (plane.right, y)], Stroke { colour: GRID, width: 1.25, dash: &[] });
        canvas.text(label, (plane.left - 12.0, y + 0.36 * TICK.size), TICK, Align::Right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_round() {
        assert_eq!(ticks((0.0, 1.0), 6), (vec![0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0], 0.2));
        assert_eq!(ticks((0.0, 69.0), 5).0, [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(ticks((-3.0, 3.0), 3).0, [0.0]);
    }
}
