use crate::quantity::Month;
use crate::scenario::Scenario;

/// What scaled awards make alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetNeutral {
    /// The money that is given over the whole programme.
    Given,
    /// The money that is spent of it.
    Spent,
}

/// `[[regime]]`: one of the arms of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Regime {
    /// Its name, unique in its study.
    pub name: String,
    /// What it is, for a reader.
    pub description: String,
    /// If its awards are to be scaled so that it is alike the first regime in money.
    pub budget_neutral: Option<BudgetNeutral>,
    /// The month from which on it is otherwise, if it goes the way of the base until then.
    pub branch_at: Option<Month>,
    /// The whole scenario under it. Its name, months, seed and replicates are those of the base.
    pub scenario: Scenario,
}
