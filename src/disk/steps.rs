use super::fault::step;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Makes a folder; one that is there already is an error.
///
/// # Errors
/// If it cannot be made.
pub fn create_folder(path: &Path) -> io::Result<()> {
    step()?;
    fs::create_dir(path)
}

/// Makes a folder and those above it, as far as they are missing.
///
/// # Errors
/// If one cannot be made.
pub fn create_folders(path: &Path) -> io::Result<()> {
    step()?;
    fs::create_dir_all(path)
}

/// Gives a file or folder another name; a file of that name is replaced, a link of that name itself, not what it points to.
///
/// # Errors
/// If that fails.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    fs::rename(from, to)
}

/// Removes a file, or a link itself, that may be gone already.
///
/// # Errors
/// If it is there and cannot be removed.
pub fn remove(path: &Path) -> io::Result<()> {
    step()?;
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes a folder that may be gone already; one with something in it stays, and that is told: `false`.
///
/// # Errors
/// If it cannot be removed for another reason.
pub fn remove_empty(path: &Path) -> io::Result<bool> {
    step()?;
    match fs::remove_dir(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(false),
        Err(error) => Err(error),
    }
}

/// Removes a folder with all that is in it; links in it are removed, not followed.
///
/// # Errors
/// If something cannot be removed.
pub fn remove_tree(path: &Path) -> io::Result<()> {
    step()?;
    fs::remove_dir_all(path)
}

/// Waits until the disk has the names in a folder, so that a new file, a rename or a removal survives a power cut. Systems
/// and disks that cannot do it do without.
///
/// # Errors
/// If the disk does not take them.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    step()?;
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(path)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
        other => other,
    }
}
