use super::destination::UNFINISHED;
use super::leavings::{PARTIAL_PLAN, drop_stagings, drop_unfinished};
use super::staging::sync_folder;
use super::table::write_file;
use super::{Destination, Failure, Pending, Staging};
use std::fs;
use std::path::{Path, PathBuf};

/// A results folder in which an experiment is under way: what has been finished of it lies in `unfinished`, from the
/// first chunk until the tables are in place.
#[derive(Debug)]
pub struct Workplace {
    destination: Destination,
    resumes: bool,
}

impl Workplace {
    /// Makes the folder, or goes on in it; this is where a disk that cannot be written to is found out, before anything
    /// is computed. An unfinished experiment of another plan is dropped: [`Destination::inspect`] has asked for `force`.
    ///
    /// # Errors
    /// If that fails, or if another process is at work on what is to be dropped.
    pub fn begin(destination: Destination) -> Result<Workplace, Failure> {
        let resumes = destination.can_resume();
        let place = Workplace { destination, resumes };
        if resumes {
            place.open()?;
            return Ok(place);
        }
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
        let chunks = self.chunks();
        fs::create_dir_all(&chunks).map_err(Failure::at("create the folder", &chunks))?;
        let plan = chunks.join(Pending::NAME);
        if !self.resumes {
            // Under another name first: a plan that was half written would keep everybody out of the folder.
            let partial = chunks.join(PARTIAL_PLAN);
            write_file(&partial, self.destination.wanted.to_json().as_bytes())?;
            fs::rename(&partial, &plan).map_err(Failure::at("write", &plan))?;
            sync_folder(&chunks);
        }
        if !self.destination.holds_complete_results() {
            let marker = self.destination.folder.join(UNFINISHED);
            let text = "An experiment is under way here, or was cut off. The same command goes on with it.\n";
            write_file(&marker, text.as_bytes())?;
        }
        Ok(())
    }

    /// The folder of finished chunks.
    #[must_use]
    pub fn chunks(&self) -> PathBuf {
        self.destination.folder.join(Pending::FOLDER)
    }

    /// The results folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.destination.folder
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

    /// A place for tables and charts to grow; what others left that were killed while theirs grew is removed.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn staging(&self) -> Result<Staging<'_>, Failure> {
        drop_stagings(&self.destination.folder);
        Staging::begin(&self.destination)
    }

    /// A place for tables and charts that replace some of the complete results in a folder.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn renewing(destination: &Destination) -> Result<Staging<'_>, Failure> {
        drop_stagings(&destination.folder);
        Staging::begin(destination)
    }

    /// Takes away what has been finished: it is in the tables, or nothing is worth keeping. A folder that holds nothing
    /// else, and was not there before, goes too.
    ///
    /// # Errors
    /// If that fails.
    pub fn clear(self) -> Result<(), Failure> {
        drop_unfinished(&self.chunks())?;
        let folder = &self.destination.folder;
        if !folder.join(super::Manifest::NAME).exists() {
            let _ = fs::remove_file(folder.join(UNFINISHED));
            if !self.destination.exists {
                // It is empty, or somebody has put something into it meanwhile.
                let _ = fs::remove_dir(folder);
            }
        }
        Ok(())
    }
}
