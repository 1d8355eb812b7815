use std::fs::{self, File};
use std::io;
use std::path::Path;

/// What stands at a path, links not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nothing.
    Missing,
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, whether or not there is something at its end.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

impl Entry {
    /// "a symbolic link": what it is, for a message.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Entry::Missing => "nothing",
            Entry::File => "a file",
            Entry::Folder => "a folder",
            Entry::Link => "a symbolic link",
            Entry::Other => "a pipe or a device",
        }
    }
}

/// What stands at a path.
///
/// # Errors
/// If that cannot be found out.
pub fn look(path: &Path) -> io::Result<Entry> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Ok(Entry::Link),
        Ok(found) if found.is_file() => Ok(Entry::File),
        Ok(found) if found.is_dir() => Ok(Entry::Folder),
        Ok(_) => Ok(Entry::Other),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Entry::Missing),
        Err(error) => Err(error),
    }
}

/// Whether an open file or folder is what stands at a path, and no link to it. Where the system does not tell (outside of
/// Unix), whether something stands there.
#[must_use]
pub fn is_same(path: &Path, opened: &File) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let key = |of: &fs::Metadata| (of.dev(), of.ino());
        match (fs::symlink_metadata(path), opened.metadata()) {
            (Ok(there), Ok(here)) => key(&there) == key(&here),
            _ => false,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = opened;
        fs::symlink_metadata(path).is_ok()
    }
}
