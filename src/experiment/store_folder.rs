use super::StoreError;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of a store, by its name.
pub(super) enum Named {
    Chunk(PathBuf),
    /// A chunk that is being written, or was when its process was killed.
    Begun(PathBuf),
}

/// The files of a folder that are a store's.
pub(super) fn files(folder: &Path) -> Result<Vec<Named>, StoreError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(StoreError::at("read the folder", folder))? {
        let entry = entry.map_err(StoreError::at("read the folder", folder))?;
        let name = entry.file_name();
        let Some((number, kind)) = name.to_str().and_then(|name| name.split_once('.')) else { continue };
        if number.is_empty() || number.bytes().any(|b| !b.is_ascii_digit()) {
            continue;
        }
        if kind == "chunk" {
            files.push(Named::Chunk(entry.path()));
        } else if kind.starts_with("chunk.") && kind.ends_with(".tmp") {
            files.push(Named::Begun(entry.path()));
        }
    }
    Ok(files)
}

/// Removes a file that may be gone already.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::at("remove", path)(error)),
        _ => Ok(()),
    }
}
