use super::ModelEffect;

/// The points of a sweep over plausible models.
#[derive(Clone, Debug, Default)]
pub struct SweptModels {
    /// Sets that were run at every point, and those that were left out because a run of theirs failed.
    pub sets: u64,
    /// See `sets`.
    pub left_out: u64,
    /// Futures of each set at each point.
    pub per_set: u32,
    /// Where the sets come from, in words: "the built-in ensemble".
    pub of: String,
    /// By point and metric: where it stands. Nothing where too few sets have a value.
    pub levels: Vec<Vec<Option<ModelEffect>>>,
    /// By axis and metric: what the axis does from one end to the other, the other axes averaged.
    pub axes: Vec<Vec<Option<ModelEffect>>>,
}
