use serde::{Deserialize, Serialize};

/// One layer of a stack.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    /// Its name.
    pub label: String,
    /// Its thickness at each of the chart's times, at least 0; missing or not finite counts as 0.
    pub counts: Vec<f64>,
}
