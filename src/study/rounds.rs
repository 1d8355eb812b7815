use std::ops::Range;

/// Which futures of sets of parameters the arms are run in, round by round: all that are needed at first, then those that are found to
/// need more, each time up to twice as many. Doubling makes few rounds, and no arm has twice as many futures as it needed.
#[derive(Clone, Debug)]
pub(super) struct Rounds {
    /// Of each round, those of each cell.
    runs: Vec<Vec<Range<u32>>>,
    /// So many futures has whatever was in all rounds.
    replicates: u32,
}

impl Rounds {
    /// So many for these of the cells.
    pub fn begin(cells: usize, first: &[usize], replicates: u32) -> Rounds {
        let mut rounds = Rounds { runs: vec![], replicates };
        rounds.runs.push(rounds.up_to(cells, first));
        rounds
    }

    /// One more for these, of `most` futures at most; how many rounds there are then.
    pub fn add(&mut self, cells: &[usize], most: u32) -> usize {
        self.replicates = self.replicates.saturating_mul(2).min(most);
        let runs = self.up_to(self.runs[0].len(), cells);
        self.runs.push(runs);
        self.runs.len()
    }

    /// Futures from those on that a cell has.
    fn up_to(&self, cells: usize, chosen: &[usize]) -> Vec<Range<u32>> {
        let has = |cell: usize| self.runs.iter().map(|round| round[cell].end).max().unwrap_or(0);
        let runs = |cell: usize| if chosen.contains(&cell) { has(cell)..self.replicates } else { has(cell)..has(cell) };
        (0..cells).map(runs).collect()
    }

    /// Those of a round, counted from 0.
    pub fn of(&self, round: usize) -> Option<Vec<Range<u32>>> {
        self.runs.get(round).cloned()
    }

    /// Futures of what is in the last round.
    pub fn replicates(&self) -> u32 {
        self.replicates
    }
}

#[cfg(test)]
mod tests {
    use super::Rounds;

    #[test]
    fn whoever_comes_back_is_given_what_was_missed() {
        let mut rounds = Rounds::begin(3, &[0, 2], 2);
        assert_eq!(rounds.of(0).unwrap(), [0..2, 0..0, 0..2]);
        assert_eq!((rounds.add(&[2], 9), rounds.of(1).unwrap()), (2, vec![2..2, 0..0, 2..4]));
        assert_eq!((rounds.add(&[0, 2], 9), rounds.of(2).unwrap()), (3, vec![2..8, 0..0, 4..8]));
        assert_eq!((rounds.add(&[0], 9), rounds.of(3).unwrap()), (4, vec![8..9, 0..0, 8..8]));
        assert_eq!((rounds.replicates(), rounds.of(4)), (9, None));
    }
}
