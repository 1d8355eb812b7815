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
