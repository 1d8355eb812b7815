//! The story of one initiative: which one is typical, what happened to it, where an altered future parts from its own, and
//! what over many futures would have kept it.
//!
//! Purpose: facts only, in the order in which they are told. Must never know: words for a reader, the engine.

mod change;
mod concern;
mod explained;
mod odds;
mod parting;
mod typical;

pub use change::single_changes;
pub use concern::concerning;
pub use explained::{ChangedFuture, ExplainedInitiative, InitiativeStory};
pub use odds::{Odds, OddsOverModels, OddsRow};
pub use parting::{Parting, part};
pub use typical::{Choice, Chosen, Future, typical_end, typical_of, typical_survivor};
