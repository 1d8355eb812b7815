/// A row of a truth table: the cases that share a configuration of conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TruthTableRow {
    /// The conditions that are present, a set of bits: bit 0 for the first condition.
    pub configuration: u32,
    /// Cases with this configuration, at least 1 in a row of [`truth_table`].
    pub cases: u64,
    /// Of these, the cases with the outcome.
    pub with_outcome: u64,
}

impl TruthTableRow {
    /// How consistently the configuration is sufficient for the outcome, 0..1: the share of its cases that have the
    /// outcome (Ragin 2006, Political Analysis 14); `None` without cases.
    #[must_use]
    pub fn consistency(&self) -> Option<f64> {
        (self.cases > 0).then(|| self.with_outcome as f64 / self.cases as f64)
    }
}

/// The most conditions that a configuration may have here.
pub const MOST_CONDITIONS: u32 = 16;

/// The truth table of crisp-set qualitative comparative analysis (Ragin 1987): one row for each configuration that
/// occurs among `cases`, in rising order. A case is the set of its conditions that are present (bit 0 for the first)
/// and whether it has the outcome. Configurations without cases (logical remainders) have no row. Cost: O(n log n).
///
/// # Panics
///
/// If there are more than [`MOST_CONDITIONS`] conditions, or a case has one that is not among the first `conditions`.
#[must_use]
pub fn truth_table(cases: &[(u32, bool)], conditions: u32) -> Vec<TruthTableRow> {
    assert!(conditions <= MOST_CONDITIONS, "{conditions} conditions are more than {MOST_CONDITIONS}");
    assert!(cases.iter().all(|case| case.0 >> conditions == 0), "a case has conditions beyond {conditions}");
    let mut sorted = cases.to_vec();
    sorted.sort_unstable();
    let row = |same: &[(u32, bool)]| TruthTableRow {
        configuration: same[0].0,
        cases: same.len() as u64,
        with_outcome: same.iter().filter(|case| case.1).count() as u64,
    };
    sorted.chunk_by(|a, b| a.0 == b.0).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_occurs() {
        let table = truth_table(&[(5, true), (0, false), (5, false), (5, true), (2, true)], 3);
        let row = |configuration, cases, with_outcome| TruthTableRow { configuration, cases, with_outcome };
        assert_eq!(table, [row(0, 1, 0), row(2, 1, 1), row(5, 3, 2)]);
        let consistency: Vec<Option<f64>> = table.iter().map(TruthTableRow::consistency).collect();
        assert_eq!(consistency, [Some(0.0), Some(1.0), Some(2.0 / 3.0)]);
        assert_eq!(row(1, 0, 0).consistency(), None);
        assert!(truth_table(&[], 3).is_empty());
        assert_eq!(truth_table(&[(0, true)], 0), [row(0, 1, 1)]);
    }

    #[test]
    #[should_panic(expected = "beyond 2")]
    fn conditions_that_are_not_there_are_refused() {
        let _ = truth_table(&[(4, true)], 2);
    }
}
