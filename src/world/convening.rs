use super::board::covers;
use super::{BoardState, Site, bit};
use crate::scenario::Board;
use crate::scenario::definitions::MOST_BOARDS;

impl Site {
    /// One more board, with all the initiatives that it covers; nothing happens in a site that can have no more.
    pub fn convene(&mut self, board: &Board) {
        let number = self.boards.len();
        if number >= MOST_BOARDS {
            return;
        }
        self.boards.push(BoardState::of(board));
        self.actors.take_seats(&self.organisation_row, number, board);
        self.sort_ties();
        for i in 0..self.initiatives.len() {
            let members = self.initiatives.members(i).iter().map(|&slot| self.actors.organisation[slot as usize]);
            let partners = members.fold(0_u64, |bits, o| bits | bit(o.into()));
            if covers(board, self.initiatives.lead[i] as usize, partners) {
                self.initiatives.boards[i] |= 1 << number;
            }
        }
    }

    /// From `month` on no board sits.
    pub fn dissolve_boards(&mut self, month: i32) {
        for board in &mut self.boards {
            board.end = Some(board.end.map_or(month, |end| end.min(month)));
        }
    }
}
