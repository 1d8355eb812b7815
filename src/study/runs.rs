use super::SoFar;
use crate::experiment::{Schedule, Store};

/// What has been run.
#[derive(Debug)]
pub(super) struct Runs {
    pub store: Store,
    pub schedule: Schedule,
    /// Whether somebody stopped it.
    pub stopped: bool,
    /// Units that are kept, and replicates, from the first on, that are kept of every cell.
    pub units: u64,
    pub replicates: u64,
}

impl Runs {
    /// How much that is; `is_in_parts` is what a lone cell is repeated in.
    pub fn so_far(&self, is_in_parts: bool) -> SoFar {
        let schedule = &self.schedule;
        SoFar {
            runs: (self.units, schedule.total()),
            replicates: (self.replicates, schedule.replicates()),
            cells: schedule.cells(),
            is_in_parts,
        }
    }
}
