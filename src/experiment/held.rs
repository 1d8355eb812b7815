use super::{Damage, UnitOutcome};

/// What a store holds of one chunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// No file, or one that was written for fewer replicates.
    Missing,
    /// The outcomes of all its units, in their order.
    Whole(Vec<UnitOutcome>),
    /// A file that is of no use.
    Damaged(Damage),
}
