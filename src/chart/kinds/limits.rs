use crate::chart::axes::Plane;
use crate::chart::axes::told;
use crate::chart::parts::{Heading, KeyEntry, Sign, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, DEEP, INK, MARGIN, PALE, Pen, Picture, QUIET, Stroke, sheet_width, shorten, text_width, wrap,
};
use crate::chart::words::{ChartTable, NONE, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// What of a range lies within a rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LimitRow {
    /// What it is.
    pub label: String,
    /// Stretches that lie within, from 0 (the lower end of the range) to 1. What is not finite is not drawn.
    pub within: Vec<(f64, f64)>,
    /// What stands at the lower and at the upper end of the range.
    pub ends: [String; 2],
    /// What the rule says, such as "above 0.35".
    pub rule: String,
    /// How sure that is; may be empty.
    pub note: String,
}

/// A rule as a stack of ranges, each with the part that lies within the rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LimitsChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What the dark part stands for; may be empty.
    pub within_key: String,
    /// What the light part stands for; may be empty.
    pub without_key: String,
    /// From top to bottom; those after the twelfth are left out, and the caption says so.
    pub rows: Vec<LimitRow>,
}

const MAX_ROWS: usize = 12;

impl LimitsChart {
    /// What it shows in words, the rows that it leaves out as well.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let columns = ["Row", "From", "To", "Rule", "Note"].map(str::to_owned).to_vec();
        let or_none = |text: &str| if text.trim().is_empty() { NONE.to_owned() } else { text.to_owned() };
        let row = |(place, row): (usize, &LimitRow)| {
            let mut cells = vec![name_or_left_out(&row.label, place, MAX_ROWS)];
            cells.extend([&row.ends[0], &row.ends[1], &row.rule, &row.note].map(|text| or_none(text)));
            cells
        };
        ChartTable::of(columns, self.rows.iter().enumerate().map(row))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn rows(&self) -> &[LimitRow] {
        &self.rows[..self.rows.len().min(MAX_ROWS)]
    }

    fn draw(&self, canvas: &Canvas) {
        let rows = self.rows();
        let hidden = self.rows.len() - rows.len();
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, "", &self.key_entries());
        let (left, right) = (MARGIN, sheet_width() - MARGIN);
        let pitch = ((bottom - top) / rows.len().max(1) as f64).min(110.0);
        let size = (0.4 * pitch).clamp(10.0, 22.0);
        let small = 0.82 * size;
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let names = widest(&mut rows.iter().map(|row| text_width(&row.label, size, false))).min(400.0);
        let said = |row: &LimitRow| text_width(&row.rule, size, true).max(text_width(&row.note, small, false));
        let rules = widest(&mut rows.iter().map(said)).min(400.0);
        let plane =
            Plane { left: left + names + 24.0, right: right - rules - 24.0, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) };
        for (row, place) in rows.iter().zip(0..) {
            let middle = top + pitch * (f64::from(place) + 0.42);
            let (half, base) = (0.2 * pitch, middle + 0.36 * size);
            let pen = Pen { size, bold: false, colour: INK };
            let name = wrap(&row.label, names, 2, size, false);
            let first = base - 0.6 * size * name.len().saturating_sub(1) as f64;
            for (line, at) in name.iter().zip(0..) {
                canvas.text(line, (left, first + 1.2 * size * f64::from(at)), pen, Align::Left);
            }
            canvas.rectangle((plane.left, middle - half), (plane.right, middle + half), PALE, 1.0);
            for &(low, high) in row.within.iter().filter(|(low, high)| low.is_finite() && high.is_finite()) {
                canvas.rectangle((plane.px(low), middle - half), (plane.px(high), middle + half), DEEP, 1.0);
            }
            let frame = Stroke { colour: INK, width: 1.5, dash: &[] };
            let [x, y] = [(plane.left, plane.right), (middle - half, middle + half)];
            canvas.line(&[(x.0, y.0), (x.1, y.0), (x.1, y.1), (x.0, y.1), (x.0, y.0)], frame);
            let quiet = Pen { size: small, bold: false, colour: QUIET };
            let room = 0.48 * (plane.right - plane.left);
            let foot = middle + half + 1.05 * small;
            canvas.text(&shorten(&row.ends[0], room, small, false), (plane.left, foot), quiet, Align::Left);
            canvas.text(&shorten(&row.ends[1], room, small, false), (plane.right, foot), quiet, Align::Right);
            let beside = plane.right + 24.0;
            let up = if row.note.is_empty() { base } else { middle - 0.1 * size };
            canvas.text(&shorten(&row.rule, rules, size, true), (beside, up), Pen { bold: true, ..pen }, Align::Left);
            let note = shorten(&row.note, rules, small, false);
            canvas.text(&note, (beside, middle + 1.05 * small), quiet, Align::Left);
            let text = told([
                row.label.clone(),
                row.rule.clone(),
                format!("{} to {}", row.ends[0], row.ends[1]),
                row.note.clone(),
            ]);
            canvas.spot((left, middle - 0.42 * pitch), (right, middle + 0.58 * pitch), text);
        }
        if rows.is_empty() {
            draw_nothing(canvas, &plane);
        }
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let entries = [(&self.within_key, DEEP), (&self.without_key, PALE)];
        let is_drawn = |entry: &(&String, _)| !self.rows().is_empty() && !entry.0.trim().is_empty();
        let entry = |(text, colour): (&String, _)| KeyEntry { text: text.clone(), sign: Sign::Shade(colour, 1.0) };
        entries.into_iter().filter(is_drawn).map(entry).collect()
    }

    fn describe(&self) -> String {
        let row = |row: &LimitRow| {
            let range = format!("of {} to {}", row.ends[0], row.ends[1]);
            let note = if row.note.is_empty() { String::new() } else { format!(", {}", row.note) };
            format!("{}: {}, {range}{note}", row.label, row.rule)
        };
        let before = [self.heading.subtitle.clone()];
        sentences(
            before.into_iter().chain(or_no_data(self.rows().iter().map(row))).chain([self.heading.caption.clone()]),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sheet::assert_sound;

    fn chart(rows: usize, low: f64) -> LimitsChart {
        let row = |place: usize| LimitRow {
            label: format!("setting {place}"),
            within: vec![(low, 0.9)],
            ends: ["0.2".to_owned(), "1.0".to_owned()],
            rule: "above 0.35".to_owned(),
            note: "quasi-p 0.001".to_owned(),
        };
        LimitsChart {
            heading: Heading { title: "Where the tapered end loses".into(), ..Heading::default() },
            within_key: "within the rule".to_owned(),
            without_key: "tried".to_owned(),
            rows: (0..rows).map(row).collect(),
        }
    }

    #[test]
    fn says_in_words_what_it_shows() {
        let told = "Where the tapered end loses. setting 0: above 0.35, of 0.2 to 1.0, quasi-p 0.001.";
        assert_eq!(chart(1, 0.3).render().alt, told);
        assert_eq!(chart(14, 0.3).table().rows.len(), 14);
        assert_sound(|| chart(14, 0.3).render());
    }

    #[test]
    fn stands_empty_and_broken_data() {
        assert_sound(|| chart(0, 0.0).render());
        assert_sound(|| chart(3, f64::NAN).render());
        assert_sound(|| chart(2, -7.0).render());
    }
}
