use super::schedule::Layout;
use super::{Held, Schedule, UnitOutcome};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Chunks that are kept in memory, by number.
#[derive(Debug, Default)]
pub(super) struct ChunksInMemory(Mutex<BTreeMap<u64, (Layout, Vec<UnitOutcome>)>>);

impl ChunksInMemory {
    /// As [`super::Store::get`]; what was cut into chunks in another way is not there.
    pub(super) fn get(&self, schedule: &Schedule, chunk: u64) -> Held {
        let asked = usize::try_from(schedule.len(chunk)).unwrap_or(usize::MAX);
        match self.chunks().get(&chunk) {
            Some((layout, outcomes)) if *layout == schedule.layout() && outcomes.len() >= asked => {
                Held::Whole(outcomes[..asked].to_vec())
            }
            _ => Held::Missing,
        }
    }

    /// Keeps a finished chunk.
    pub(super) fn put(&self, schedule: &Schedule, chunk: u64, outcomes: &[UnitOutcome]) {
        self.chunks().insert(chunk, (schedule.layout(), outcomes.to_vec()));
    }

    /// Nobody panics while holding the lock: what is in it is whole.
    fn chunks(&self) -> MutexGuard<'_, BTreeMap<u64, (Layout, Vec<UnitOutcome>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::*;

    #[test]
    fn a_chunk_serves_fewer_replicates_and_not_more() {
        let (store, schedule) = (Store::in_memory(), Schedule::new(2, 3, 8));
        let outcomes: Vec<UnitOutcome> = (0..6).map(|at| UnitOutcome::Run(vec![at])).collect();
        assert_eq!(store.get(&schedule, 0).unwrap(), Held::Missing);
        store.put(&schedule, 0, &outcomes).unwrap();
        assert_eq!(store.get(&schedule, 0).unwrap(), Held::Whole(outcomes.clone()));
        let of = |replicates| store.get(&schedule.with_replicates(replicates), 0).unwrap();
        assert_eq!((of(2), of(4)), (Held::Whole(outcomes[..4].to_vec()), Held::Missing));
        assert_eq!(store.get(&Schedule::new(3, 3, 8), 0).unwrap(), Held::Missing);
        assert_eq!(store.read_in_order(&schedule).filter_map(Result::ok).count(), 6);
    }
}
