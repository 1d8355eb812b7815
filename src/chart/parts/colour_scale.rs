use super::ramp::ramp;
use crate::chart::axes::{Plane, ticks};
use crate::chart::sheet::{Align, Canvas, INK, Pen, QUIET, Stroke, text_width, wrap};
use crate::chart::words::NumberFormat;

const TICK: Pen = Pen { size: 19.0, bold: false, colour: INK };
const LABEL: Pen = Pen { size: 19.0, bold: false, colour: QUIET };
const LABEL_ROW: f64 = 24.0;
const BAR: f64 = 28.0;

/// What the colours of a plot stand for.
pub(in crate::chart) struct ColourScale<'a> {
    /// Values of the first and the last colour.
    pub range: (f64, f64),
    pub format: NumberFormat,
    /// What the values count; written above in up to three lines.
    pub label: &'a str,
}

impl ColourScale<'_> {
    fn ticks(&self) -> Vec<(f64, String)> {
        let (values, step) = ticks(self.range, 6);
        values.into_iter().map(|value| (value, self.format.write_tick(value, step))).collect()
    }

    /// Width of the column that it needs.
    pub fn width(&self) -> f64 {
        let widest = self.ticks().iter().map(|(_, text)| text_width(text, TICK.size, false)).fold(0.0, f64::max);
        (BAR + 16.0 + widest).max(text_width(self.label, LABEL.size, false).min(190.0))
    }

    /// Draws it with its left edge at `left`, between `top` and `bottom`.
    pub fn draw(&self, canvas: &Canvas, left: f64, (mut top, bottom): (f64, f64)) {
        for line in wrap(self.label, self.width() + 2.0, 3, LABEL.size, false) {
            canvas.text(&line, (left, top + 17.0), LABEL, Align::Left);
            top += LABEL_ROW;
        }
        top += 6.0;
        let parts = 60;
        let height = (bottom - top) / f64::from(parts);
        // From the top down, each reaching to the foot, so that no seam shows between them.
        for part in 0..parts {
            let colour = ramp(1.0 - (f64::from(part) + 0.5) / f64::from(parts));
            canvas.rectangle((left, top + height * f64::from(part)), (left + BAR, bottom), colour, 1.0);
        }
        let plane = Plane { left, right: left + BAR, top, bottom, x: (0.0, 1.0), y: self.range };
        for (value, text) in self.ticks() {
            let y = plane.py(value);
            canvas.line(&[(left + BAR, y), (left + BAR + 6.0, y)], Stroke { colour: INK, width: 1.5, dash: &[] });
            let base = (y + 0.36 * TICK.size).max(top + 0.72 * TICK.size);
            canvas.text(&text, (left + BAR + 12.0, base), TICK, Align::Left);
        }
    }
}
