use super::delivery::{Mended, mend};
use super::failure::Failure;
use super::file_names::DELIVERY;
use super::leavings::drop_stagings;
use super::refusal::Refusal;
use crate::disk::{self, Entry, Lock};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A results folder that is this process's alone as long as this lives: everybody who writes to one has its claim first,
/// and looks at what is in it only then.
#[derive(Debug)]
pub struct Claim {
    folder: PathBuf,
    /// Whether this claim made the folder.
    made: bool,
    /// Gone before the folder goes.
    lock: Option<Lock>,
    mended: Mended,
}

/// What somebody does who meets another one at work in a folder: waits, or has a reason not to.
pub type Waits<'a> = &'a mut dyn FnMut(&Path) -> Result<(), Refusal>;

impl Claim {
    /// Of a folder that may have to be made.
    ///
    /// # Errors
    /// Of `waits`; if the folder cannot be used, or what was cut off in it cannot be mended.
    pub fn of(folder: &Path, waits: Waits<'_>) -> Result<Claim, Refusal> {
        Claim::lay(folder, true, waits)
    }

    /// Of a folder that is there.
    ///
    /// # Errors
    /// As [`Claim::of`]; if it is not there.
    pub fn of_results(folder: &Path, waits: Waits<'_>) -> Result<Claim, Refusal> {
        Claim::lay(folder, false, waits)
    }

    fn lay(asked: &Path, may_be_made: bool, waits: Waits<'_>) -> Result<Claim, Refusal> {
        let folder = resolved(asked)?;
        let mut made = false;
        // Whoever else made the folder takes it away again if nothing came of it.
        for _ in 0..1000 {
            if may_be_made && disk::look(&folder).map_err(Failure::at("write results to", &folder))? == Entry::Missing {
                disk::create_folders(&folder).map_err(Failure::at("create the folder", &folder))?;
                made = true;
            }
            match Lock::take::<Met>(&folder, &mut || waits(&folder).map_err(Met::Refusal)) {
                Ok(lock) => {
                    let mut claim = Claim { folder: folder.clone(), made, lock: Some(lock), mended: Mended::Nothing };
                    claim.mended =
                        mend(&claim.folder).map_err(|why| Refusal::Unmended(claim.folder.join(DELIVERY), why))?;
                    drop_stagings(&claim.folder);
                    return Ok(claim);
                }
                Err(Met::Error(e)) if may_be_made && e.kind() == io::ErrorKind::NotFound => {}
                Err(Met::Error(e)) => {
                    if made {
                        // It is empty, or somebody else is at work there.
                        let _ = disk::remove_empty(&folder);
                    }
                    return Err(Failure::new("write to the folder", &folder, at_lock(&folder, e)).into());
                }
                Err(Met::Refusal(refusal)) => return Err(refusal),
            }
        }
        Err(Failure::new("write to the folder", &folder, io::Error::other("it goes away again and again")).into())
    }

    /// Its path, that of the folder itself if a link was named.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether somebody's delivery that had been cut off was finished.
    #[must_use]
    pub fn mended(&self) -> bool {
        self.mended == Mended::Delivered
    }

    /// Whether other processes are kept out; not where the disk has no locks.
    #[must_use]
    pub fn keeps_others_out(&self) -> bool {
        self.lock.as_ref().is_some_and(Lock::works)
    }

    /// Whether the folder is where it was: it has been neither moved nor removed.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.lock.as_ref().is_some_and(Lock::is_held)
    }

    /// An error unless the folder is where it was.
    pub(in crate::report) fn check(&self) -> Result<(), Failure> {
        if self.holds() {
            return Ok(());
        }
        let why = io::Error::other("it was moved or removed while safsim was writing to it");
        Err(Failure::new("put results into", &self.folder, why))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let held = self.holds();
        drop(self.lock.take());
        if self.made && held {
            // It is empty, or something has come of it.
            let _ = disk::remove_empty(&self.folder);
        }
    }
}

/// Why a lock was not taken.
enum Met {
    Error(io::Error),
    Refusal(Refusal),
}

impl From<io::Error> for Met {
    fn from(error: io::Error) -> Met {
        Met::Error(error)
    }
}

/// Says which file it is about, where that is not the folder.
fn at_lock(folder: &Path, error: io::Error) -> io::Error {
    match disk::look(&folder.join(Lock::NAME)) {
        Ok(Entry::Link | Entry::Folder | Entry::Other) => {
            io::Error::other(format!("in it is {}, and {error}", Lock::NAME))
        }
        _ => error,
    }
}

/// The folder that is meant: what a link points to, once and for all.
fn resolved(asked: &Path) -> Result<PathBuf, Refusal> {
    let is_file = |what: &str| -> Refusal {
        Failure::new("write results to", asked, io::Error::other(format!("it is {what}, not a folder"))).into()
    };
    match disk::look(asked).map_err(Failure::at("write results to", asked))? {
        Entry::Missing | Entry::Folder => Ok(asked.to_owned()),
        Entry::File => Err(is_file("a file")),
        Entry::Other => Err(is_file("a pipe or a device")),
        Entry::Link => match fs::canonicalize(asked) {
            Ok(folder) if folder.is_dir() => Ok(folder),
            Ok(_) => Err(is_file("a link to a file")),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                Err(Refusal::Dangling(asked.to_owned(), fs::read_link(asked).unwrap_or_default()))
            }
            Err(e) => Err(Failure::new("write results to", asked, e).into()),
        },
    }
}
