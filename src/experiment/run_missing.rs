use super::attempt::{attempt, silence_panics};
use super::store_folder::remove;
use super::threads::{Threads, pool};
use super::unit_queue::{Finished, UnitQueue};
use super::{Holdings, NoThreads, Store, StoreError, Unit};
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;

/// What was done now, beside what the store held already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunCounts {
    /// Number of units that were run.
    pub run: u64,
    /// Number of them that broke off.
    pub failed: u64,
}

/// Why an experiment ended before all its chunks were kept. What had been kept is in the store.
#[derive(Debug)]
pub enum Unfinished {
    /// Somebody set the stop flag.
    Stopped(RunCounts),
    /// A chunk could not be kept.
    Store(StoreError),
    /// There was nothing to run on.
    NoThreads(NoThreads),
}

impl fmt::Display for Unfinished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unfinished::Stopped(_) => f.write_str("stopped before all runs were done"),
            Unfinished::Store(error) => error.fmt(f),
            Unfinished::NoThreads(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Unfinished {}

/// Runs every unit whose chunk a store does not hold, and keeps the chunks; `holdings` are brought up to date, also
/// when it ends early.
///
/// `simulate` is given a unit and returns what is to be kept of its run. It runs on `threads` threads (`None`: one per
/// core) of a rayon pool: when it works on parts of a run side by side, threads without a unit of their own help. Its
/// bytes must depend on the unit only; then the files of the store are the same bytes for any number of threads and
/// any interruptions. A panic in it becomes a failed outcome of that unit, without a word on standard error. If it gives
/// nothing, which it may once `stop` is set, the chunk of that unit is dropped as if it had not begun.
///
/// `done` is told the number of units that are finished, those that were in the store included: once before the first
/// is run, then from many threads, not always in order. Once `stop` is set no further chunk begins; those that have
/// begun are finished and kept. In memory are the chunks that have begun and are not kept: mostly two or three, at most
/// two more than twice the threads.
///
/// # Errors
/// [`Unfinished`] if it ended early.
pub fn run_missing(
    store: &Store,
    holdings: &mut Holdings,
    threads: Option<NonZeroUsize>,
    stop: &AtomicBool,
    done: &(dyn Fn(u64) + Sync),
    simulate: &(dyn Fn(Unit) -> Option<Vec<u8>> + Sync),
) -> Result<RunCounts, Unfinished> {
    let threads = || pool(threads).map_err(Unfinished::NoThreads);
    run_missing_on(threads, store, holdings, stop, done, simulate)
}

/// The same on these threads, which are had only if there is something to run.
pub(super) fn run_missing_on(
    threads: impl FnOnce() -> Result<Threads, Unfinished>,
    store: &Store,
    holdings: &mut Holdings,
    stop: &AtomicBool,
    done: &(dyn Fn(u64) + Sync),
    simulate: &(dyn Fn(Unit) -> Option<Vec<u8>> + Sync),
) -> Result<RunCounts, Unfinished> {
    for damage in holdings.damaged.drain(..) {
        remove(&damage.path).map_err(Unfinished::Store)?;
    }
    let schedule = *holdings.schedule();
    let finished = AtomicU64::new(holdings.units());
    done(finished.load(Ordering::Relaxed));
    if holdings.is_complete() {
        return Ok(RunCounts::default());
    }
    let threads = threads()?;
    let unit_queue = UnitQueue::new(&schedule, holdings.missing.iter().copied().collect(), stop);
    let work = |keep: &dyn Fn(Finished)| {
        while let Some(task) = unit_queue.next_unit() {
            let outcome = attempt(|| simulate(task.unit));
            if let Some(chunk) = unit_queue.finish_unit(task, outcome) {
                keep(chunk);
            }
            done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    match threads.pool() {
        None => work(&|chunk| unit_queue.keep(store, chunk)),
        Some(pool) => on_pool(pool, store, &unit_queue, &work).map_err(Unfinished::Store)?,
    }
    let ledger = unit_queue.close();
    let run = ledger.kept.iter().map(|&chunk| schedule.len(chunk)).sum();
    let counts = RunCounts { run, failed: ledger.failed };
    for chunk in &ledger.kept {
        holdings.missing.remove(chunk);
    }
    match ledger.error {
        Some(error) => Err(Unfinished::Store(error)),
        None if holdings.is_complete() => Ok(counts),
        None => Err(Unfinished::Stopped(counts)),
    }
}

/// Works on all threads of a pool, and keeps chunks on one more: who simulates does not wait for the disk, unless it falls
/// behind.
fn on_pool(
    pool: &rayon::ThreadPool,
    store: &Store,
    unit_queue: &UnitQueue<'_>,
    work: &(impl Fn(&dyn Fn(Finished)) + Sync),
) -> Result<(), StoreError> {
    let threads = pool.current_num_threads();
    // A thread that helped with another's unit before it came here itself would come here in the midst of helping.
    let all_here = Barrier::new(threads);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(threads);
        let keep = || receiver.into_iter().for_each(|chunk| unit_queue.keep(store, chunk));
        let writer = thread::Builder::new().spawn_scoped(scope, keep);
        writer.map_err(StoreError::at("start to write to", store.folder()))?;
        pool.broadcast(|_| {
            all_here.wait();
            // Nobody hangs up before the last has sent.
            work(&|chunk| drop(sender.send(chunk)));
            silence_panics(true);
        });
        // Who keeps chunks ends when nobody can send any more.
        drop(sender);
        Ok(())
    })
}
