use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A group of knobs, as a policy maker thinks of them.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct KnobGroup {
    /// Its name in the page.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// Its knobs, in order.
    #[serde(rename = "knob")]
    pub knobs: Vec<Knob>,
}

/// A setting that can be turned.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Knob {
    /// The dotted key, as `--set` has it.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// Whether it is among those shown at first.
    #[serde(default)]
    pub first: bool,
    /// `percent` for shares that are read as percentages.
    #[serde(default)]
    pub form: Option<String>,
    /// What its numbers count, in words.
    #[serde(default)]
    pub unit: Option<String>,
    /// The least that the slider shows.
    #[serde(default)]
    pub low: Option<f64>,
    /// The most.
    #[serde(default)]
    pub high: Option<f64>,
    /// From one value to the next.
    #[serde(default)]
    pub step: Option<f64>,
    /// Words that it takes, and what they are called on the page.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// Values that it takes where a slider cannot set it.
    #[serde(default)]
    pub choices: Vec<KnobChoice>,
    /// What to look at when it is turned.
    pub watch: String,
    /// Reported findings that speak of it, the example first.
    pub findings: Vec<String>,
}

/// A value with its name.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct KnobChoice {
    /// What it is called.
    pub label: String,
    /// The value.
    pub value: toml::Value,
}
