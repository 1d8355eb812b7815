use crate::analysis::{Headline, SweptValue};
use crate::record::Setting;

/// Something that is varied: a parameter of the model, or a setting of the scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct VariedInput {
    /// Its key, as `--set` takes it.
    pub key: String,
    /// What it does, for a parameter of the model; else empty.
    pub meaning: &'static str,
    /// Whether it takes only whole numbers.
    pub whole: bool,
    /// What it takes.
    pub values: InputValues,
}

/// What an input takes.
#[derive(Clone, Debug, PartialEq)]
pub enum InputValues {
    /// Numbers from low to high.
    Numbers(f64, f64),
    /// These words.
    Words(Vec<String>),
}

/// What is asked of inputs that are varied.
#[derive(Clone, Debug)]
pub struct VariedQuestion {
    /// Where and when, as the scenario says.
    pub setting: Setting,
    /// The figure.
    pub headline: Headline,
    /// Two regimes of which the first less the second is meant; else the figure itself.
    pub between: Option<[String; 2]>,
    /// What is varied.
    pub inputs: Vec<VariedInput>,
    /// Parameters that stay as the scenario sets them.
    pub held: Vec<String>,
    /// Futures of every point.
    pub replicates: u32,
    /// The seed of all chance.
    pub seed: u64,
}

impl VariedInput {
    /// Where a value lies between its ends; of words, their places evenly from 0 to 1. `None` if it takes no such value.
    #[must_use]
    pub fn share(&self, value: &SweptValue) -> Option<f64> {
        match (&self.values, value) {
            (InputValues::Numbers(low, high), SweptValue::Number(number)) => Some((number - low) / (high - low)),
            (InputValues::Words(words), value) => {
                let place = words.iter().position(|word| *word == value.to_string())?;
                Some(place as f64 / words.len().saturating_sub(1).max(1) as f64)
            }
            _ => None,
        }
    }
}
