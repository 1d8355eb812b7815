use crate::analysis::Side;
use serde::{Deserialize, Serialize};

/// Where an outcome is of interest, and how many points are tried.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiscoverOptions {
    /// On which side of the threshold.
    pub side: Side,
    /// The threshold; if not given, 0 of a difference between regimes, else that of the quarter of points farthest to that side.
    pub threshold: Option<f64>,
    /// Points of the sample.
    pub points: u32,
    /// Futures of every point unless [`super::Options::replicates`] says otherwise.
    pub replicates: u32,
}

impl Default for DiscoverOptions {
    fn default() -> DiscoverOptions {
        DiscoverOptions { side: Side::Below, threshold: None, points: 500, replicates: 4 }
    }
}
