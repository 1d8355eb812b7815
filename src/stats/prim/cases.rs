/// An input at every case.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseColumn {
    /// Finite numbers.
    Numbers(Vec<f64>),
    /// Words, each by its place in a list of at most 64.
    Words(Vec<u8>),
}

/// Cases: their inputs, and which of them are of interest.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// The inputs, each as long as `of_interest`.
    pub columns: Vec<CaseColumn>,
    /// By case.
    pub of_interest: Vec<bool>,
}

impl Cases {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.of_interest.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.of_interest.is_empty()
    }

    /// How many of these cases are of interest.
    pub(super) fn interesting(&self, cases: &[usize]) -> usize {
        cases.iter().filter(|&&case| self.of_interest[case]).count()
    }
}
