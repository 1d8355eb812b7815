use super::row::ClaimRow;
use crate::chart::sheet::{text_width, wrap};
use crate::chart::words::NumberFormat;

/// How wide the parts of a row are, from left to right, and how large they are written.
pub(in crate::chart) struct RowWidths {
    /// Size of the text.
    pub size: f64,
    pub id: f64,
    pub label: f64,
    pub plot: f64,
    pub note: f64,
    pub share: f64,
}

/// The texts of a row as they are written.
pub(in crate::chart) struct WrittenRow {
    pub label: Vec<String>,
    pub note: Vec<String>,
    pub height: f64,
}

/// Free space between two parts of a row.
pub(in crate::chart) const GAP: f64 = 12.0;
/// Distance of two lines of one text, in sizes of the text.
pub(in crate::chart) const LINE: f64 = 1.2;
/// Free space between two rows.
const BETWEEN: f64 = 7.0;
/// Least share of the width that is kept for the plot.
const PLOT: f64 = 0.235;
/// Most lines of a label.
const LINES: usize = 3;

impl RowWidths {
    /// Of rows that are `width` wide together.
    pub fn of(rows: &[&ClaimRow], width: f64, size: f64) -> RowWidths {
        let widest = |text: &dyn Fn(&ClaimRow) -> String| {
            rows.iter().map(|row| text_width(&text(row), size, false)).fold(0.0, f64::max)
        };
        let id = widest(&|row| row.id.clone()).min(0.14 * width);
        let share = widest(&|row| write_share(row.share));
        let note = widest(&|row| row.note.clone()).min(0.14 * width);
        let rest = width - id - share - note - 4.0 * GAP;
        let label = widest(&|row| row.label.clone()).min(rest - PLOT * width);
        RowWidths { size, id, label, plot: rest - label, note, share }
    }

    /// The row as it is written within these widths.
    pub fn write(&self, row: &ClaimRow) -> WrittenRow {
        let label = wrap(&row.label, self.label, LINES, self.size, false);
        let note = wrap(&row.note, self.note, 2, self.size, false);
        let lines = label.len().max(note.len()).max(1);
        WrittenRow { height: LINE * self.size * lines as f64 + BETWEEN, label, note }
    }
}

/// A share in per cent; nothing if there is none.
pub(in crate::chart) fn write_share(share: Option<f64>) -> String {
    share.filter(|share| share.is_finite()).map_or_else(String::new, |share| NumberFormat::Percent.write(share))
}
