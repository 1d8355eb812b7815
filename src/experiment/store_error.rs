use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A chunk file that does not hold what was written: it is of no use, and its units have to be run again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The chunk, counted from 0.
    pub chunk: u64,
    /// Its file.
    pub path: PathBuf,
    /// What is wrong with it; completes "it ...".
    pub why: &'static str,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "chunk {:05} is damaged: {} {}", self.chunk, self.path.display(), self.why)
    }
}

/// Why a store could not be used.
#[derive(Debug)]
pub enum StoreError {
    /// The system refused.
    System {
        /// Completes "could not ...".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The folder holds a chunk of another plan: other scenario, seed, chunks, model or version of the program.
    OtherPlan {
        /// The chunk's file.
        path: PathBuf,
    },
    /// Another process, or another part of this one, works in the folder.
    InUse {
        /// The folder.
        folder: PathBuf,
    },
    /// The folder was moved or removed while it was open.
    Gone {
        /// Where it was.
        folder: PathBuf,
    },
    /// A chunk that was whole when the experiment ended no longer is.
    Damaged(Damage),
}

impl StoreError {
    pub(super) fn at(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> StoreError {
        move |error| StoreError::System { doing, path: path.to_owned(), error }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::System { doing, path, error } => {
                write!(f, "could not {doing} {}: {}", path.display(), plainly(error))
            }
            StoreError::OtherPlan { path } => {
                write!(f, "{} belongs to another experiment, or to another version of safsim", path.display())
            }
            StoreError::InUse { folder } => write!(f, "another safsim is at work in {}", folder.display()),
            StoreError::Gone { folder } => {
                write!(f, "{} was moved or removed while safsim was writing to it", folder.display())
            }
            StoreError::Damaged(damage) => damage.fmt(f),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            StoreError::System { error, .. } => Some(error),
            StoreError::OtherPlan { .. }
            | StoreError::InUse { .. }
            | StoreError::Gone { .. }
            | StoreError::Damaged(_) => None,
        }
    }
}

fn plainly(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "a part of that path is a file".to_owned(),
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::FileTooLarge => "it would be larger than files may be here (ulimit -f)".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder, not a file: move it away".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_what_where_and_why() {
        let error = StoreError::at("write", Path::new("out/00003.chunk"))(io::ErrorKind::StorageFull.into());
        assert_eq!(error.to_string(), "could not write out/00003.chunk: the disk is full");
        let error = StoreError::at("write", Path::new("out/x"))(io::ErrorKind::ReadOnlyFilesystem.into());
        assert_eq!(error.to_string(), "could not write out/x: the disk is read-only");
        let damage = Damage { chunk: 12, path: "out/00012.chunk".into(), why: "is empty" };
        assert_eq!(StoreError::Damaged(damage).to_string(), "chunk 00012 is damaged: out/00012.chunk is empty");
    }
}
