/// Number of terms in a mainstreaming decision.
pub const TERMS: usize = 9;

/// The terms of the mainstreaming logit (model 6.7): evidence, support, routine, commitment, deficit, cost, metric,
/// quality, interpretation.
pub type Terms = [f64; TERMS];

/// Terms of a decision, summed over the months of programme time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UsualTerms {
    /// Sum of each.
    pub sums: Terms,
    /// How many months were summed.
    pub months: u32,
}

/// A mainstreaming decision that was lost.
#[derive(Clone, Copy, Debug)]
pub struct Decision {
    /// The logit that would just have won it.
    pub needed: f64,
    /// The logit that it had.
    pub logit: f64,
    /// Its terms.
    pub terms: Terms,
}
