use crate::chart::Chart;
use serde::{Deserialize, Serialize};

/// A picture of a results folder: `charts/NAME.svg`, `charts/NAME.png`, and its place in the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Its name, one of those of `charts.rs`.
    pub name: String,
    /// What is drawn.
    pub chart: Chart,
    /// What to see in it and how to read it: one to three plain sentences, made from its numbers where they can be.
    pub caption: String,
}

/// Stands in the name of a picture of an arm, between that of a run's and the arm's number.
const OF_ARM: &str = "-arm-";

impl Figure {
    /// The same picture of the arm of this number, which the page has beside those of other arms.
    pub(super) fn of_arm(self, arm: usize) -> Figure {
        Figure { name: format!("{}{OF_ARM}{arm}", self.name), ..self }
    }

    /// Its name, of an arm's picture that of the same picture of a run.
    #[cfg(feature = "page")]
    pub(in crate::report) fn of_run(&self) -> &str {
        self.name.split_once(OF_ARM).map_or(&self.name, |(name, _)| name)
    }

    /// Whether it is the picture of one arm.
    #[cfg(feature = "page")]
    pub(in crate::report) fn is_of_arm(&self) -> bool {
        self.of_run() != self.name
    }
}
