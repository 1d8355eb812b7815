use super::key::key;
use super::{Form, Rule, Section};
use crate::scenario::Parameters;

/// The name of the section.
pub(super) const PARAMETERS: &str = "parameters";

/// `[parameters]`, from the one table of parameters.
pub(super) fn parameters() -> Section {
    let keys = Parameters::TABLE
        .iter()
        .map(|row| {
            let (low, high) = row.allowed();
            key(row.name, Rule::Number { low, high, above: false }, row.meaning).or(format!("{:?}", row.default))
        })
        .collect();
    Section {
        path: PARAMETERS,
        form: Form::Table,
        doc: "Numbers of the model's equations. `safsim list parameters` shows units, plausible ranges and sources.",
        keys,
    }
}
