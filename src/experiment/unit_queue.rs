use super::{Schedule, Store, StoreError, Unit, UnitOutcome};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Where threads fetch the next unit and hand in its outcome; it holds the chunks that have begun.
///
/// Units are given out one at a time, in the order of the schedule: chunks finish nearly in order, and no thread waits
/// for another.
#[derive(Debug)]
pub(super) struct UnitQueue<'a> {
    schedule: &'a Schedule,
    stop: &'a AtomicBool,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// Chunks that have not begun.
    waiting: std::vec::IntoIter<u64>,
    /// The chunk of which units are given out, and how many have been.
    open: Option<(u64, usize)>,
    begun: BTreeMap<u64, Begun>,
    ledger: Ledger,
}

/// A chunk of which not all units are in.
#[derive(Debug)]
struct Begun {
    outcomes: Vec<Option<UnitOutcome>>,
    left: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// Chunks that are kept.
    pub(super) kept: Vec<u64>,
    /// Number of units in them that broke off.
    pub(super) failed: u64,
    /// The first chunk that could not be kept.
    pub(super) error: Option<StoreError>,
}

/// A unit to be run, and where it belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task {
    pub(super) unit: Unit,
    chunk: u64,
    index: usize,
}

/// A chunk of which all units are in.
#[derive(Debug)]
pub(super) struct Finished {
    chunk: u64,
    outcomes: Vec<UnitOutcome>,
}

impl<'a> UnitQueue<'a> {
    pub(super) fn new(schedule: &'a Schedule, waiting: Vec<u64>, stop: &'a AtomicBool) -> UnitQueue<'a> {
        let waiting = waiting.into_iter();
        let state = State { waiting, open: None, begun: BTreeMap::new(), ledger: Ledger::default() };
        UnitQueue { schedule, stop, state: Mutex::new(state) }
    }

    /// The next unit; none when all are given out, when it is time to stop and the open chunk is given out, or at once
    /// when a chunk could not be kept.
    pub(super) fn next_unit(&self) -> Option<Task> {
        let mut state = self.state();
        if state.ledger.error.is_some() {
            return None;
        }
        loop {
            if let Some((chunk, index)) = state.open {
                if let Some(unit) = self.schedule.unit(chunk, index as u64) {
                    state.open = Some((chunk, index + 1));
                    return Some(Task { unit, chunk, index });
                }
                state.open = None;
            }
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            let chunk = state.waiting.next()?;
            let left = usize::try_from(self.schedule.len(chunk)).unwrap_or(usize::MAX);
            state.begun.insert(chunk, Begun { outcomes: vec![None; left], left });
            state.open = Some((chunk, 0));
        }
    }

    /// Hands in what came of a unit; the chunk, if it was its last. A unit that was given up takes its chunk with it.
    pub(super) fn finish_unit(&self, task: Task, outcome: Option<UnitOutcome>) -> Option<Finished> {
        let mut state = self.state();
        let Some(outcome) = outcome else {
            state.begun.remove(&task.chunk);
            state.open = state.open.filter(|(chunk, _)| *chunk != task.chunk);
            return None;
        };
        let begun = state.begun.get_mut(&task.chunk)?;
        *begun.outcomes.get_mut(task.index)? = Some(outcome);
        begun.left -= 1;
        if begun.left > 0 {
            return None;
        }
        let begun = state.begun.remove(&task.chunk)?;
        Some(Finished { chunk: task.chunk, outcomes: begun.outcomes.into_iter().flatten().collect() })
    }

    /// Keeps a finished chunk, unless one before it could not be kept.
    pub(super) fn keep(&self, store: &Store, finished: Finished) {
        if self.state().ledger.error.is_some() {
            return;
        }
        let Finished { chunk, outcomes } = finished;
        let kept = store.put(self.schedule, chunk, &outcomes);
        let ledger = &mut self.state().ledger;
        match kept {
            Ok(()) => {
                ledger.kept.push(chunk);
                ledger.failed += outcomes.iter().filter(|o| matches!(o, UnitOutcome::Failed(_))).count() as u64;
            }
            Err(error) => ledger.error = Some(error),
        }
    }

    pub(super) fn close(self) -> Ledger {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).ledger
    }

    /// Nobody panics while holding the lock: what is in it is whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
