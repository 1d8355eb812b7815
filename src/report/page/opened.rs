use super::Contents;
use super::album::DATA;
use crate::report::{Failure, Manifest, sha256};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A results folder whose report can be made again.
#[derive(Debug)]
pub struct Reopened {
    /// What the folder says of itself.
    pub manifest: Manifest,
    /// What the report says.
    pub contents: Contents,
}

/// Why a report cannot be made again.
#[derive(Debug)]
pub enum Unopened {
    /// A file cannot be read.
    Failure(Failure),
    /// The folder holds no results.
    NoResults(PathBuf),
    /// They were written by another version.
    OtherVersion(PathBuf, String),
    /// What the report is drawn from is not what was written.
    Damaged(PathBuf),
}

impl fmt::Display for Unopened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unopened::Failure(failure) => failure.fmt(f),
            Unopened::NoResults(folder) => write!(
                f,
                "{} holds no finished results of safsim\n  name the folder that a run, comparison, sweep or evidence run wrote, such as out/six-sites",
                folder.display()
            ),
            Unopened::OtherVersion(folder, version) => write!(
                f,
                "{} was written by safsim {version}, and this is {}\n  run the experiment again: its scenario is in the folder",
                folder.display(),
                env!("CARGO_PKG_VERSION")
            ),
            Unopened::Damaged(path) => write!(
                f,
                "{} is not what was written with these results\n  run the experiment again: its scenario is in the folder",
                path.display()
            ),
        }
    }
}

/// Reads what the report of a results folder was drawn from.
///
/// # Errors
/// [`Unopened`] if the folder has none of this version.
pub fn reopen(folder: &Path) -> Result<Reopened, Unopened> {
    let manifest = Manifest::read(folder).map_err(Unopened::Failure)?;
    let Some(manifest) = manifest else { return Err(Unopened::NoResults(folder.to_owned())) };
    if manifest.version != env!("CARGO_PKG_VERSION") {
        return Err(Unopened::OtherVersion(folder.to_owned(), manifest.version));
    }
    let path = folder.join(DATA);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(Unopened::Damaged(path)),
        Err(e) => return Err(Unopened::Failure(Failure::new("read", &path, e))),
    };
    let listed = manifest.files.iter().any(|file| file.path == DATA && file.sha256 == sha256(&bytes));
    match postcard::from_bytes(&bytes) {
        Ok(contents) if listed => Ok(Reopened { manifest, contents }),
        _ => Err(Unopened::Damaged(path)),
    }
}
