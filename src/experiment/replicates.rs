use super::{NoThreads, Plan};
use crate::record::RunRecord;
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Why replicates stopped before all were done.
#[derive(Debug)]
pub enum Halt<E> {
    /// Somebody set the stop flag; this many replicates, from the first on, were taken.
    Stopped(u64),
    /// Whoever takes the records could not.
    Refused(E),
    /// There was nothing to run on.
    NoThreads(NoThreads),
}

/// A chunk that takes less than this is made larger, so that threads wait less for each other.
const SHORT: Duration = Duration::from_millis(400);

/// Runs `plan.replicates` replicates and hands each record to `take`, in the order of replicates.
///
/// `simulate` is given a replicate, counted from 0; it runs on many threads. `take` runs on the calling thread, between
/// chunks: what it sees does not depend on the number of threads or on chunks. At most one chunk of records is held:
/// one per thread where runs are long, up to 64 per thread where they are short. `done` is told the number of finished
/// runs, from many threads, not always in order. Once `stop` is set no further run begins: those that have begun are
/// finished, and the unbroken row of them from the first on is taken.
///
/// # Errors
/// [`Halt`] if it stopped early.
pub fn replicates<E: Send>(
    plan: &Plan,
    stop: &AtomicBool,
    done: &(dyn Fn(u64) + Sync),
    simulate: &(dyn Fn(u64) -> RunRecord + Sync),
    mut take: impl FnMut(RunRecord) -> Result<(), E>,
) -> Result<(), Halt<E>> {
    let pool = plan.pool().map_err(Halt::NoThreads)?;
    let threads = pool.current_num_threads() as u64;
    let finished = AtomicU64::new(0);
    let one = |replicate: u64| {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let record = simulate(replicate);
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        Some(record)
    };
    let (mut next, mut chunk) = (0, threads);
    while next < plan.replicates {
        let began = Instant::now();
        let end = plan.replicates.min(next + chunk);
        let records: Vec<Option<RunRecord>> = pool.install(|| (next..end).into_par_iter().map(one).collect());
        let taken = records.into_iter().try_for_each(|record| match record {
            None => ControlFlow::Break(Halt::Stopped(next)),
            Some(record) => match take(record) {
                Ok(()) => {
                    next += 1;
                    ControlFlow::Continue(())
                }
                Err(refused) => ControlFlow::Break(Halt::Refused(refused)),
            },
        });
        if let ControlFlow::Break(halt) = taken {
            return Err(halt);
        }
        if began.elapsed() < SHORT {
            chunk = (chunk * 2).min(64 * threads);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Money, Panel};
    use std::num::NonZeroUsize;

    fn plan(replicates: u64, threads: usize) -> Plan {
        Plan { replicates, threads: NonZeroUsize::new(threads) }
    }

    fn record(replicate: u64) -> RunRecord {
        RunRecord {
            seed: 1,
            replicate,
            panel: Panel::new(1, 1),
            fates: vec![],
            events: vec![],
            snapshots: vec![],
            money: Money::default(),
        }
    }

    fn order(replicates_asked: u64, threads: usize) -> Vec<u64> {
        let mut seen = vec![];
        replicates::<()>(&plan(replicates_asked, threads), &AtomicBool::new(false), &|_| {}, &record, |r| {
            seen.push(r.replicate);
            Ok(())
        })
        .unwrap();
        seen
    }

    #[test]
    fn records_come_once_and_in_order_whatever_the_threads() {
        for threads in [1, 2, 7] {
            assert_eq!(order(500, threads), (0..500).collect::<Vec<_>>(), "{threads} threads");
        }
        assert_eq!(order(1, 7), [0]);
    }

    #[test]
    fn stopping_keeps_an_unbroken_row_from_the_first_on() {
        let stop = AtomicBool::new(false);
        let mut seen = vec![];
        let simulate = |replicate| {
            stop.fetch_or(replicate == 40, Ordering::Relaxed);
            record(replicate)
        };
        let halt = replicates::<()>(&plan(1_000_000, 3), &stop, &|_| {}, &simulate, |r| {
            seen.push(r.replicate);
            Ok(())
        });
        assert!(matches!(halt, Err(Halt::Stopped(n)) if n == seen.len() as u64), "{halt:?}");
        assert_eq!(seen, (0..seen.len() as u64).collect::<Vec<_>>());
        assert!(seen.len() < 1000);
    }

    #[test]
    fn a_refused_record_ends_it() {
        let refuse = |r: RunRecord| if r.replicate == 5 { Err("full") } else { Ok(()) };
        let halt = replicates(&plan(100, 2), &AtomicBool::new(false), &|_| {}, &record, refuse);
        assert!(matches!(halt, Err(Halt::Refused("full"))));
    }
}
