#![cfg(feature = "page")]

use crate::report::Format;
use std::path::PathBuf;

/// A folder that a study's results go to, all of them or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultsFolder {
    /// Where it is; it is made if it is not there.
    pub path: PathBuf,
    /// How tables are written.
    pub format: Format,
    /// Results of another plan are replaced, runs of another plan dropped; files of others are never touched.
    pub force: bool,
    /// It is an error if there is nothing unfinished of the same plan to go on with.
    pub resume: bool,
}

impl ResultsFolder {
    /// A folder with tables as CSV, in which nothing of another plan is replaced.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> ResultsFolder {
        ResultsFolder { path: path.into(), ..ResultsFolder::default() }
    }
}
