use super::claim_mark::Side;
use crate::chart::sheet::{Align, Canvas, Colour, INK, KEY, Pen, Point, Stroke, shorten, text_width};

/// What stands before a text of the key.
#[derive(Clone, Copy)]
pub(in crate::chart) enum Sign {
    Line(Stroke),
    /// An area of this colour and opacity.
    Shade(Colour, f64),
    /// A line with an upright stroke on it.
    Interval(Stroke),
    /// The mark of a claim on this side.
    Mark(Side),
    /// The marks of all sides, filled or hollow.
    Marks {
        are_filled: bool,
    },
    /// An area without data.
    Hatched,
}

impl Sign {
    /// A solid line as wide as that of a series.
    pub fn line(colour: Colour) -> Sign {
        Sign::Line(Stroke { colour, width: 3.5, dash: &[] })
    }
}

/// An entry of the key above a plot: what a line or a shade stands for.
pub(in crate::chart) struct KeyEntry {
    pub text: String,
    pub sign: Sign,
}

impl KeyEntry {
    /// Of texts, each with its sign and whether that is drawn, those that are drawn and say something.
    pub fn drawn<'a>(entries: impl IntoIterator<Item = (&'a str, Sign, bool)>) -> Vec<KeyEntry> {
        let is_drawn = |(text, _, is_drawn): &(&str, Sign, bool)| *is_drawn && !text.trim().is_empty();
        let entries = entries.into_iter().filter(is_drawn);
        entries.map(|(text, sign, _)| KeyEntry { text: text.to_owned(), sign }).collect()
    }
}

/// Height of a row of the key.
pub(in crate::chart) const KEY_ROW: f64 = 30.0;

const PEN: Pen = Pen { size: 20.0, bold: false, colour: INK };
const SIGN: f64 = 44.0;
const BETWEEN: f64 = 28.0;
/// Widest text where the key needs more than one row.
const WIDEST: f64 = 420.0;

/// Width of the key if it stands in one row; 0 if there is none.
pub(in crate::chart) fn width(key: &[KeyEntry]) -> f64 {
    let entries: f64 = key.iter().map(|entry| SIGN + text_width(&entry.text, PEN.size, false) + BETWEEN).sum();
    (entries - BETWEEN).max(0.0)
}

/// The texts as they are written within `room`, row by row.
pub(in crate::chart) fn rows(key: &[KeyEntry], room: f64) -> Vec<Vec<(Sign, String)>> {
    if width(key) <= room {
        let row: Vec<(Sign, String)> = key.iter().map(|entry| (entry.sign, entry.text.clone())).collect();
        return if row.is_empty() { Vec::new() } else { vec![row] };
    }
    let mut rows: Vec<Vec<(Sign, String)>> = Vec::new();
    let mut left = f64::INFINITY;
    for entry in key {
        let text = shorten(&entry.text, WIDEST.min(room - SIGN), PEN.size, false);
        let wide = SIGN + text_width(&text, PEN.size, false);
        if left + wide > room {
            rows.push(Vec::new());
            left = 0.0;
        }
        left += wide + BETWEEN;
        if let Some(row) = rows.last_mut() {
            row.push((entry.sign, text));
        }
    }
    rows
}

/// Draws rows of the key, the first with this base line.
pub(in crate::chart) fn draw(canvas: &Canvas, rows: &[Vec<(Sign, String)>], start: Point) {
    for (row, place) in rows.iter().zip(0..) {
        let (mut left, base) = (start.0, start.1 + KEY_ROW * f64::from(place));
        for (sign, text) in row {
            draw_sign(canvas, *sign, (left, base - 7.0));
            canvas.text(text, (left + SIGN, base), PEN, Align::Left);
            left += SIGN + text_width(text, PEN.size, false) + BETWEEN;
        }
    }
}

fn draw_sign(canvas: &Canvas, sign: Sign, (left, middle): Point) {
    let ends = [(left, middle), (left + 34.0, middle)];
    let corners = ((left, middle - 9.0), (left + 34.0, middle + 9.0));
    match sign {
        Sign::Line(stroke) => canvas.line(&ends, stroke),
        Sign::Shade(colour, opacity) => canvas.rectangle(corners.0, corners.1, colour, opacity),
        Sign::Interval(stroke) => {
            canvas.line(&ends, stroke);
            let x = left + 17.0;
            canvas.line(&[(x, middle - 10.0), (x, middle + 10.0)], Stroke { width: 4.0, ..stroke });
        }
        Sign::Mark(side) => side.draw(canvas, (left + 17.0, middle), side.colour(), true),
        Sign::Marks { are_filled } => {
            for (side, x) in [(Side::Above, 0.0), (Side::Across, 18.0), (Side::Below, 36.0)] {
                side.draw(canvas, (left - 3.0 + x, middle), KEY, are_filled);
            }
        }
        Sign::Hatched => canvas.hatched(corners.0, corners.1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sheet::QUIET;

    #[test]
    fn breaks_into_rows_and_loses_nothing() {
        let entry = |text: &str| KeyEntry { text: text.to_owned(), sign: Sign::line(QUIET) };
        let key: Vec<KeyEntry> = (0..8).map(|place| entry(&format!("a rather long name of layer {place}"))).collect();
        let rows = rows(&key, 900.0);
        assert!(rows.len() > 1 && rows.iter().all(|row| !row.is_empty()));
        assert_eq!(rows.iter().map(Vec::len).sum::<usize>(), 8);
        assert!(super::rows(&[], 900.0).is_empty());
        assert_eq!(super::rows(&key[..2], 1500.0).len(), 1);
    }
}
