use serde::{Deserialize, Serialize};

/// Where an initiative stands in its life, as records tell it (model section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum LifeStage {
    /// It has not begun yet.
    NotBegun,
    /// Begun, reaching almost nobody, or being put into practice.
    Beginning,
    /// In operation.
    Operating,
    /// At less than half of its peak.
    ScaledBack,
    /// Part of business as usual.
    Absorbed,
    /// Ended.
    Ended,
}

impl LifeStage {
    /// All of them, in the order of a life.
    pub const ALL: [LifeStage; 6] = [
        LifeStage::NotBegun,
        LifeStage::Beginning,
        LifeStage::Operating,
        LifeStage::ScaledBack,
        LifeStage::Absorbed,
        LifeStage::Ended,
    ];
}
