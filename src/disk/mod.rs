//! Files of results folders: the one door through which they are made, moved, removed, locked and read.
//!
//! Purpose: a link is never followed, what is not a file is never read, a read is bounded; and a disk that fails at any
//! step can be tried out, since every step goes through here.
//! Must never know: what is in a file, which files there are.

mod fault;
mod lock;
mod look;
mod new_file;
mod read;
mod steps;

#[cfg(any(test, debug_assertions))]
pub use fault::{Fault, fail_in_process};
#[cfg(test)]
pub use fault::{fail_here, mend_here};
pub use lock::Lock;
pub use look::{Entry, is_same, look};
pub use new_file::NewFile;
pub use read::{open, read};
pub use steps::{create_folder, create_folders, remove, remove_empty, remove_tree, rename, sync_folder};
