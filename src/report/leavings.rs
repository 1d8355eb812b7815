use super::destination::UNFINISHED;
use super::{Failure, Pending};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

/// The name of a plan while it is written.
pub(super) const PARTIAL_PLAN: &str = ".plan.partial";

/// Whether a folder holds nothing but what a process left that was cut off before its plan, or after its last chunk,
/// was there: it is as good as empty.
pub(super) fn only_leavings(folder: &Path) -> bool {
    let unfinished = folder.join(Pending::FOLDER);
    all_names(folder, |name| name == UNFINISHED || name == Pending::FOLDER || is_staging(name))
        && (!unfinished.exists() || all_names(&unfinished, is_of_work))
}

/// Takes away what has been finished of an experiment. Files of others in its folder stay, and then the folder does.
///
/// # Errors
/// If a file cannot be removed, or another process is at work there.
pub(super) fn drop_unfinished(folder: &Path) -> Result<(), Failure> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    if File::open(folder).is_ok_and(|handle| matches!(handle.try_lock(), Err(TryLockError::WouldBlock))) {
        return Err(Failure::new("remove", folder, io::Error::other("another safsim is at work there")));
    }
    let ours = entries.flatten().map(|entry| entry.file_name()).filter(|name| name.to_str().is_some_and(is_of_work));
    // The plan first: chunks without one are dropped by whoever comes next, a plan without chunks would be gone on with.
    for name in [Pending::NAME.into()].into_iter().chain(ours) {
        let path = folder.join(name);
        match fs::remove_file(&path) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(Failure::new("remove", &path, e)),
            _ => {}
        }
    }
    match fs::remove_dir(folder) {
        Err(e) if !matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => {
            Err(Failure::new("remove", folder, e))
        }
        _ => Ok(()),
    }
}

/// Takes away tables and pictures that were growing in a results folder when their process was killed. What cannot be
/// removed stays: it is in nobody's way.
pub(super) fn drop_stagings(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_staging)) {
        let _ = fs::remove_dir_all(entry.path());
    }
}

fn all_names(folder: &Path, expected: impl Fn(&str) -> bool) -> bool {
    let Ok(mut entries) = fs::read_dir(folder) else { return false };
    entries.all(|entry| entry.is_ok_and(|entry| entry.file_name().to_str().is_some_and(&expected)))
}

/// `.partial-PID-ATTEMPT`.
fn is_staging(name: &str) -> bool {
    let numbers = name.strip_prefix(".partial-").and_then(|numbers| numbers.split_once('-'));
    numbers.is_some_and(|(process, attempt)| is_number(process) && is_number(attempt))
}

/// A plan, a chunk (`PLAN-NUMBER.chunk`), or a chunk that is being written.
fn is_of_work(name: &str) -> bool {
    let is_hexadecimal = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
    let is_named = |(plan, number): (&str, &str)| is_hexadecimal(plan) && is_number(number);
    let is_chunk = |(stem, kind): (&str, &str)| {
        stem.split_once('-').is_some_and(is_named) && (kind == "chunk" || kind.starts_with("chunk."))
    };
    name == Pending::NAME || name == PARTIAL_PLAN || name.split_once('.').is_some_and(is_chunk)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
