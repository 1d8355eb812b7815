//! How results are put into their folder, so that a cut at any moment is mended by whoever comes next.
//!
//! 1. Everything is written into a staging folder, every file synced, then the folders; last the list of what is to be done.
//! 2. The staging folder is renamed to [`DELIVERY`], and the results folder synced. Before this the folder is as it was; from
//!    here on the results are there, and only have to be carried to their places.
//! 3. The folder is marked `UNFINISHED`; files go to their places, the manifest last; what no longer belongs goes.
//! 4. `charts` and the folder are synced; all is looked at once more; the marker goes, the folder is synced again; then the
//!    list, and what is left of the delivery.
//!
//! Each step of 3 and 4 may be done twice, so a delivery that was cut off is simply done again.

use super::digest::sha256_of_file;
use super::failure::Failure;
use super::file_names::{DELIVERY, UNFINISHED};
use super::leavings::put_whole;
use super::manifest::{FileEntry, are_plain, is_plain};
use crate::disk::{self, Entry};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

/// The list in it of what is to be done.
pub(in crate::report) const LIST: &str = "delivery.json";
/// Bytes of the list, at most.
const MOST: u64 = 16 << 20;

/// What is to be done.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::report) struct Delivery {
    /// Files to be put in their places, the manifest last.
    pub(in crate::report) new: Vec<FileEntry>,
    /// What may be in their places, or is to go: files as they were before.
    pub(in crate::report) old: Vec<FileEntry>,
    /// What the marker says afterwards, if the results are not complete.
    pub(in crate::report) unfinished: Option<String>,
}

/// What was found of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Mended {
    Nothing,
    Delivered,
}

impl Delivery {
    pub(in crate::report) fn to_json(&self) -> String {
        // Strings and whole numbers only: nothing in it can fail to be written.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }

    fn read(path: &Path) -> Result<Delivery, Failure> {
        let bytes = disk::read(path, MOST).map_err(Failure::at("read", path))?;
        let delivery: Delivery =
            serde_json::from_slice(&bytes).map_err(|e| Failure::new("understand", path, e.into()))?;
        are_plain(delivery.new.iter())
            .and_then(|()| are_plain(delivery.old.iter()))
            .map_err(|why| Failure::new("understand", path, io::Error::other(why)))?;
        Ok(delivery)
    }

    /// Whether every file that is in the way is one that may be replaced: as it was before, or the new one itself.
    ///
    /// # Errors
    /// Names the first that is not.
    pub(in crate::report) fn check(&self, target: &Path) -> Result<(), Failure> {
        check_folders(target, &self.new)?;
        self.new.iter().try_for_each(|file| self.check_place(target, file))
    }

    fn check_place(&self, target: &Path, file: &FileEntry) -> Result<(), Failure> {
        let to = target.join(&file.path);
        let old = self.old.iter().find(|old| old.path == file.path);
        match disk::look(&to).map_err(Failure::at("replace", &to))? {
            Entry::Missing => Ok(()),
            Entry::File => {
                let (sha256, bytes) = sha256_of_file(&to)?;
                if std::iter::once(file).chain(old).any(|known| known.sha256 == sha256 && known.bytes == bytes) {
                    return Ok(());
                }
                let why = "it is not as safsim wrote it: move it away, then give the same command again";
                Err(Failure::new("replace", &to, io::Error::other(why)))
            }
            other => {
                let why =
                    format!("it is {}, not a file: move it away, then give the same command again", other.words());
                Err(Failure::new("replace", &to, io::Error::other(why)))
            }
        }
    }

    /// Carries everything to its place. Once [`DELIVERY`] is there, this may be done any number of times.
    pub(in crate::report) fn carry_out(&self, target: &Path) -> Result<(), Failure> {
        let from = target.join(DELIVERY);
        mark(target, self.unfinished.as_deref().unwrap_or(UNDER_WAY))?;
        check_folders(target, &self.new)?;
        for file in self.old.iter().filter(|old| self.new.iter().all(|new| new.path != old.path)) {
            let path = target.join(&file.path);
            // A file that somebody has changed since is theirs.
            if disk::look(&path).map_err(Failure::at("remove", &path))? == Entry::File && is_file(&path, file)? {
                disk::remove(&path).map_err(Failure::at("remove", &path))?;
            }
        }
        for file in &self.new {
            let (staged, to) = (from.join(&file.path), target.join(&file.path));
            match disk::look(&staged).map_err(Failure::at("read", &staged))? {
                Entry::File => {
                    self.check_place(target, file)?;
                    make_parent(target, &to)?;
                    disk::rename(&staged, &to).map_err(Failure::at("move a finished file to", &to))?;
                }
                // It has been moved already, or it is lost.
                _ => present(&to, file)?,
            }
        }
        let charts = target.join(CHARTS);
        if self.old.iter().any(|old| old.path.starts_with("charts/"))
            && disk::look(&charts).map_err(Failure::at("read", &charts))? == Entry::Folder
        {
            disk::remove_empty(&charts).map_err(Failure::at("remove", &charts))?;
        }
        for folder in [&charts, target] {
            if disk::look(folder).map_err(Failure::at("read", folder))? == Entry::Folder {
                disk::sync_folder(folder).map_err(Failure::at("write to the folder", folder))?;
            }
        }
        self.new.iter().try_for_each(|file| present(&target.join(&file.path), file))?;
        if self.unfinished.is_none() {
            let marker = target.join(UNFINISHED);
            disk::remove(&marker).map_err(Failure::at("remove", &marker))?;
            disk::sync_folder(target).map_err(Failure::at("write to the folder", target))?;
        }
        clear(target)
    }
}

/// What the marker says while files are on their way.
const UNDER_WAY: &str = "safsim was putting new results in place. Any safsim that writes here goes on with that first; so does\n    \
                         safsim report FOLDER\n";

/// The one folder that results may have in theirs.
const CHARTS: &str = "charts";

/// Finishes a delivery that was cut off.
pub(in crate::report) fn mend(target: &Path) -> Result<Mended, Failure> {
    let from = target.join(DELIVERY);
    match disk::look(&from).map_err(Failure::at("read", &from))? {
        Entry::Missing => return Ok(Mended::Nothing),
        Entry::Folder => {}
        other => {
            let why = format!("it is {}, not a folder: move it away", other.words());
            return Err(Failure::new("use", &from, io::Error::other(why)));
        }
    }
    let list = from.join(LIST);
    if disk::look(&list).map_err(Failure::at("read", &list))? == Entry::Missing {
        // All was in place but for this.
        clear(target)?;
        return Ok(Mended::Nothing);
    }
    Delivery::read(&list)?.carry_out(target)?;
    Ok(Mended::Delivered)
}

/// Marks results as not complete.
pub(in crate::report) fn mark(target: &Path, why: &str) -> Result<(), Failure> {
    put_whole(target, UNFINISHED, why.as_bytes())
}

/// Takes away what is left of a delivery: its list first, without which nothing is done again.
fn clear(target: &Path) -> Result<(), Failure> {
    let from = target.join(DELIVERY);
    let list = from.join(LIST);
    disk::remove(&list).map_err(Failure::at("remove", &list))?;
    for folder in [&from.join(CHARTS), &from] {
        if disk::look(folder).map_err(Failure::at("remove", folder))? == Entry::Folder
            && !disk::remove_empty(folder).map_err(Failure::at("remove", folder))?
        {
            let why = io::Error::other("it holds files that safsim did not put there: move it away");
            return Err(Failure::new("remove", folder, why));
        }
    }
    disk::sync_folder(target).map_err(Failure::at("write to the folder", target))
}

/// Whether a file is the one of an entry.
pub(in crate::report) fn is_file(path: &Path, entry: &FileEntry) -> Result<bool, Failure> {
    let (sha256, bytes) = sha256_of_file(path)?;
    Ok(sha256 == entry.sha256 && bytes == entry.bytes)
}

/// An error unless the file of an entry is there.
fn present(path: &Path, entry: &FileEntry) -> Result<(), Failure> {
    if disk::look(path).map_err(Failure::at("read", path))? == Entry::File && is_file(path, entry)? {
        return Ok(());
    }
    let why = "what was to be there is lost, or was replaced by somebody else: run the experiment again";
    Err(Failure::new("put in its place", path, io::Error::other(why)))
}

/// An error if a folder of one of these files is something else, such as a link that leads elsewhere.
fn check_folders(target: &Path, files: &[FileEntry]) -> Result<(), Failure> {
    for folder in files.iter().filter_map(|file| file.path.split_once('/')).map(|(folder, _)| target.join(folder)) {
        match disk::look(&folder).map_err(Failure::at("write to the folder", &folder))? {
            Entry::Missing | Entry::Folder => {}
            other => {
                let why = format!("it is {}, not a folder: move it away", other.words());
                return Err(Failure::new("write to the folder", &folder, io::Error::other(why)));
            }
        }
    }
    Ok(())
}

fn make_parent(target: &Path, to: &Path) -> Result<(), Failure> {
    match to.parent() {
        Some(parent)
            if parent != target
                && disk::look(parent).map_err(Failure::at("create the folder", parent))? == Entry::Missing =>
        {
            disk::create_folder(parent).map_err(Failure::at("create the folder", parent))
        }
        _ => Ok(()),
    }
}

/// Whether a name may be that of a file in a delivery.
pub(in crate::report) fn may_be_delivered(name: &str) -> bool {
    is_plain(name) && name != LIST
}
