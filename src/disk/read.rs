use super::{Entry, is_same, look};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Opens a regular file to be read; neither the end of a link, nor a pipe that would never end.
///
/// # Errors
/// If it is something else, or cannot be opened.
pub fn open(path: &Path) -> io::Result<File> {
    match look(path)? {
        Entry::File => {}
        Entry::Missing => return Err(io::ErrorKind::NotFound.into()),
        other => return Err(io::Error::other(format!("it is {}, not a file: move it away", other.words()))),
    }
    let file = File::open(path)?;
    if is_same(path, &file) { Ok(file) } else { Err(io::Error::other("it was replaced while it was opened")) }
}

/// Reads a regular file of `most` bytes or fewer.
///
/// # Errors
/// As [`open`]; if it is larger, of the kind [`io::ErrorKind::FileTooLarge`].
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
