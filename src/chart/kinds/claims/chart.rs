use super::row::{ClaimGroup, ClaimRow};
use super::widths::write_share;
use crate::chart::axes::told;
use crate::chart::parts::{Heading, Side};
use crate::chart::sheet::Picture;
use crate::chart::words::{ChartTable, NONE, NumberFormat, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// Many claims in groups, each a row with its effect on one common scale. The sheet is as high as the rows ask for; more
/// than forty rows stand in two columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClaimsChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What the effects are counted in.
    pub x_label: String,
    /// What an effect below 0 means, such as "against the report"; may be empty.
    pub less: String,
    /// What an effect above 0 means, such as "as reported"; may be empty.
    pub more: String,
    /// What a filled mark stands for; may be empty.
    pub filled_key: String,
    /// What a hollow mark stands for; may be empty.
    pub hollow_key: String,
    /// What a square stands for, the mark of a [`ClaimMark::Partly`](crate::chart::ClaimMark::Partly); may be empty.
    pub partly_key: String,
    /// What an upright bar stands for, the mark of a [`ClaimMark::Nil`](crate::chart::ClaimMark::Nil); may be empty.
    pub nil_key: String,
    /// What lies farther from 0 than this is drawn at the edge, with an arrow; no limit unless it is above 0.
    pub limit: f64,
    /// The groups in reading order; rows after the 240th are left out, and the caption says so.
    pub groups: Vec<ClaimGroup>,
}

pub(super) const MAX_ROWS: usize = 240;
/// What an effect is on neither side of 0.
pub(super) const ACROSS: &str = "interval includes 0";
impl ClaimsChart {
    /// The numbers that it shows, and those of the rows that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let or =
            |name: &str, otherwise: &str| if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() };
        let columns = vec![
            "Claim".to_owned(),
            "Group".to_owned(),
            or(&self.x_label, "Effect"),
            "Side of 0".to_owned(),
            "Mark".to_owned(),
            "Note".to_owned(),
            "Share".to_owned(),
        ];
        let rows = self.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)));
        let row = |(place, (group, row)): (usize, (&ClaimGroup, &ClaimRow))| {
            let cells = self.value_words(row).map(|cell| if cell.trim().is_empty() { NONE.to_owned() } else { cell });
            let [claim, effect, side, mark, note, share] = cells;
            vec![name_or_left_out(&claim, place, MAX_ROWS), group.title.clone(), effect, side, mark, note, share]
        };
        ChartTable::of(columns, rows.enumerate().map(row))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&self.drawn(), &self.heading.title, &self.describe())
    }

    /// What is said of a claim: itself, its effect, on which side of 0 that is, its mark, note and share; empty where there
    /// is nothing to say.
    fn value_words(&self, row: &ClaimRow) -> [String; 6] {
        let claim = format!("{} {}", row.id, row.label);
        let (effect, side, mark) = match row.effect() {
            None => (String::new(), "", ""),
            Some(value) => {
                let side = match Side::of(row.interval) {
                    Side::Above => self.more.as_str(),
                    Side::Below => &self.less,
                    _ => ACROSS,
                };
                let effect = match NumberFormat::Number.write_difference(value, row.interval) {
                    _ if value.is_infinite() => {
                        let (word, limit) =
                            if value > 0.0 { ("above", self.limit()) } else { ("below", -self.limit()) };
                        if limit.is_finite() {
                            format!("{word} {}", NumberFormat::exact(limit))
                        } else {
                            "no limit".to_owned()
                        }
                    }
                    written => written,
                };
                (effect, side, if row.filled { self.filled_key.as_str() } else { &self.hollow_key })
            }
        };
        [claim.trim().to_owned(), effect, side.to_owned(), mark.to_owned(), row.note.clone(), write_share(row.share)]
    }

    /// What a reader sees who points at a row.
    pub(super) fn told(&self, group: &ClaimGroup, row: &ClaimRow) -> String {
        let [claim, effect, side, mark, note, share] = self.value_words(row);
        let effect = match (effect.as_str(), self.x_label.as_str()) {
            ("", _) | (_, "") => effect,
            (effect, what) => format!("{what}: {effect}"),
        };
        // Often the note says the same as the side.
        let side = if side == note { String::new() } else { side };
        let end = if note.is_empty() || share.is_empty() { note + &share } else { format!("{note}, {share}") };
        told([group.title.clone(), claim, effect, side, mark, end])
    }

    /// The groups that are drawn, with their rows.
    pub(super) fn groups(&self) -> impl Iterator<Item = (&ClaimGroup, &[ClaimRow])> {
        let with_room = self.groups.iter().scan(MAX_ROWS, |left, group| {
            let rows = &group.rows[..group.rows.len().min(*left)];
            *left -= rows.len();
            Some((group, rows))
        });
        with_room.filter(|(_, rows)| !rows.is_empty())
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &ClaimRow> {
        self.groups().flat_map(|(_, rows)| rows)
    }

    pub(super) fn limit(&self) -> f64 {
        if self.limit > 0.0 { self.limit } else { f64::INFINITY }
    }

    fn describe(&self) -> String {
        let row = |row: &ClaimRow| {
            let claim = format!("{} {}", row.id, row.label);
            let (effect, mark) = match row.effect() {
                None => (String::new(), ""),
                Some(value) => (
                    NumberFormat::Number.write_difference(value, row.interval),
                    if row.filled { self.filled_key.as_str() } else { &self.hollow_key },
                ),
            };
            let parts = [claim.trim(), &effect, mark, &row.note, &write_share(row.share)].map(str::to_owned);
            parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
        };
        let groups = self
            .groups()
            .map(|(group, rows)| format!("{}: {}", group.title, rows.iter().map(row).collect::<Vec<_>>().join("; ")));
        let side = |word: &str, sign: &str| if word.is_empty() { String::new() } else { format!("{sign} 0: {word}") };
        let before =
            [self.heading.subtitle.clone(), self.x_label.clone(), side(&self.less, "Below"), side(&self.more, "Above")];
        sentences(before.into_iter().chain(or_no_data(groups)).chain([self.heading.caption.clone()]))
    }
}

#[cfg(test)]
#[path = "chart_tests.rs"]
mod tests;
