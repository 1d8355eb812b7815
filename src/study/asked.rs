#[cfg(feature = "page")]
use super::base::Base;
use super::plan::Plan;
use crate::experiment::Schedule;

/// What was asked for.
pub(super) struct Asked {
    pub command: &'static str,
    /// With the seed and the number of replicates that were asked for.
    pub plan: Box<dyn Plan>,
    /// Arms or points.
    pub cells: u32,
    /// Cells are points of a sample that is balanced in the order it has.
    pub in_given_order: bool,
    /// What the scenario starts from, and how it differs from that.
    #[cfg(feature = "page")]
    pub base: Base,
}

impl Asked {
    /// Which runs there are.
    pub fn schedule(&self) -> Schedule {
        let schedule = self.plan.schedule(self.cells);
        if self.in_given_order { schedule.in_given_order() } else { schedule }
    }

    /// The SHA-256 of all that decides what single runs are of one model.
    pub fn identity(&self) -> String {
        self.plan.identity(self.command)
    }
}
