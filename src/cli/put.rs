use super::command_error::CommandError;
use crate::disk::{Entry, NewFile, look};
use std::io;
use std::path::Path;

fn failed(file: &Path, error: &io::Error) -> CommandError {
    CommandError::Failed(format!("could not write {}: {error}", file.display()))
}

/// Refuses a file that is there already, unless it may be overwritten; `by` says how another name is chosen, such as " with --out".
pub(super) fn refuse_to_overwrite(file: &Path, force: bool, by: &str) -> Result<(), CommandError> {
    let shown = file.display();
    match look(file).map_err(|error| failed(file, &error))? {
        Entry::Missing => Ok(()),
        Entry::File if force => Ok(()),
        Entry::File => Err(CommandError::Wrong(format!(
            "{shown} exists already\n  choose another name{by}, or --force to overwrite it"
        ))),
        other => Err(CommandError::Wrong(format!(
            "{shown} exists already, and is {}\n  choose another name{by}, or move it away",
            other.words()
        ))),
    }
}

/// Puts a file there, whole or not at all.
pub(super) fn put(file: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    NewFile::in_place(file, bytes).map_err(|error| failed(file, &error))
}
