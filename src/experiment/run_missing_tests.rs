use super::run_missing::run_missing_on;
use super::threads::Threads;
use super::{Held, RunCounts, Schedule, Store, StoreError, Unfinished, Unit, UnitOutcome, run_missing};
use rayon::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use tempfile::tempdir;

/// Bytes that tell units apart, of different lengths.
fn simulate(unit: Unit) -> Vec<u8> {
    let length = (unit.replicate * 7 + u64::from(unit.cell) * 3) % 11;
    (0..length).map(|i| (unit.replicate * 31 + u64::from(unit.cell) * 17 + i) as u8).collect()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
    fs::read_dir(folder).unwrap().map(|entry| file(entry.unwrap())).collect()
}

/// One session: open, look, run until done or until the stop flag is set after so many units.
fn session(
    folder: &Path,
    schedule: &Schedule,
    threads: usize,
    stop_after: u64,
    simulate: &(dyn Fn(Unit) -> Vec<u8> + Sync),
) -> Result<RunCounts, Unfinished> {
    let store = Store::open(folder, "ab12").unwrap();
    let mut holdings = store.holdings(schedule).unwrap();
    let (stop, run) = (AtomicBool::new(stop_after == 0), AtomicU64::new(0));
    let counted = |unit| {
        stop.fetch_or(run.fetch_add(1, Ordering::Relaxed) + 1 >= stop_after, Ordering::Relaxed);
        simulate(unit)
    };
    let outcome =
        run_missing(&store, &mut holdings, NonZeroUsize::new(threads), &stop, &|_| {}, &|unit| Some(counted(unit)));
    assert_eq!(holdings, store.holdings(schedule).unwrap(), "holdings are brought up to date");
    outcome
}

fn whole(schedule: &Schedule, threads: usize) -> BTreeMap<String, Vec<u8>> {
    let folder = tempdir().unwrap();
    let counts = session(folder.path(), schedule, threads, u64::MAX, &simulate).unwrap();
    assert_eq!(counts, RunCounts { run: schedule.total(), failed: 0 });
    files(folder.path())
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    for schedule in [Schedule::new(6, 50, 64), Schedule::new(40, 9, 20), Schedule::new(1, 1, 1)] {
        let one = whole(&schedule, 1);
        assert_eq!(one.len() as u64, schedule.chunks());
        assert_eq!(one, whole(&schedule, 2));
        assert_eq!(one, whole(&schedule, 7));
    }
}

#[test]
fn interrupted_and_resumed_any_number_of_times_is_as_uninterrupted() {
    for schedule in [Schedule::new(3, 40, 12), Schedule::new(30, 7, 16)] {
        let uninterrupted = whole(&schedule, 2);
        for threads in [1, 2, 5] {
            let folder = tempdir().unwrap();
            let (mut run, mut sessions) = (0, 0_u64);
            loop {
                // From no unit at all to several chunks, in no order.
                let stop_after = sessions * 13 % 31;
                sessions += 1;
                match session(folder.path(), &schedule, threads, stop_after, &simulate) {
                    Ok(counts) => {
                        run += counts.run;
                        break;
                    }
                    Err(Unfinished::Stopped(counts)) => {
                        assert!(counts.run >= stop_after, "chunks that had begun are finished and kept");
                        run += counts.run;
                    }
                    Err(other) => panic!("{other}"),
                }
                // What is there is an unbroken row of whole chunks.
                let there = files(folder.path());
                assert!(there.iter().eq(uninterrupted.iter().take(there.len())));
            }
            assert!(sessions > 3, "it was interrupted");
            assert_eq!(run, schedule.total(), "nothing is run twice");
            assert_eq!(files(folder.path()), uninterrupted);
        }
    }
}

#[test]
fn damaged_chunks_are_run_again_and_no_others() {
    let schedule = Schedule::new(3, 20, 12);
    let folder = tempdir().unwrap();
    session(folder.path(), &schedule, 2, u64::MAX, &simulate).unwrap();
    let whole = files(folder.path());
    let bytes = &whole["ab12-00001.chunk"];
    let mut flipped = bytes.clone();
    flipped[bytes.len() / 2] ^= 4;
    for damaged in [&bytes[..bytes.len() - 1], &flipped, b"", &whole["ab12-00003.chunk"], b"hello"] {
        fs::write(folder.path().join("ab12-00001.chunk"), damaged).unwrap();
        let again = Mutex::new(BTreeSet::new());
        let noted = |unit| {
            again.lock().unwrap().insert(unit);
            simulate(unit)
        };
        session(folder.path(), &schedule, 2, u64::MAX, &noted).unwrap();
        assert_eq!(again.into_inner().unwrap(), schedule.units(1).collect());
        assert_eq!(files(folder.path()), whole);
    }
}

#[test]
fn a_damaged_chunk_is_gone_when_it_ends_before_it_is_run_again() {
    let schedule = Schedule::new(3, 20, 12);
    let folder = tempdir().unwrap();
    session(folder.path(), &schedule, 2, u64::MAX, &simulate).unwrap();
    fs::write(folder.path().join("ab12-00001.chunk"), "").unwrap();
    assert!(matches!(session(folder.path(), &schedule, 2, 0, &simulate), Err(Unfinished::Stopped(_))));
    let store = Store::open(folder.path(), "ab12").unwrap();
    assert_eq!(store.get(&schedule, 1).unwrap(), Held::Missing);
    assert!(store.read_in_order(&schedule).all(|item| item.is_ok()));
}

#[test]
fn more_replicates_later_are_the_bytes_of_as_many_at_once() {
    let (few, many) = (Schedule::new(3, 10, 12), Schedule::new(3, 33, 12));
    let folder = tempdir().unwrap();
    session(folder.path(), &few, 2, u64::MAX, &simulate).unwrap();
    let counts = session(folder.path(), &many, 2, u64::MAX, &simulate).unwrap();
    assert_eq!(counts.run, 3 * (33 - 8), "two whole blocks of four replicates were there");
    assert_eq!(files(folder.path()), whole(&many, 1));
}

#[test]
fn a_run_that_breaks_off_is_an_outcome_and_others_go_on() {
    let schedule = Schedule::new(2, 30, 8);
    let fragile = |unit: Unit| match unit {
        Unit { cell: 1, replicate: 7 } => panic!("no board in month {}", 12),
        // In a part that another thread may work on.
        Unit { cell: 0, replicate: 20 } => (0..100).into_par_iter().map(|i: u8| [i][usize::from(i / 99)]).collect(),
        unit => simulate(unit),
    };
    let mut stores = vec![];
    for threads in [1, 2, 7] {
        let folder = tempdir().unwrap();
        let counts = session(folder.path(), &schedule, threads, u64::MAX, &fragile).unwrap();
        assert_eq!(counts, RunCounts { run: 60, failed: 2 });
        let store = Store::open(folder.path(), "ab12").unwrap();
        for (unit, outcome) in store.read_in_order(&schedule).map(Result::unwrap) {
            let expected = match unit {
                Unit { cell: 1, replicate: 7 } => UnitOutcome::Failed("no board in month 12".into()),
                Unit { cell: 0, replicate: 20 } => {
                    UnitOutcome::Failed("index out of bounds: the len is 1 but the index is 1".into())
                }
                unit => UnitOutcome::Run(simulate(unit)),
            };
            assert_eq!(outcome, expected);
        }
        stores.push(files(folder.path()));
    }
    assert!(stores.windows(2).all(|pair| pair[0] == pair[1]));
}

#[cfg(unix)]
#[test]
fn a_chunk_that_cannot_be_written_ends_it_at_once_without_a_half_written_one() {
    let schedule = Schedule::new(2, 10_000, 8);
    let folder = tempdir().unwrap();
    let store = Store::open(folder.path(), "ab12").unwrap();
    fs::create_dir(store.begun(3)).unwrap();
    let mut holdings = store.holdings(&schedule).unwrap();
    let run = AtomicU64::new(0);
    let counted = |unit| {
        run.fetch_add(1, Ordering::Relaxed);
        simulate(unit)
    };
    let outcome = run_missing(&store, &mut holdings, NonZeroUsize::new(2), &AtomicBool::new(false), &|_| {}, &|unit| {
        Some(counted(unit))
    });
    let Err(Unfinished::Store(error @ StoreError::System { .. })) = outcome else { panic!("{outcome:?}") };
    assert!(error.to_string().starts_with(&format!("could not remove {}", store.begun(3).display())), "{error}");
    fs::remove_dir(store.begun(3)).unwrap();
    assert!(run.into_inner() < 2000, "the other thread stopped soon");
    let there = store.holdings(&schedule).unwrap();
    // Of the three before it one may have been in the other thread's hands.
    assert!(there == holdings && there.damaged().is_empty() && there.chunks() >= 2);
    assert!(files(folder.path()).keys().all(|name| name.ends_with(".chunk")));
    // With room again it goes on.
    drop(store);
    let short = schedule.with_replicates(40);
    session(folder.path(), &short, 2, u64::MAX, &simulate).unwrap();
    let store = Store::open(folder.path(), "ab12").unwrap();
    assert!(store.read_in_order(&short).map(Result::unwrap).all(|(u, o)| o == UnitOutcome::Run(simulate(u))));
}

#[test]
fn progress_counts_what_was_there() {
    let schedule = Schedule::new(2, 20, 8);
    let folder = tempdir().unwrap();
    session(folder.path(), &schedule.with_replicates(8), 2, u64::MAX, &simulate).unwrap();
    let store = Store::open(folder.path(), "ab12").unwrap();
    let mut holdings = store.holdings(&schedule).unwrap();
    let told = Mutex::new(vec![]);
    let done = |units| told.lock().unwrap().push(units);
    run_missing(&store, &mut holdings, NonZeroUsize::new(2), &AtomicBool::new(false), &done, &|unit| {
        Some(simulate(unit))
    })
    .unwrap();
    let mut told = told.into_inner().unwrap();
    assert_eq!(told[0], 16);
    told.sort_unstable();
    assert_eq!(told, (16..=40).collect::<Vec<_>>());
}

/// A world of many sites works on them side by side: threads without a unit help, and none begins a unit of its own
/// while it waits for parts of another.
#[test]
fn threads_without_a_unit_help_and_none_runs_two_units_at_once() {
    thread_local!(static INSIDE: Cell<bool> = const { Cell::new(false) });
    let helpers = Mutex::new(BTreeSet::new());
    let in_parts = |unit: Unit| {
        assert!(!INSIDE.replace(true), "a unit inside another");
        let parts: Vec<u8> = (0..200_u8)
            .into_par_iter()
            .map(|part| {
                std::thread::sleep(Duration::from_micros(200));
                helpers.lock().unwrap().insert((unit, rayon::current_thread_index()));
                part
            })
            .collect();
        INSIDE.set(false);
        parts
    };
    for units in [1, 21] {
        let folder = tempdir().unwrap();
        let counts = session(folder.path(), &Schedule::new(1, units, 4), 4, u64::MAX, &in_parts).unwrap();
        assert_eq!(counts, RunCounts { run: units, failed: 0 });
        assert!(helpers.lock().unwrap().len() > 1, "one thread did all the parts of the only unit");
    }
}

#[test]
fn a_chunk_with_a_unit_that_was_given_up_is_run_again() {
    let schedule = Schedule::new(2, 40, 8);
    let folder = tempdir().unwrap();
    let store = Store::open(folder.path(), "ab12").unwrap();
    let mut holdings = store.holdings(&schedule).unwrap();
    let stop = AtomicBool::new(false);
    let run = AtomicU64::new(0);
    let given_up = |unit| {
        let late = run.fetch_add(1, Ordering::Relaxed) >= 30;
        stop.fetch_or(late, Ordering::Relaxed);
        (!late).then(|| simulate(unit))
    };
    let outcome = run_missing(&store, &mut holdings, NonZeroUsize::new(3), &stop, &|_| {}, &given_up);
    assert!(matches!(outcome, Err(Unfinished::Stopped(done)) if done.run <= 30 && done.failed == 0), "{outcome:?}");
    drop(store);
    session(folder.path(), &schedule, 2, u64::MAX, &simulate).unwrap();
    assert_eq!(files(folder.path()), whole(&schedule, 2));
}

#[test]
fn where_there_are_no_threads_the_chunks_are_the_same() {
    let (folder, schedule) = (tempdir().unwrap(), Schedule::new(3, 40, 8));
    let store = Store::open(folder.path(), "ab12").unwrap();
    let mut holdings = store.holdings(&schedule).unwrap();
    let (stop, most) = (AtomicBool::new(false), AtomicU64::new(0));
    let done = |units| {
        most.fetch_max(units, Ordering::Relaxed);
    };
    let one = |unit| Some(simulate(unit));
    let counts = run_missing_on(|| Ok(Threads::OWN), &store, &mut holdings, &stop, &done, &one).unwrap();
    assert_eq!((counts.run, most.into_inner(), holdings.is_complete()), (120, 120, true));
    drop(store);
    assert_eq!(files(folder.path()), whole(&schedule, 3));
}
