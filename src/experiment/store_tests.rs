use super::{Held, Schedule, Store, StoreError, Unit, UnitOutcome};
use crate::disk::{Fault, fail_here, mend_here};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

fn schedule() -> Schedule {
    Schedule::new(2, 9, 8)
}

fn outcome(unit: Unit) -> UnitOutcome {
    if unit.replicate == 5 { UnitOutcome::Failed("no".into()) } else { UnitOutcome::Run(vec![unit.cell as u8; 20]) }
}

/// A store with all three chunks: two of eight units, one of two.
fn full() -> (TempDir, Store) {
    let folder = tempdir().unwrap();
    let store = Store::open(folder.path(), "ab12").unwrap();
    for chunk in 0..3 {
        put(&store, &schedule(), chunk).unwrap();
    }
    (folder, store)
}

fn put(store: &Store, schedule: &Schedule, chunk: u64) -> Result<(), StoreError> {
    store.put(schedule, chunk, &schedule.units(chunk).map(outcome).collect::<Vec<_>>())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_put_is_got_and_read_in_order() {
    let (folder, store) = full();
    assert_eq!(names(folder.path()), ["ab12-00000.chunk", "ab12-00001.chunk", "ab12-00002.chunk"]);
    let read: Vec<_> = store.read_in_order(&schedule()).map(Result::unwrap).collect();
    assert_eq!(read, schedule().iter().map(|unit| (unit, outcome(unit))).collect::<Vec<_>>());
    let holdings = store.holdings(&schedule()).unwrap();
    assert!(holdings.is_complete() && holdings.damaged().is_empty());
    assert_eq!((holdings.chunks(), holdings.units(), holdings.replicates()), (3, 18, 9));
}

#[test]
fn a_missing_chunk_is_passed_over_and_ends_the_complete_replicates() {
    let (_folder, store) = full();
    fs::remove_file(store.path(1)).unwrap();
    assert_eq!(store.get(&schedule(), 1).unwrap(), Held::Missing);
    let holdings = store.holdings(&schedule()).unwrap();
    assert_eq!((holdings.chunks(), holdings.units(), holdings.replicates()), (2, 10, 4));
    let read: Vec<_> = store.read_in_order(&schedule()).map(|item| item.unwrap().0).collect();
    assert_eq!(read, schedule().units(0).chain(schedule().units(2)).collect::<Vec<_>>());
}

type Harm = fn(&Path, Vec<u8>);

#[test]
fn every_kind_of_damage_is_named() {
    let harms: [(Harm, &str); 6] = [
        (|path, _| fs::write(path, "").unwrap(), "is empty"),
        (|path, bytes| fs::write(path, &bytes[..20]).unwrap(), "is cut short"),
        (|path, bytes| fs::write(path, &bytes[..60]).unwrap(), "is cut short or altered: its checksum is wrong"),
        (
            |path, mut bytes| {
                bytes[40] ^= 1;
                fs::write(path, bytes).unwrap();
            },
            "is cut short or altered: its checksum is wrong",
        ),
        (|path, _| fs::write(path, "a letter to my aunt").unwrap(), "does not begin like a chunk"),
        (|path, _| assert!(fs::copy(path.with_file_name("ab12-00000.chunk"), path).is_ok()), "is another chunk's file"),
    ];
    for (harm, why) in harms {
        let (folder, store) = full();
        harm(&store.path(1), fs::read(store.path(1)).unwrap());
        drop(store);
        let store = Store::open(folder.path(), "ab12").unwrap();
        let holdings = store.holdings(&schedule()).unwrap();
        let named: Vec<_> = holdings.damaged().iter().map(ToString::to_string).collect();
        assert_eq!(named, [format!("chunk 00001 is damaged: {} {why}", store.path(1).display())]);
        assert_eq!((holdings.is_complete(), holdings.units()), (false, 10), "{why}");
        let error = store.read_in_order(&schedule()).find_map(Result::err);
        assert!(matches!(error, Some(StoreError::Damaged(damage)) if damage.chunk == 1), "{why}");
    }
}

#[test]
fn half_written_files_of_a_killed_process_are_removed_and_nothing_else() {
    let (folder, _) = full();
    for name in
        ["ab12-00003.chunk.4711.tmp", "ab12-00001.chunk.1.tmp", "notes.tmp", "notes.chunk", "1.chunk.txt", ".chunk"]
    {
        fs::write(folder.path().join(name), "half").unwrap();
    }
    Store::open(folder.path(), "ab12").unwrap();
    let kept = [
        ".chunk",
        "1.chunk.txt",
        "ab12-00000.chunk",
        "ab12-00001.chunk",
        "ab12-00002.chunk",
        "notes.chunk",
        "notes.tmp",
    ];
    assert_eq!(names(folder.path()), kept);
}

#[test]
fn chunks_of_another_plan_are_refused_and_left_alone() {
    let (folder, store) = full();
    drop(store);
    for other in ["ab13", "", "ab1", "ab123"] {
        let error = Store::open(folder.path(), other).unwrap_err();
        assert!(matches!(&error, StoreError::OtherPlan { path } if path.parent() == Some(folder.path())));
        assert!(error.to_string().contains("belongs to another experiment"), "{error}");
    }
    let store = Store::open(folder.path(), "ab12").unwrap();
    for other in [Schedule::new(3, 9, 8), Schedule::new(2, 9, 6)] {
        assert!(matches!(store.holdings(&other), Err(StoreError::OtherPlan { .. })));
    }
    assert!(store.holdings(&schedule()).unwrap().is_complete());
}

#[test]
fn more_replicates_take_over_whole_chunks_and_fewer_what_they_ask_for() {
    let (_folder, store) = full();
    let more = schedule().with_replicates(12);
    assert_eq!(store.get(&more, 2).unwrap(), Held::Missing, "it was written for fewer");
    let holdings = store.holdings(&more).unwrap();
    assert_eq!((holdings.chunks(), holdings.replicates(), holdings.damaged().len()), (2, 8, 0));
    let fewer = schedule().with_replicates(6);
    assert!(store.holdings(&fewer).unwrap().is_complete());
    assert!(matches!(store.get(&fewer, 1).unwrap(), Held::Whole(outcomes) if outcomes.len() == 4));
    let read: Vec<_> = store.read_in_order(&fewer).map(Result::unwrap).collect();
    assert_eq!(read, fewer.iter().map(|unit| (unit, outcome(unit))).collect::<Vec<_>>());
}

#[test]
fn a_file_where_the_folder_should_be_is_said_plainly() {
    let folder = tempdir().unwrap();
    let file: PathBuf = folder.path().join("out");
    fs::write(&file, "").unwrap();
    for path in [file.clone(), file.join("chunks")] {
        let error = Store::open(&path, "ab12").unwrap_err().to_string();
        assert_eq!(error, format!("could not create the folder {}: a part of that path is a file", path.display()));
    }
}

/// Whatever step fails, and whether the disk comes back or the process is gone: a chunk is there whole or not at all, and
/// what had been kept is.
#[test]
fn every_step_can_fail_and_nothing_is_half_there() {
    let mut steps = 0;
    for fault in [Fault::Once as fn(u64) -> Fault, Fault::From] {
        for at in 0.. {
            let folder = tempdir().unwrap();
            let store = Store::open(folder.path(), "ab12").unwrap();
            put(&store, &schedule(), 0).unwrap();
            fail_here(fault(at));
            let kept = put(&store, &schedule(), 1);
            let taken = mend_here();
            drop(store);
            if taken <= at {
                kept.unwrap();
                break;
            }
            steps += 1;
            assert!(kept.unwrap_err().to_string().ends_with(": the disk is full"));
            let store = Store::open(folder.path(), "ab12").unwrap();
            assert!(matches!(store.get(&schedule(), 0).unwrap(), Held::Whole(_)));
            assert!(!matches!(store.get(&schedule(), 1).unwrap(), Held::Damaged(_)), "step {at}");
            put(&store, &schedule(), 1).unwrap();
            assert_eq!(names(folder.path()), ["ab12-00000.chunk", "ab12-00001.chunk"]);
        }
    }
    assert!(steps >= 10, "{steps} failures were tried");
}

/// Links, pipes and folders in the place of a chunk: nothing is followed, nothing hangs, nothing of others is removed.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_no_chunk() {
    let (folder, store) = full();
    let elsewhere = tempdir().unwrap();
    let theirs = elsewhere.path().join("theirs");
    fs::copy(store.path(0), &theirs).unwrap();
    fs::remove_file(store.path(0)).unwrap();
    std::os::unix::fs::symlink(&theirs, store.path(0)).unwrap();
    fs::remove_file(store.path(1)).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(store.path(1)).status().unwrap().success());
    drop(store);
    let store = Store::open(folder.path(), "ab12").unwrap();
    let mut holdings = store.holdings(&schedule()).unwrap();
    assert_eq!(holdings.damaged().len(), 2);
    assert!(holdings.damaged().iter().all(|damage| damage.why == "is a link, a pipe or a device, not a file"));
    let stop = std::sync::atomic::AtomicBool::new(false);
    super::run_missing(&store, &mut holdings, None, &stop, &|_| {}, &|unit| Some(vec![unit.cell as u8; 20])).unwrap();
    assert!(store.holdings(&schedule()).unwrap().is_complete() && theirs.exists());

    let link = folder.path().join("link");
    std::os::unix::fs::symlink(elsewhere.path(), &link).unwrap();
    let refused = Store::open(&link, "ab12").unwrap_err().to_string();
    assert!(refused.ends_with("link: it is a symbolic link: move it away"), "{refused}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_went_away_is_not_written_to_again() {
    let (folder, store) = full();
    let away = folder.path().with_extension("away");
    fs::rename(folder.path(), &away).unwrap();
    let gone = |store: &Store| put(store, &schedule(), 1).unwrap_err().to_string();
    assert!(gone(&store).ends_with("was moved or removed while safsim was writing to it"));
    fs::create_dir(folder.path()).unwrap();
    assert!(gone(&store).ends_with("was moved or removed while safsim was writing to it"));
    assert_eq!(names(folder.path()), [""; 0], "the folder is another's");
    fs::remove_dir_all(&away).unwrap();
}

#[cfg(unix)]
#[test]
fn a_folder_is_open_once_at_a_time() {
    let (folder, store) = full();
    let error = Store::open(folder.path(), "ab12").unwrap_err();
    assert_eq!(error.to_string(), format!("another safsim is at work in {}", folder.path().display()));
    drop(store);
    Store::open(folder.path(), "ab12").unwrap();
}
