//! Explaining one initiative: which future, which initiative, its replay.
//!
//! Purpose: what `explain` and the report's stories have in common. Must never know: rules of the model, how a story is
//! worded.

mod named;
mod replaying;
mod subject;
mod tabulated_fate;
mod typical_stories;

pub(super) use named::find;
pub(super) use replaying::Replaying;
pub(super) use subject::{Asked, Subject, subject};
pub(super) use tabulated_fate::check_against_table;
pub(super) use typical_stories::Telling;

/// Futures among which a typical one is looked for.
pub(super) const LOOKED_AT: u64 = 40;
