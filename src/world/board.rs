use super::{Actors, bit, bits};
use crate::scenario::Board;

/// A collaborative structure.
#[derive(Clone, Copy, Debug)]
pub struct BoardState {
    /// Formality f, 0..1.
    pub formality: f64,
    /// First month.
    pub start: i32,
    /// First month after it.
    pub end: Option<i32>,
}

impl BoardState {
    /// As the scenario has it.
    #[must_use]
    pub fn of(board: &Board) -> BoardState {
        BoardState { formality: board.formality.get(), start: board.start, end: board.end }
    }

    /// Whether it sits in `month`.
    #[must_use]
    pub fn sits(&self, month: i32) -> bool {
        self.start <= month && self.end.is_none_or(|end| month < end)
    }
}

/// Formality of the most formal of `boards` that is in `bits`, 0 if none is.
#[must_use]
#[inline]
pub fn formality(boards: &[BoardState], mut bits: u16) -> f64 {
    let mut best = 0.0_f64;
    while bits != 0 {
        best = best.max(boards[bits.trailing_zeros() as usize].formality);
        bits &= bits - 1;
    }
    best
}

/// Whether a board covers an initiative: its lead sits on it, and a partner (as bits) too if it has one.
pub(super) fn covers(board: &Board, lead: usize, partners: u64) -> bool {
    let sits = |o: usize| board.members.iter().any(|m| m.index() == o);
    let others = partners & !bit(lead);
    sits(lead) && (others == 0 || bits(others).any(sits))
}

impl Actors {
    /// The first of each group that has seats, in each member organisation, take them on board `number`: an executive and a
    /// manager, unless the board says.
    pub(super) fn take_seats(&mut self, organisation_row: &[u32], number: usize, board: &Board) {
        for &member in &board.members {
            let slots = organisation_row[member.index()] as usize..organisation_row[member.index() + 1] as usize;
            for &group in &board.seats {
                let first = slots.clone().find(|&s| self.group[s] == group && !self.programme_funded[s]);
                if let Some(slot) = first {
                    self.boards[slot] |= 1 << number;
                }
            }
        }
    }
}
