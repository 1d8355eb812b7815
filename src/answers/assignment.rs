use super::Question;
use serde::Deserialize;

/// An assignment: questions about the arms of one built-in scenario.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// What a form calls it.
    pub name: String,
    /// What a reader knows it by.
    pub title: String,
    /// The built-in scenario.
    pub scenario: String,
    /// The names of its arms.
    pub arms: Vec<String>,
    /// What is asked.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
}

/// The texts of all assignments, each a file beside the scenarios.
const TEXTS: [&str; 1] = [include_str!("../../scenarios/assignments/after-the-money.toml")];

impl Assignment {
    /// All that are part of the program.
    ///
    /// # Panics
    /// If one holds a mistake: they are tested.
    #[must_use]
    pub fn all() -> Vec<Assignment> {
        let read = |text: &str| toml::from_str(text).expect("assignments are tested");
        TEXTS.iter().map(|text| read(text)).collect()
    }

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Assignment> {
        Assignment::all().into_iter().find(|assignment| assignment.name == name)
    }
}
