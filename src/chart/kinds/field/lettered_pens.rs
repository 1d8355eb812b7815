use crate::chart::sheet::{INK, Pen, QUIET};

/// Letters of 18 points where the picture fills a slide that is 960 points wide: the least that is read from the last row.
pub(super) const TEXT: Pen = Pen { size: 30.0, bold: false, colour: INK };
pub(super) const BOLD: Pen = Pen { bold: true, ..TEXT };
pub(super) const BESIDE: Pen = Pen { colour: QUIET, ..TEXT };
pub(super) const TITLE: Pen = Pen { size: 40.0, bold: true, colour: INK };
/// From one base line to the next.
pub(super) const LINE: f64 = 38.0;

/// The letter of a column and of its row.
pub(super) fn letter(at: usize) -> String {
    let letter =
        u32::try_from(at).ok().and_then(|at| char::from_u32(u32::from('A') + at)).filter(char::is_ascii_uppercase);
    letter.map_or_else(|| (at + 1).to_string(), String::from)
}

/// The edges of a part of the sheet.
#[derive(Clone, Copy)]
pub(super) struct RoomOfSheet {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl RoomOfSheet {
    /// How many rows there is room for, of so many, and their height.
    pub(super) fn rows(self, wanted: usize) -> (usize, f64) {
        let room = (self.bottom - self.top).max(LINE);
        let shown = wanted.min((room / LINE) as usize);
        (shown, (room / shown.max(1) as f64).min(1.4 * LINE))
    }
}
