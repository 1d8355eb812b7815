use crate::engine::{Engine, Observe, PartRun};
use crate::record::RunRecord;
use std::collections::VecDeque;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Pasts that arms or points of one replicate share, each run once and gone on from by all of them.
#[derive(Debug, Default)]
pub(super) struct Pasts {
    /// The oldest first.
    kept: Mutex<VecDeque<(Which, Shared)>>,
}

/// A past; nothing of one that was given up.
type Shared = Arc<OnceLock<Option<PartRun>>>;

/// Which past it is, of those of one study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Which {
    seed: u64,
    replicate: u64,
    until: u32,
    events: bool,
    /// The plausible model that it is of, if it is of one.
    model: Option<u64>,
}

impl Pasts {
    /// [`Engine::run_unless`], from a past that is kept if there is one; `model` is the place of the plausible model that the engine
    /// is of.
    pub fn run(
        &self,
        engine: &Engine,
        (seed, replicate, model): (u64, u64, Option<u64>),
        stop: &AtomicBool,
        observing: &Observe,
    ) -> Option<RunRecord> {
        let Some(until) = engine.parts_in().filter(|_| observing.snapshots.is_empty()) else {
            return engine.run_unless(stop, seed, replicate, observing);
        };
        let shared = self.shared(Which { seed, replicate, until, events: observing.events, model });
        let past = || engine.past(stop, seed, replicate, observing);
        if !engine.is_side_by_side() {
            return engine.run_from(stop, shared.get_or_init(past).as_ref()?, observing);
        }
        // Threads that help one another must not wait for one another: then some of it is done twice.
        if shared.get().is_none() {
            drop(shared.set(past()));
        }
        engine.run_from(stop, shared.get()?.as_ref()?, observing)
    }

    fn shared(&self, which: Which) -> Shared {
        // A thread that broke off while it held the lock has left whole entries.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, shared)) = kept.iter().find(|(other, _)| *other == which) {
            return Arc::clone(shared);
        }
        // Arms of a replicate follow one another, so that the oldest are done with.
        let mut months: Vec<u32> = kept.iter().map(|(other, _)| other.until).chain([which.until]).collect();
        months.sort_unstable();
        months.dedup();
        while kept.len() >= (rayon::current_num_threads() + 1) * months.len() {
            kept.pop_front();
        }
        let shared = Shared::default();
        kept.push_back((which, Arc::clone(&shared)));
        shared
    }
}
