use super::Target;
use serde::{Deserialize, Serialize};

/// A target and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedTarget {
    /// As the file has it.
    pub target: Target,
    /// What is measured, in words; empty if nothing is.
    pub measured: String,
    /// Its unit, in words.
    pub unit: String,
    /// Why nothing is measured, if so.
    pub unmeasured: Option<String>,
    /// Its value at the default parameters.
    pub at_defaults: Option<f64>,
    /// Over the first wave, that is over plausible ranges: 5, 50 and 95 % quantiles.
    pub before: Option<[f64; 3]>,
    /// Over the ensemble: the same.
    pub after: Option<[f64; 3]>,
    /// Share of sets of the first wave that meet it, with the tolerance.
    pub met_before: f64,
    /// Share of sets of the ensemble that do.
    pub met_after: f64,
    /// Standard deviation that chance leaves in a value.
    pub noise: f64,
    /// Share of the variance over plausible ranges that the cheap stand-in for the model carries.
    pub explained: f64,
    /// Share of it that parameters which were fixed carry, as far as it is linear.
    pub left: f64,
}

impl JudgedTarget {
    /// Whether the middle of the ensemble meets it; `None` where nothing was measured.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        self.after.map(|[_, middle, _]| self.target.is_met_by(middle))
    }
}

/// What a wave came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wave {
    /// Sets that were run.
    pub sets: u64,
    /// Of these, those that no target rules out.
    pub stay: u64,
    /// After it: share of the plausible ranges that no stand-in rules out.
    pub share: f64,
    /// Distance from the targets of the nearest set, and of the middle one: the root of the mean squared implausibility.
    pub distance: [f64; 2],
}
