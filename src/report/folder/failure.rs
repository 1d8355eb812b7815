use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file or folder that could not be read or written: one message that says what, where and why.
#[derive(Debug)]
pub struct Failure {
    doing: &'static str,
    path: PathBuf,
    error: io::Error,
}

impl Failure {
    /// `doing` completes "could not ...".
    #[must_use]
    pub fn new(doing: &'static str, path: &Path, error: io::Error) -> Failure {
        Failure { doing, path: path.to_owned(), error }
    }

    /// To turn an error of the system into one: `.map_err(Failure::at("write", path))`.
    pub fn at(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Failure {
        move |error| Failure::new(doing, path, error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
            io::ErrorKind::NotADirectory => "a part of that path is a file, not a folder".to_owned(),
            io::ErrorKind::AlreadyExists => "it exists already".to_owned(),
            io::ErrorKind::NotFound => "it does not exist".to_owned(),
            io::ErrorKind::FileTooLarge => "it is larger than it may be".to_owned(),
            _ => self.error.to_string(),
        };
        write!(f, "could not {} {}: {why}", self.doing, self.path.display())
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}
