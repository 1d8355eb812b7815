use crate::chart::sheet::{Align, Canvas, Pen, Point, QUIET, Stroke, text_width};

/// How such a word is written.
pub(in crate::chart) const PEN: Pen = Pen { size: 18.0, bold: false, colour: QUIET };

/// Writes a word with an arrow that points away from the zero line (`to` -1 or 1).
pub(in crate::chart) fn draw(canvas: &Canvas, word: &str, (x, base): Point, to: f64) {
    if word.trim().is_empty() {
        return;
    }
    let align = if to < 0.0 { Align::Right } else { Align::Left };
    canvas.text(word, (x, base), PEN, align);
    let (from, y) = (x + to * (text_width(word, PEN.size, false) + 7.0), base - 6.0);
    let (tip, stroke) = (from + to * 20.0, Stroke { colour: QUIET, width: 1.75, dash: &[] });
    canvas.line(&[(from, y), (tip, y)], stroke);
    canvas.line(&[(tip - to * 6.0, y - 4.5), (tip, y), (tip - to * 6.0, y + 4.5)], stroke);
}
