use crate::chart::axes::{Plane, range_of, told, widened, x_axis};
use crate::chart::parts::{Heading, KeyEntry, Sign, draw_head, draw_nothing, draw_row_guide, draw_whisker};
use crate::chart::sheet::{
    Align, BASELINE, Canvas, Colour, DEEP, FILL, INK, KEY, MARGIN, PALE, Pen, Picture, QUIET, Stroke, sheet_width,
    shorten, text_width, wrap,
};
use crate::chart::words::{ChartTable, NONE, NumberFormat, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// Something that is ranked by its size. What is not finite is not drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RankedRow {
    /// What it is.
    pub label: String,
    /// How large it is, from 0 on.
    pub value: f64,
    /// How sure that is: low, high.
    pub interval: (f64, f64),
    /// A part of it, drawn inside.
    pub part: Option<f64>,
    /// Whether it can be told from nothing: else it is hollow.
    pub is_told: bool,
    /// What is said beside it, such as what it does; may be empty.
    pub note: String,
}

/// Sizes as bars from 0, the largest first, with their intervals; those that cannot be told from nothing are hollow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankedChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What sizes are counted in.
    pub x_label: String,
    /// How they are written.
    pub format: NumberFormat,
    /// What a filled bar stands for.
    pub told_key: String,
    /// What a hollow bar stands for; may be empty.
    pub untold_key: String,
    /// What the dark part of a bar stands for; may be empty.
    pub part_key: String,
    /// What the thin line stands for; may be empty.
    pub interval_key: String,
    /// A size that nothing reaches as well, drawn as an upright line.
    pub nothing: Option<f64>,
    /// What it is, such as "what other futures alone do"; may be empty.
    pub nothing_key: String,
    /// From top to bottom; those after the twentieth are left out, and the caption says so.
    pub rows: Vec<RankedRow>,
}

const MAX_ROWS: usize = 20;
const BELOW: f64 = x_axis::HEIGHT;

impl RankedChart {
    /// The numbers that it shows, and those of the rows that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let or =
            |name: &str, otherwise: &str| if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() };
        let columns = vec![
            "Row".to_owned(),
            or(&self.x_label, "Size"),
            or(&self.interval_key, "Interval"),
            or(&self.part_key, "Part"),
            "Told from nothing".to_owned(),
            "Note".to_owned(),
        ];
        let row = |(place, row): (usize, &RankedRow)| {
            let number = |value: f64| if value.is_finite() { self.format.write(value) } else { NONE.to_owned() };
            vec![
                name_or_left_out(&row.label, place, MAX_ROWS),
                number(row.value),
                self.interval_words(row).unwrap_or_else(|| NONE.to_owned()),
                row.part.map_or(NONE.to_owned(), number),
                if row.is_told { "yes" } else { "no" }.to_owned(),
                if row.note.trim().is_empty() { NONE.to_owned() } else { row.note.clone() },
            ]
        };
        ChartTable::of(columns, self.rows.iter().enumerate().map(row))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn rows(&self) -> &[RankedRow] {
        &self.rows[..self.rows.len().min(MAX_ROWS)]
    }

    fn interval_words(&self, row: &RankedRow) -> Option<String> {
        let (low, high) = row.interval;
        let word = |value: f64| self.format.write(value);
        (low.is_finite() && high.is_finite()).then(|| format!("{} to {}", word(low), word(high)))
    }

    fn draw(&self, canvas: &Canvas) {
        let rows = self.rows();
        let hidden = self.rows.len() - rows.len();
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.x_label, &self.key_entries());
        let (left, right) = (MARGIN, sheet_width() - MARGIN);
        let pitch = (bottom - BELOW - top) / rows.len().max(1) as f64;
        let size = (0.62 * pitch).clamp(8.0, 21.0);
        let written: Vec<String> = rows
            .iter()
            .map(|row| if row.value.is_finite() { self.format.write(row.value) } else { String::new() })
            .collect();
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let numbers = widest(&mut written.iter().map(|text| text_width(text, size, true))).min(220.0);
        let names = widest(&mut rows.iter().map(|row| text_width(&row.label, size, false))).min(470.0);
        let notes = widest(&mut rows.iter().map(|row| text_width(&row.note, 0.86 * size, false))).min(380.0);
        let gap = if notes > 0.0 { 18.0 } else { 0.0 };
        let plane = Plane {
            left: left + names + 18.0,
            right: right - numbers - 18.0 - notes - gap,
            top,
            bottom: bottom - BELOW,
            x: self.range(),
            y: (0.0, 1.0),
        };
        let ticks = x_axis::labels(&plane, (left, right), |value, step| self.format.write_tick(value, step));
        x_axis::draw_lines(canvas, &plane, &ticks);
        x_axis::draw(canvas, &plane, &ticks);
        if let Some(nothing) = self.nothing.filter(|nothing| nothing.is_finite()) {
            let x = plane.px(nothing);
            let stroke = Stroke { colour: BASELINE, width: 2.5, dash: &[8.0, 6.0] };
            canvas.line(&[(x, plane.top), (x, plane.bottom)], stroke);
        }
        let lines = if pitch > 2.6 * size { 2 } else { 1 };
        for ((row, text), place) in rows.iter().zip(&written).zip(0..) {
            let middle = top + pitch * (f64::from(place) + 0.5);
            let base = middle + 0.36 * size;
            let name = wrap(&row.label, names, lines, size, false);
            let first = base - 0.6 * size * name.len().saturating_sub(1) as f64;
            let pen = Pen { size, bold: false, colour: INK };
            for (line, at) in name.iter().zip(0..) {
                canvas.text(line, (left, first + 1.2 * size * f64::from(at)), pen, Align::Left);
            }
            let end = plane.right + 18.0 + numbers;
            canvas.text(&shorten(text, numbers, size, true), (end, base), Pen { bold: true, ..pen }, Align::Right);
            let small = Pen { size: 0.86 * size, bold: false, colour: QUIET };
            canvas.text(&shorten(&row.note, notes, small.size, false), (end + gap, base), small, Align::Left);
            canvas.spot((left, middle - 0.5 * pitch), (right, middle + 0.5 * pitch), self.told(row));
            draw_bar(canvas, &plane, row, middle, (0.3 * pitch).clamp(2.0, 13.0));
        }
        let zero = plane.px(0.0);
        canvas.line(&[(zero, plane.top), (zero, plane.bottom)], Stroke { colour: INK, width: 2.0, dash: &[] });
        if rows.is_empty() {
            draw_nothing(canvas, &plane);
        }
    }

    /// What a reader sees who points at a row.
    fn told(&self, row: &RankedRow) -> String {
        let value = if row.value.is_finite() { self.format.write(row.value) } else { String::new() };
        let interval =
            self.interval_words(row).map_or(String::new(), |words| format!("{}: {words}", self.interval_key));
        let part = row.part.filter(|part| part.is_finite());
        let part = part.map_or(String::new(), |part| format!("{}: {}", self.part_key, self.format.write(part)));
        let key = if row.is_told { &self.told_key } else { &self.untold_key };
        told([row.label.clone(), value, interval, part, row.note.clone(), key.clone()])
    }

    /// What the axis spans: 0 and all that is drawn.
    fn range(&self) -> (f64, f64) {
        let ends = |row: &RankedRow| [row.value, row.interval.0, row.interval.1, row.part.unwrap_or(0.0)];
        let (low, high) = range_of(self.rows().iter().flat_map(ends).chain([0.0]).chain(self.nothing));
        widened((low, high), 0.03)
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let has = |is_told: bool| self.rows().iter().any(|row| row.is_told == is_told);
        let line = |width, dash| Sign::Line(Stroke { colour: if width > 2.2 { BASELINE } else { KEY }, width, dash });
        let entries = [
            (self.told_key.as_str(), Sign::Shade(FILL, 1.0), has(true)),
            (
                &self.part_key,
                Sign::Shade(if has(true) { DEEP } else { BASELINE }, 1.0),
                self.rows().iter().any(|row| row.part.is_some()),
            ),
            (&self.untold_key, Sign::Shade(PALE, 1.0), has(false)),
            (&self.interval_key, line(2.0, &[]), !self.rows().is_empty()),
            (&self.nothing_key, line(2.5, &[8.0, 6.0]), self.nothing.is_some()),
        ];
        KeyEntry::drawn(entries)
    }

    fn describe(&self) -> String {
        let row = |row: &RankedRow| {
            let mut text = row.label.clone();
            if row.value.is_finite() {
                text += &format!(" {}", self.format.write(row.value));
            }
            if let Some(interval) = self.interval_words(row) {
                text += &format!(" ({interval})");
            }
            if row.is_told { text } else { format!("{text}, not told from nothing") }
        };
        let before = [self.heading.subtitle.clone(), self.x_label.clone()];
        sentences(
            before.into_iter().chain(or_no_data(self.rows().iter().map(row))).chain([self.heading.caption.clone()]),
        )
    }
}

/// The bar of a row, its dark part and its interval.
fn draw_bar(canvas: &Canvas, plane: &Plane, row: &RankedRow, y: f64, half: f64) {
    draw_row_guide(canvas, plane, y);
    let zero = plane.px(0.0);
    let bar = |value: f64, half: f64, colour: Colour| {
        if value.is_finite() {
            let x = plane.px(value);
            canvas.rectangle((zero.min(x), y - half), (zero.max(x), y + half), colour, 1.0);
        }
    };
    bar(row.value, half, if row.is_told { FILL } else { PALE });
    if let Some(part) = row.part {
        bar(part, 0.45 * half, if row.is_told { DEEP } else { BASELINE });
    }
    draw_whisker(canvas, plane, row.interval, y, 0.5 * half);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sheet::assert_sound;

    fn chart(rows: usize) -> RankedChart {
        let row = |place: usize| RankedRow {
            label: format!("parameter_{place}"),
            value: 0.9 / (place + 1) as f64,
            interval: (0.7 / (place + 1) as f64, 1.1 / (place + 1) as f64),
            part: Some(0.5 / (place + 1) as f64),
            is_told: place < 3,
            note: "more is more".to_owned(),
        };
        RankedChart {
            heading: Heading { title: "What the difference hangs on".into(), ..Heading::default() },
            x_label: "Share of the variance".to_owned(),
            format: NumberFormat::Percent,
            told_key: "alone and with others".to_owned(),
            untold_key: "not told from nothing".to_owned(),
            part_key: "alone".to_owned(),
            interval_key: "95 % interval".to_owned(),
            nothing: Some(0.05),
            nothing_key: "other futures alone".to_owned(),
            rows: (0..rows).map(row).collect(),
        }
    }

    #[test]
    fn says_in_words_and_numbers_what_it_shows() {
        let chart = chart(25);
        let alt = chart.render().alt;
        assert!(alt.contains("parameter_0 90\u{2009}% (70\u{2009}% to 110\u{2009}%)"), "{alt}");
        assert!(alt.contains("parameter_3 22\u{2009}% (18\u{2009}% to 28\u{2009}%), not told from nothing"), "{alt}");
        assert!(!alt.contains("parameter_20") && chart.table().rows.len() == 25);
        assert_sound(|| chart.render());
    }

    #[test]
    fn stands_empty_and_broken_data() {
        assert_sound(|| chart(0).render());
        let mut broken = chart(2);
        broken.rows[0].value = f64::NAN;
        broken.rows[1].interval = (f64::NAN, f64::INFINITY);
        broken.nothing = Some(f64::NAN);
        assert_sound(|| broken.render());
    }
}
