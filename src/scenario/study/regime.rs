use crate::scenario::Scenario;

/// `[[regime]]`: one of the arms of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Regime {
    /// Its name, unique in its study.
    pub name: String,
    /// What it is, for a reader.
    pub description: String,
    /// Whether its awards are to be scaled so that it spends as much as the first regime.
    pub budget_neutral: bool,
    /// The whole scenario under it. Its name, months, seed and replicates are those of the base.
    pub scenario: Scenario,
}
