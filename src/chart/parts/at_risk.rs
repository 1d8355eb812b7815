use super::curve::Curve;
use crate::chart::sheet::{Align, Canvas, INK, Pen, QUIET, Stroke, shorten, text_width};
use crate::chart::words::NumberFormat;

const PEN: Pen = Pen { size: 19.0, bold: false, colour: INK };
const ROW: f64 = 25.0;
const WIDEST_NAME: f64 = 190.0;
const SWATCH: f64 = 44.0;

/// Whether there is anything to tell.
fn has_table(curves: &[Curve]) -> bool {
    curves.iter().any(|curve| curve.at_risk.iter().any(Option::is_some))
}

/// Height of the table.
pub(in crate::chart) fn height(curves: &[Curve]) -> f64 {
    if has_table(curves) { ROW * (curves.len() + 1) as f64 + 6.0 } else { 0.0 }
}

/// Width of the names left of the plot.
pub(in crate::chart) fn names_width(curves: &[Curve], title: &str) -> f64 {
    if !has_table(curves) {
        return 0.0;
    }
    let names = curves.iter().map(|curve| SWATCH + text_width(&curve.label, PEN.size, false).min(WIDEST_NAME));
    names.fold(text_width(title, PEN.size, true).min(WIDEST_NAME + SWATCH), f64::max)
        + 16.0
        + 0.5 * numbers_width(curves)
}

/// Width of the widest number.
pub(in crate::chart) fn numbers_width(curves: &[Curve]) -> f64 {
    let numbers = curves.iter().flat_map(|curve| curve.at_risk.iter().flatten());
    numbers.map(|&number| text_width(&write(number), PEN.size, false)).fold(0.0, f64::max)
}

/// Draws the table below `top`: one row per curve, its numbers under the shown ticks.
pub(in crate::chart) fn draw(
    canvas: &Canvas,
    curves: &[(&Curve, Stroke)],
    title: &str,
    (left, top): (f64, f64),
    shown: &[(usize, f64)],
) {
    if !curves.iter().any(|(curve, _)| curve.at_risk.iter().any(Option::is_some)) {
        return;
    }
    let mut base = top + 0.8 * ROW;
    let title = shorten(title, WIDEST_NAME + SWATCH, PEN.size, true);
    canvas.text(&title, (left, base), Pen { bold: true, colour: QUIET, ..PEN }, Align::Left);
    for (curve, stroke) in curves {
        base += ROW;
        let middle = base - 0.36 * PEN.size;
        canvas.line(&[(left, middle), (left + SWATCH - 8.0, middle)], *stroke);
        let name = shorten(&curve.label, WIDEST_NAME, PEN.size, false);
        canvas.text(&name, (left + SWATCH, base), PEN, Align::Left);
        for &(tick, x) in shown {
            let number = curve.at_risk.get(tick).copied().flatten();
            canvas.text(&number.map_or_else(|| "–".to_owned(), write), (x, base), PEN, Align::Middle);
        }
    }
}

fn write(number: u64) -> String {
    NumberFormat::Number.write(number as f64)
}
