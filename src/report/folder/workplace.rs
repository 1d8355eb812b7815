use super::destination::Destination;
use super::failure::Failure;
use super::file_names::UNFINISHED;
use super::leavings::{drop_unfinished, own_folder, put_whole, refuse_others};
use super::manifest::Pending;
use super::shard_entry::ShardEntry;
use super::staging::Staging;
use crate::disk;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A results folder in which an experiment is under way: what has been finished of it lies in `unfinished`, from the
/// first chunk until the tables are in place.
#[derive(Debug)]
pub struct Workplace {
    destination: Destination,
    resumes: bool,
}

impl Workplace {
    /// Goes to work in a folder; this is where a disk that cannot be written to is found out, before anything is computed.
    /// An unfinished experiment of another plan is dropped ([`Destination::inspect`] has asked for `force`), and so is one
    /// of another model.
    ///
    /// # Errors
    /// If that fails.
    pub fn begin(destination: Destination) -> Result<Workplace, Failure> {
        let resumes = destination.can_resume();
        let place = Workplace { destination, resumes };
        if resumes {
            place.open()?;
            return Ok(place);
        }
        refuse_others(&place.chunks().join(Pending::NAME))?;
        drop_unfinished(&place.chunks())?;
        match place.open() {
            Ok(()) => Ok(place),
            Err(failure) => {
                // Nothing has been done yet; why it cannot be done is what is told.
                let _ = place.clear();
                Err(failure)
            }
        }
    }

    fn open(&self) -> Result<(), Failure> {
        let chunks = own_folder(self.folder(), Pending::FOLDER)?;
        if !self.resumes {
            put_whole(&chunks, Pending::NAME, self.destination.wanted.to_json().as_bytes())?;
        }
        if !self.destination.holds_complete_results() {
            let text = "An experiment is under way here, or was cut off. The same command goes on with it.\n";
            put_whole(self.folder(), UNFINISHED, text.as_bytes())?;
        }
        disk::sync_folder(self.folder()).map_err(Failure::at("write to the folder", self.folder()))
    }

    /// Says what is under way here: a part of an experiment, with the scenario that makes it.
    ///
    /// # Errors
    /// If that cannot be written.
    pub fn put_shard<R: Serialize>(&self, entry: &ShardEntry<R>, scenario: &str) -> Result<(), Failure> {
        put_whole(&self.chunks(), ShardEntry::SCENARIO, scenario.as_bytes())?;
        put_whole(&self.chunks(), ShardEntry::NAME, entry.to_json().as_bytes())
    }

    /// The folder of finished chunks.
    #[must_use]
    pub fn chunks(&self) -> PathBuf {
        self.folder().join(Pending::FOLDER)
    }

    /// The results folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.destination.folder()
    }

    /// Whether the results folder is where it was: it has been neither moved nor removed.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.destination.claim.holds()
    }

    /// Whether an unfinished experiment is gone on with.
    #[must_use]
    pub fn resumes(&self) -> bool {
        self.resumes
    }

    /// Whether complete results lie in the folder, which stay until others are complete.
    #[must_use]
    pub fn holds_complete_results(&self) -> bool {
        self.destination.holds_complete_results()
    }

    /// A place for tables and charts to grow.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn staging(&self) -> Result<Staging<'_>, Failure> {
        Staging::begin(&self.destination)
    }

    /// A place for tables and charts that replace some of the complete results in a folder.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn renewing(destination: &Destination) -> Result<Staging<'_>, Failure> {
        Staging::begin(destination)
    }

    /// Takes away what has been finished: it is in the tables, or nothing is worth keeping. A folder that holds nothing
    /// else, and was not there before, goes with its claim.
    ///
    /// # Errors
    /// If that fails.
    pub fn clear(self) -> Result<(), Failure> {
        self.destination.claim.check()?;
        drop_unfinished(&self.chunks())?;
        if self.destination.earlier.is_none() && !self.folder().join(super::Manifest::NAME).exists() {
            let marker = self.folder().join(UNFINISHED);
            refuse_others(&marker)?;
            disk::remove(&marker).map_err(Failure::at("remove", &marker))?;
        }
        Ok(())
    }
}
