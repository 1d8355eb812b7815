use super::delivery::{Delivery, LIST, may_be_delivered};
use super::destination::Destination;
use super::digest::sha256_of_file;
use super::failure::Failure;
use super::file_names::{DELIVERY, UNFINISHED};
use super::manifest::{ArmEntry, FileEntry, Manifest, ScenarioEntry};
use super::shelf::Shelf;
use crate::disk::{self, Entry};
use std::io;
use std::io::Write;
use std::path::Path;

/// A folder in which results grow, out of sight (`.partial-PID`): they are delivered once all of them are there. Dropped
/// undelivered, it is removed with what it holds.
#[derive(Debug)]
pub struct Staging<'a> {
    destination: &'a Destination,
    shelf: Shelf,
    delivered: bool,
}

impl<'a> Staging<'a> {
    /// Makes it, inside a destination that exists.
    ///
    /// # Errors
    /// If it cannot be made, or the destination has gone.
    pub(in crate::report) fn begin(destination: &'a Destination) -> Result<Staging<'a>, Failure> {
        destination.claim.check()?;
        for attempt in 0.. {
            let folder = destination.folder().join(format!(".partial-{}-{attempt}", std::process::id()));
            match disk::create_folder(&folder) {
                Ok(()) => return Ok(Staging { destination, shelf: Shelf::at(&folder), delivered: false }),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && attempt < 1000 => {}
                Err(e) => return Err(Failure::new("write to the folder", &folder, e)),
            }
        }
        unreachable!("the last attempt returns")
    }

    /// Where to write.
    #[must_use]
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Writes a whole file; `name` may have one folder in it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let mut file = self.shelf.begin(name)?;
        let path = self.shelf.folder().join(name);
        file.write_all(bytes).and_then(|()| file.close()).map_err(Failure::at("write", &path))
    }

    /// Adds the manifest and puts everything in its place. `unfinished` says why results are not complete, if so.
    ///
    /// # Errors
    /// If that fails: what is there already is then as it was, or on its way to be replaced, and the message says how to
    /// go on.
    pub fn deliver(
        self,
        scenario: ScenarioEntry,
        arms: Vec<ArmEntry>,
        replicates_done: u64,
        unfinished: Option<&str>,
    ) -> Result<Manifest, Failure> {
        let manifest = Manifest {
            program: "safsim".to_owned(),
            maker: self.destination.wanted.maker.clone(),
            scenario,
            plan: self.destination.wanted.plan.clone(),
            arms,
            replicates_done,
            files: self.entries()?,
        };
        self.hand_over(manifest, unfinished.map(str::to_owned))
    }

    /// Puts its files in the place of those of the same names in results that are there, and leaves the others; results that
    /// are marked unfinished stay so.
    ///
    /// # Errors
    /// As for [`Staging::deliver`].
    pub fn renew(self, mut manifest: Manifest) -> Result<Manifest, Failure> {
        let renewed = self.entries()?;
        manifest.files.retain(|file| renewed.iter().all(|other| other.path != file.path));
        manifest.files.extend(renewed);
        manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        let unfinished = self.destination.why_unfinished()?;
        self.hand_over(manifest, unfinished)
    }

    fn hand_over(mut self, manifest: Manifest, unfinished: Option<String>) -> Result<Manifest, Failure> {
        let target = self.destination.folder();
        let from = self.shelf.folder().to_owned();
        self.destination.claim.check()?;
        let earlier = self.destination.earlier.as_ref();
        let mut old: Vec<FileEntry> = earlier.map_or_else(Vec::new, |m| m.files.clone());
        if earlier.is_some() && self.destination.holds(Manifest::NAME)? {
            old.push(entry(target, Manifest::NAME)?);
        }
        // Those of a renewed folder that are not renewed stay where they are.
        old.retain(|old| manifest.files.iter().all(|file| file != old));
        let mut new = self.entries()?;
        self.write(Manifest::NAME, manifest.to_json().as_bytes())?;
        new.push(entry(&from, Manifest::NAME)?);
        let delivery = Delivery { new, old, unfinished };
        delivery.check(target)?;
        // Nothing is handed over that is not on the disk, its names included.
        for folder in [from.join("charts"), from.clone()] {
            if disk::look(&folder).map_err(Failure::at("read", &folder))? == Entry::Folder {
                disk::sync_folder(&folder).map_err(Failure::at("write to the folder", &folder))?;
            }
        }
        let list = from.join(LIST);
        disk::NewFile::whole(&list, delivery.to_json().as_bytes()).map_err(Failure::at("write", &list))?;
        disk::sync_folder(&from).map_err(Failure::at("write to the folder", &from))?;
        let handed = target.join(DELIVERY);
        disk::rename(&from, &handed).map_err(Failure::at("write to the folder", &handed))?;
        self.delivered = true;
        disk::sync_folder(target).map_err(Failure::at("write to the folder", target))?;
        delivery.carry_out(target)?;
        self.destination.claim.check()?;
        Ok(manifest)
    }

    /// The files that were begun here, by path; one that has gone meanwhile is an error.
    fn entries(&self) -> Result<Vec<FileEntry>, Failure> {
        let files = self.shelf.files();
        let delivered = files.iter().filter(|name| may_be_delivered(name) && *name != Manifest::NAME);
        delivered.map(|name| entry(self.shelf.folder(), name)).collect()
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        if !self.delivered && matches!(disk::look(self.shelf.folder()), Ok(Entry::Folder)) {
            // Nobody is left to tell; what remains is taken away by whoever comes next.
            let _ = disk::remove_tree(self.shelf.folder());
        }
    }
}

fn entry(folder: &Path, name: &str) -> Result<FileEntry, Failure> {
    let (sha256, bytes) = sha256_of_file(&folder.join(name))?;
    Ok(FileEntry { path: name.to_owned(), bytes, sha256 })
}

/// Bytes of the marker, at most.
const MARKER: u64 = 1 << 16;

impl Destination {
    /// What the marker says, if the results are marked as not complete.
    fn why_unfinished(&self) -> Result<Option<String>, Failure> {
        let path = self.folder().join(UNFINISHED);
        match disk::read(&path, MARKER) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(Failure::new("read", &path, e)),
        }
    }

    fn holds(&self, name: &str) -> Result<bool, Failure> {
        let path = self.folder().join(name);
        Ok(disk::look(&path).map_err(Failure::at("read", &path))? == Entry::File)
    }
}

#[cfg(test)]
#[path = "staging_failure_tests.rs"]
mod failure_tests;
#[cfg(all(test, unix))]
#[path = "staging_link_tests.rs"]
mod link_tests;
#[cfg(test)]
#[path = "staging_tests.rs"]
mod tests;
