//! What a figure, or a difference between two regimes, hangs on: inputs are varied, and it is asked what moves the outcome, or
//! where it lies on one side of a threshold.
//!
//! Purpose: parameters and settings -> points of a design -> outcomes in the same futures. Must never know: how it is judged, words
//! for a reader.

mod asked_inputs;
mod difference;
mod discover;
mod outcome;
mod point_outcomes;
mod sensitivity;
mod sensitivity_fold;
mod space;
mod varied_plan;

pub use discover::{DiscoverResults, discover};
pub use sensitivity::{SensitivityResults, sensitivity};
