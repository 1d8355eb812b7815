use super::failure::Failure;
use super::manifest::is_plain;
use crate::disk::{self, Entry, NewFile};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A folder in which files grow, and the list of those that were begun there: what is to be delivered is known from what
/// was done, not from what is found on the disk.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
    begun: Arc<Mutex<BTreeSet<String>>>,
}

impl Shelf {
    /// In a folder that is there.
    #[must_use]
    pub fn at(folder: &Path) -> Shelf {
        Shelf { folder: folder.to_owned(), begun: Arc::default() }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Begins a file; `name` may have one folder in it.
    pub(in crate::report) fn begin(&self, name: &str) -> Result<NewFile, Failure> {
        let path = self.folder.join(name);
        if !is_plain(name) {
            return Err(Failure::new("write", &path, io::Error::other("its name leads elsewhere")));
        }
        if let Some(parent) = path.parent()
            && parent != self.folder
            && disk::look(parent).map_err(Failure::at("create the folder", parent))? != Entry::Folder
        {
            match disk::create_folder(parent) {
                // Two pictures are written at once.
                Err(e) if e.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(Failure::new("create the folder", parent, e));
                }
                _ => {}
            }
        }
        let file = NewFile::create(&path).map_err(Failure::at("write", &path))?;
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
        Ok(file)
    }

    /// Every file that was begun, by path.
    pub(in crate::report) fn files(&self) -> Vec<String> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
