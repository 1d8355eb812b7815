use super::failure::Failure;
use super::file_names::{DELIVERY, UNFINISHED};
use super::manifest::Pending;
use super::shard_entry::ShardEntry;
use crate::disk::{self, Entry, Lock, NewFile};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Whether a folder holds nothing but what a process left that was cut off before its plan, or after its last chunk,
/// was there: it is as good as empty.
pub(in crate::report) fn only_leavings(folder: &Path) -> bool {
    let unfinished = folder.join(Pending::FOLDER);
    let is_leaving = |name: &str| {
        let known = [UNFINISHED, Pending::FOLDER, DELIVERY, Lock::NAME];
        known.contains(&name) || name == partial(UNFINISHED) || is_staging(name) || is_shard(name)
    };
    all_names(folder, is_leaving)
        && (matches!(disk::look(&unfinished), Ok(Entry::Missing)) || all_names(&unfinished, is_of_work))
}

/// Takes away what has been finished of an experiment. Files of others in its folder stay, and then the folder does.
///
/// # Errors
/// If a file cannot be removed, or another process is at work there.
pub(in crate::report) fn drop_unfinished(folder: &Path) -> Result<(), Failure> {
    if disk::look(folder).map_err(Failure::at("read", folder))? != Entry::Folder {
        return Ok(());
    }
    let entries = fs::read_dir(folder).map_err(Failure::at("read", folder))?;
    if File::open(folder).is_ok_and(|handle| matches!(handle.try_lock(), Err(TryLockError::WouldBlock))) {
        return Err(Failure::new("remove", folder, io::Error::other("another safsim is at work there")));
    }
    let ours = entries.flatten().map(|entry| entry.file_name()).filter(|name| name.to_str().is_some_and(is_of_work));
    // The plan first: chunks without one are dropped by whoever comes next, a plan without chunks would be gone on with.
    for name in [Pending::NAME.into()].into_iter().chain(ours) {
        let path = folder.join(name);
        refuse_folder(&path)?;
        disk::remove(&path).map_err(Failure::at("remove", &path))?;
    }
    disk::remove_empty(folder).map_err(Failure::at("remove", folder)).map(drop)
}

/// Takes away tables and pictures that were growing in a results folder when their process was killed, and a marker; only whoever has
/// the claim of the folder may do so. What cannot be removed stays: it is in nobody's way.
pub(in crate::report) fn drop_stagings(folder: &Path) {
    let marker = folder.join(partial(UNFINISHED));
    if matches!(disk::look(&marker), Ok(Entry::File)) {
        let _ = disk::remove(&marker);
    }
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_staging)) {
        if matches!(disk::look(&entry.path()), Ok(Entry::Folder)) {
            let _ = disk::remove_tree(&entry.path());
        }
    }
}

/// Writes a file of ours so that it appears whole or not at all, in place of an earlier one of ours: made new under another
/// name, synced, renamed. What is no file is refused.
pub(in crate::report) fn put_whole(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let (path, begun) = (folder.join(name), folder.join(partial(name)));
    refuse_others(&path)?;
    refuse_others(&begun)?;
    disk::remove(&begun).map_err(Failure::at("remove", &begun))?;
    let write = || {
        NewFile::whole(&begun, bytes)?;
        disk::rename(&begun, &path)?;
        disk::sync_folder(folder)
    };
    write().map_err(|error| {
        // What is told is why it could not be written.
        let _ = disk::remove(&begun);
        Failure::new("write", &path, error)
    })
}

/// A link or a pipe can be taken away for what it is; what a folder holds is somebody's.
fn refuse_folder(path: &Path) -> Result<(), Failure> {
    match disk::look(path).map_err(Failure::at("remove", path))? {
        Entry::Folder => {
            let why = format!("it is {}, not a file: move it away", Entry::Folder.words());
            Err(Failure::new("remove", path, io::Error::other(why)))
        }
        _ => Ok(()),
    }
}

/// An error if something is there that is no file.
pub(in crate::report) fn refuse_others(path: &Path) -> Result<(), Failure> {
    match disk::look(path).map_err(Failure::at("write", path))? {
        Entry::Missing | Entry::File => Ok(()),
        other => {
            let why = format!("it is {}, not a file: move it away", other.words());
            Err(Failure::new("write", path, io::Error::other(why)))
        }
    }
}

/// A folder of ours inside a results folder, made if it is not there.
pub(in crate::report) fn own_folder(folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    let path = folder.join(name);
    match disk::look(&path).map_err(Failure::at("create the folder", &path))? {
        Entry::Folder => {}
        Entry::Missing => disk::create_folder(&path).map_err(Failure::at("create the folder", &path))?,
        other => {
            let why = format!("it is {}, not a folder: move it away", other.words());
            return Err(Failure::new("write to the folder", &path, io::Error::other(why)));
        }
    }
    Ok(path)
}

/// The name of a file while it is written.
pub(in crate::report) fn partial(name: &str) -> String {
    format!(".{}.partial", name.trim_end_matches(".json"))
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

/// `shard-INDEX-OF-NUMBER`: the folder of a part of an experiment, inside of the folder where the whole is to be.
fn is_shard(name: &str) -> bool {
    let numbers = name.strip_prefix("shard-").and_then(|numbers| numbers.split_once("-of-"));
    numbers.is_some_and(|(index, of)| is_number(index) && is_number(of))
}

/// A plan, what is said of a shard, a chunk (`PLAN-NUMBER.chunk`), or a chunk that is being written.
fn is_of_work(name: &str) -> bool {
    let is_hexadecimal = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
    let is_named = |(plan, number): (&str, &str)| is_hexadecimal(plan) && is_number(number);
    let is_chunk = |(stem, kind): (&str, &str)| {
        stem.split_once('-').is_some_and(is_named) && (kind == "chunk" || kind.starts_with("chunk."))
    };
    let said = [Pending::NAME, ShardEntry::NAME, ShardEntry::SCENARIO];
    said.iter().any(|said| name == *said || name == partial(said)) || name.split_once('.').is_some_and(is_chunk)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
