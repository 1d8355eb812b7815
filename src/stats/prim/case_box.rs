use super::cases::{CaseColumn, Cases};

/// What of an input lies in a box, ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// From low to high.
    Between(f64, f64),
    /// The words whose bits are set.
    Among(u64),
}

/// A box: a limit for each input.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseBox(pub Vec<Limit>);

impl CaseBox {
    /// The smallest one that holds all cases.
    #[must_use]
    pub fn around(cases: &Cases) -> CaseBox {
        let limit = |column: &CaseColumn| match column {
            CaseColumn::Numbers(values) => Limit::Between(
                values.iter().copied().fold(f64::INFINITY, f64::min),
                values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ),
            CaseColumn::Words(values) => Limit::Among(values.iter().fold(0, |set, &word| set | 1 << (word & 63))),
        };
        CaseBox(cases.columns.iter().map(limit).collect())
    }

    /// The same with another limit of one input.
    #[must_use]
    pub fn with(&self, input: usize, limit: Limit) -> CaseBox {
        let mut other = self.clone();
        other.0[input] = limit;
        other
    }

    /// The cases inside, in order.
    #[must_use]
    pub fn inside(&self, cases: &Cases) -> Vec<usize> {
        (0..cases.len()).filter(|&case| self.holds(cases, case)).collect()
    }

    /// Inputs whose limit is not that of `all`.
    #[must_use]
    pub fn restricted(&self, all: &CaseBox) -> Vec<usize> {
        (0..self.0.len()).filter(|&input| self.0[input] != all.0[input]).collect()
    }

    fn holds(&self, cases: &Cases, case: usize) -> bool {
        self.0.iter().zip(&cases.columns).all(|(limit, column)| match (limit, column) {
            (Limit::Between(low, high), CaseColumn::Numbers(values)) => (*low..=*high).contains(&values[case]),
            (Limit::Among(words), CaseColumn::Words(values)) => words >> (values[case] & 63) & 1 == 1,
            _ => false,
        })
    }
}
