/// Where an initiative stands in its life (model section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Not begun in this run yet.
    Ahead,
    /// Begun, reaching almost nobody.
    Proposed,
    /// Being put into practice.
    Implementing,
    /// In operation.
    Operating,
    /// At less than half of its peak.
    ScaledBack,
    /// Absorbed into business as usual.
    Absorbed,
    /// Ended.
    Ended,
}
