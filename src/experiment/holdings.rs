use super::{Damage, Schedule, Shard};
use std::collections::BTreeSet;

/// What a store holds of a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holdings {
    schedule: Schedule,
    /// The part of it that is asked for; all of it if `None`.
    shard: Option<Shard>,
    pub(super) missing: BTreeSet<u64>,
    pub(super) damaged: Vec<Damage>,
}

impl Holdings {
    pub(super) fn new(schedule: &Schedule, missing: BTreeSet<u64>, damaged: Vec<Damage>) -> Holdings {
        Holdings { schedule: *schedule, shard: None, missing, damaged }
    }

    /// Of one of several parts of the schedule: nothing else is missing.
    #[must_use]
    pub fn of_shard(mut self, shard: Shard) -> Holdings {
        self.shard = Some(shard);
        self.missing.retain(|&chunk| shard.holds(chunk));
        self.damaged.retain(|damage| shard.holds(damage.chunk));
        self
    }

    /// Number of units that are asked for.
    #[must_use]
    pub fn total(&self) -> u64 {
        let Some(shard) = self.shard else { return self.schedule.total() };
        (0..self.schedule.chunks()).filter(|&chunk| shard.holds(chunk)).map(|chunk| self.schedule.len(chunk)).sum()
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
        let all = (0..self.schedule.chunks()).filter(|&chunk| self.shard.is_none_or(|shard| shard.holds(chunk)));
        all.count() as u64 - self.missing.len() as u64
    }

    /// Number of units in them.
    #[must_use]
    pub fn units(&self) -> u64 {
        let missing = self.missing.iter().map(|&chunk| self.schedule.len(chunk));
        missing.fold(self.total(), u64::saturating_sub)
    }

    /// Whether a chunk is not there.
    #[must_use]
    pub fn is_missing(&self, chunk: u64) -> bool {
        self.missing.contains(&chunk)
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
