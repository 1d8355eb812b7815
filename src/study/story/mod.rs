//! Explaining one initiative: which future, which initiative, its replay.
//!
//! Purpose: what `explain` and the report's stories have in common. Must never know: rules of the model, how a story is
//! worded.

mod choice;
mod explain;
mod named;
mod replaying;
mod source;
mod tabulated_fate;
mod typical_stories;

pub use explain::{ExplainOptions, ExplainResults, explain};
pub use source::Explainable;
#[cfg(feature = "page")]
pub(super) use typical_stories::{Stories, Teller};

/// Futures among which a typical one is looked for.
pub(super) const LOOKED_AT: u64 = 40;
