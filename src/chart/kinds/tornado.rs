use crate::chart::axes::{Plane, range_of, told, widened, x_axis};
use crate::chart::parts::{Heading, KeyEntry, Sign, direction, draw_head, draw_nothing, draw_row_guide, draw_whisker};
use crate::chart::sheet::{
    Align, Canvas, FILL, INK, KEY, MARGIN, PALE, Pen, Picture, QUIET, Stroke, sheet_width, shorten, text_width, wrap,
};
use crate::chart::words::{ChartTable, NONE, NumberFormat, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// What one setting does, from one end to the other. What is not finite is not drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TornadoRow {
    /// The setting.
    pub label: String,
    /// Its two ends, such as "20 %" and "100 %".
    pub ends: [String; 2],
    /// What there is at the ends, as written.
    pub levels: [String; 2],
    /// The second end minus the first.
    pub difference: f64,
    /// How sure that is: low, high.
    pub interval: (f64, f64),
    /// Whether it can be told from nothing; else its bar is grey.
    pub is_told: bool,
}

/// Differences from one end of each of many settings to the other, as bars to both sides of 0, with their intervals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What differs, with its unit.
    pub x_label: String,
    /// How differences are written.
    pub format: NumberFormat,
    /// What a difference below 0 means, such as "fewer"; may be empty.
    pub less: String,
    /// What a difference above 0 means, such as "more"; may be empty.
    pub more: String,
    /// What a coloured bar stands for.
    pub told_key: String,
    /// What a grey bar stands for.
    pub untold_key: String,
    /// What the thin line stands for; may be empty.
    pub interval_key: String,
    /// From top to bottom, as they are given; those after the fifteenth are left out, and the caption says so.
    pub rows: Vec<TornadoRow>,
}

const MOST: usize = 15;
const SMALL: Pen = Pen { size: 18.0, bold: false, colour: QUIET };
const WIDEST_NAME: f64 = 520.0;
const BELOW: f64 = x_axis::HEIGHT + 26.0;

impl TornadoChart {
    /// The numbers that it shows, and those of the rows that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let or =
            |name: &str, otherwise: &str| if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() };
        let columns = ["Setting", "from", "there", "to", "there"]
            .map(str::to_owned)
            .into_iter()
            .chain([or(&self.x_label, "Difference"), "told from nothing".to_owned()]);
        let row = |(place, row): (usize, &TornadoRow)| {
            let written = |text: &str| if text.trim().is_empty() { NONE.to_owned() } else { text.to_owned() };
            vec![
                name_or_left_out(&row.label, place, MOST),
                written(&row.ends[0]),
                written(&row.levels[0]),
                written(&row.ends[1]),
                written(&row.levels[1]),
                if row.difference.is_finite() { self.value_words(row) } else { NONE.to_owned() },
                if row.is_told { "yes" } else { "no" }.to_owned(),
            ]
        };
        ChartTable::of(columns.collect(), self.rows.iter().enumerate().map(row))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn rows(&self) -> &[TornadoRow] {
        &self.rows[..self.rows.len().min(MOST)]
    }

    /// A row's difference, with as many decimals as all have.
    fn value_words(&self, row: &TornadoRow) -> String {
        let decimals = self.format.difference_decimals(self.rows.iter().map(|row| (row.difference, row.interval)));
        self.format.write_difference_to(row.difference, row.interval, decimals)
    }

    fn draw(&self, canvas: &Canvas) {
        let rows = self.rows();
        let hidden = self.rows.len() - rows.len();
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.x_label, &self.key_entries());
        let (left, right) = (MARGIN, sheet_width() - MARGIN);
        let pitch = (bottom - BELOW - top) / rows.len().max(1) as f64;
        // Two lines, the setting and its ends, where there is room.
        let has_two = pitch >= 46.0;
        let size = if has_two { 22.0 } else { (0.62 * pitch).clamp(8.0, 20.0) };
        let ends = |row: &TornadoRow| match &row.ends {
            [from, to] if from.trim().is_empty() && to.trim().is_empty() => String::new(),
            [from, to] => format!("{from} to {to}"),
        };
        let name = |row: &TornadoRow| match ends(row) {
            ends if has_two || ends.is_empty() => row.label.clone(),
            ends => format!("{}, {ends}", row.label),
        };
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let written: Vec<String> = rows.iter().map(|row| self.value_words(row)).collect();
        let numbers = widest(&mut written.iter().map(|text| text_width(text, size, true))).min(330.0);
        let names = widest(&mut rows.iter().map(|row| text_width(&name(row), size, false)));
        let seconds =
            widest(&mut rows.iter().map(|row| if has_two { text_width(&ends(row), SMALL.size, false) } else { 0.0 }));
        let names = names.max(seconds).min(WIDEST_NAME);
        let plane = Plane {
            left: left + names + 24.0,
            right: right - numbers - 24.0,
            top,
            bottom: bottom - BELOW,
            x: self.range(),
            y: (0.0, 1.0),
        };
        let ticks = x_axis::labels(&plane, (left, right), |value, step| self.format.write_signed_tick(value, step));
        x_axis::draw_lines(canvas, &plane, &ticks);
        x_axis::draw(canvas, &plane, &ticks);
        for ((row, text), place) in rows.iter().zip(&written).zip(0..) {
            let middle = top + pitch * (f64::from(place) + 0.5);
            let base = middle + 0.36 * size;
            let pen = Pen { size, bold: false, colour: INK };
            let up = if has_two && !ends(row).is_empty() { 11.0 } else { 0.0 };
            for line in wrap(&name(row), names, 1, size, false) {
                canvas.text(&line, (left, base - up), pen, Align::Left);
            }
            if up > 0.0 {
                canvas.text(&shorten(&ends(row), names, SMALL.size, false), (left, base + 13.0), SMALL, Align::Left);
            }
            let colour = if row.is_told { INK } else { QUIET };
            let text = shorten(text, numbers, size, true);
            canvas.text(&text, (right, base), Pen { bold: true, colour, ..pen }, Align::Right);
            canvas.spot((left, middle - 0.5 * pitch), (right, middle + 0.5 * pitch), self.told(row));
            draw_bar(canvas, &plane, row, middle, (0.34 * pitch).clamp(2.0, 22.0));
        }
        let zero = plane.px(0.0);
        canvas.line(&[(zero, plane.top), (zero, plane.bottom)], Stroke { colour: INK, width: 2.0, dash: &[] });
        let foot = plane.bottom + BELOW - 8.0;
        let rooms = (zero - left - 50.0, right - zero - 50.0);
        direction::draw(canvas, &shorten(&self.less, rooms.0, SMALL.size, false), (zero - 12.0, foot), -1.0);
        direction::draw(canvas, &shorten(&self.more, rooms.1, SMALL.size, false), (zero + 12.0, foot), 1.0);
        if rows.is_empty() {
            draw_nothing(canvas, &plane);
        }
    }

    /// What a reader sees who points at a row.
    fn told(&self, row: &TornadoRow) -> String {
        let at = |end: usize| {
            let parts = [row.ends[end].as_str(), row.levels[end].as_str()];
            parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(": ")
        };
        let key = if row.is_told { &self.told_key } else { &self.untold_key };
        told([row.label.clone(), at(0), at(1), self.value_words(row), key.clone()])
    }

    /// What the axis spans: 0, which stands off the edges, and all that is drawn.
    fn range(&self) -> (f64, f64) {
        let ends = |row: &TornadoRow| [row.difference, row.interval.0, row.interval.1];
        let (low, high) = range_of(self.rows().iter().flat_map(ends).chain([0.0]));
        widened((low.min(-0.08 * high), high.max(-0.08 * low)), 0.03)
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let has = |is_told: bool| self.rows().iter().any(|row| row.is_told == is_told);
        let is_known = |row: &TornadoRow| row.interval.0.is_finite() && row.interval.1.is_finite();
        let entries = [
            (self.told_key.as_str(), Sign::Shade(FILL, 1.0), has(true)),
            (&self.untold_key, Sign::Shade(PALE, 1.0), has(false)),
            (
                &self.interval_key,
                Sign::Line(Stroke { colour: KEY, width: 2.0, dash: &[] }),
                self.rows().iter().any(is_known),
            ),
        ];
        KeyEntry::drawn(entries)
    }

    fn describe(&self) -> String {
        let row = |row: &TornadoRow| {
            let ends = if row.ends.iter().all(|end| end.trim().is_empty()) {
                String::new()
            } else {
                format!(" from {} to {}", row.ends[0], row.ends[1])
            };
            let untold = if row.is_told { "" } else { ", not told from nothing" };
            format!("{}{ends}: {}{untold}", row.label, self.value_words(row))
        };
        let before = [self.heading.subtitle.clone(), self.x_label.clone()];
        sentences(
            before.into_iter().chain(or_no_data(self.rows().iter().map(row))).chain([self.heading.caption.clone()]),
        )
    }
}

/// The bar of a row from 0 on, and its interval.
fn draw_bar(canvas: &Canvas, plane: &Plane, row: &TornadoRow, y: f64, half: f64) {
    draw_row_guide(canvas, plane, y);
    let zero = plane.px(0.0);
    if row.difference.is_finite() {
        let x = plane.px(row.difference);
        let colour = if row.is_told { FILL } else { PALE };
        canvas.rectangle((zero.min(x), y - half), (zero.max(x), y + half), colour, 1.0);
    }
    draw_whisker(canvas, plane, row.interval, y, 0.4 * half);
}

#[cfg(test)]
#[path = "tornado_tests.rs"]
mod tests;
