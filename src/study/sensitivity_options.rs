use serde::{Deserialize, Serialize};

/// How an outcome is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SensitivityOptions {
    /// Trajectories of the screening; 0 for none, then indices are of all inputs.
    pub trajectories: u32,
    /// Inputs, those that move most in the screening, whose indices are told; there is no screening if there are no more.
    pub top: u32,
    /// Rows of the sample for the indices; 0 for none.
    pub rows: u32,
    /// Futures of every point unless [`super::Options::replicates`] says otherwise.
    pub replicates: u32,
}

impl Default for SensitivityOptions {
    fn default() -> SensitivityOptions {
        SensitivityOptions { trajectories: 10, top: 8, rows: 128, replicates: 2 }
    }
}
