use super::StoreError;
use crate::disk;
use std::fs;
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
        let Some((stem, kind)) = name.to_str().and_then(|name| name.split_once('.')) else { continue };
        if !is_of_chunk(stem) {
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

/// `PLAN-NUMBER`: hexadecimal digits, then decimal ones.
fn is_of_chunk(stem: &str) -> bool {
    let has = |text: &str, is: fn(&u8) -> bool| !text.is_empty() && text.as_bytes().iter().all(is);
    let parts = stem.split_once('-');
    parts.is_some_and(|(plan, number)| has(plan, u8::is_ascii_hexdigit) && has(number, u8::is_ascii_digit))
}

/// Removes a file that may be gone already.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    disk::remove(path).map_err(StoreError::at("remove", path))
}
