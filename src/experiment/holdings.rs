use super::{Damage, Schedule};
use std::collections::BTreeSet;

/// What a store holds of a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holdings {
    schedule: Schedule,
    pub(super) missing: BTreeSet<u64>,
    pub(super) damaged: Vec<Damage>,
}

impl Holdings {
    pub(super) fn new(schedule: &Schedule, missing: BTreeSet<u64>, damaged: Vec<Damage>) -> Holdings {
        Holdings { schedule: *schedule, missing, damaged }
    }

    /// The schedule.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Chunks whose files are damaged: they count as not there, and are run again.
    #[must_use]
    pub fn damaged(&self) -> &[Damage] {
        &self.damaged
    }

    /// Number of chunks that are there.
    #[must_use]
    pub fn chunks(&self) -> u64 {
        self.schedule.chunks() - self.missing.len() as u64
    }

    /// Number of units in them.
    #[must_use]
    pub fn units(&self) -> u64 {
        let missing = self.missing.iter().map(|&chunk| self.schedule.len(chunk));
        missing.fold(self.schedule.total(), u64::saturating_sub)
    }

    /// Whether all chunks are there.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// Number of replicates, from the first on, that are there of every cell, in whole blocks.
    #[must_use]
    pub fn replicates(&self) -> u64 {
        self.missing.first().map_or(self.schedule.replicates(), |&chunk| self.schedule.replicates_before(chunk))
    }
}
