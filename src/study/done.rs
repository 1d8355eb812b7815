#[cfg(feature = "tables")]
use super::Error;
use super::asked::Asked;
use super::experiment::Experiment;
use super::runs::Runs;
use super::{Reached, SoFar};
#[cfg(feature = "tables")]
use crate::report::{Format, TableFolder};
#[cfg(feature = "tables")]
use std::path::Path;
use std::path::PathBuf;

/// What an experiment came to.
pub(super) struct Done<E: Experiment> {
    pub experiment: E,
    pub findings: E::Findings,
    pub so_far: SoFar,
    /// Whether somebody stopped it.
    pub stopped: bool,
    pub reached: Option<Reached>,
    /// The results folder, if it was written.
    pub folder: Option<PathBuf>,
    pub asked: Asked,
    /// What is kept of its runs, if it lies in memory.
    pub runs: Option<Runs>,
}

#[cfg(feature = "tables")]
impl<E: Experiment> Done<E> {
    /// What is kept of the runs; an error if they have gone into a folder.
    pub fn kept(&self) -> Result<&Runs, Error> {
        let gone = || Error::Written(self.folder.clone().unwrap_or_default());
        self.runs.as_ref().ok_or_else(gone)
    }

    /// Writes tables, and what describes them.
    pub fn write_tables(&self, folder: &Path, format: Format) -> Result<(), Error> {
        let tables = TableFolder::new(folder, format).in_words(&self.experiment.words());
        self.experiment.fold_into(&tables, self.kept()?)?;
        self.experiment.write_beside(&self.findings, &tables)?;
        Ok(tables.describe(self.asked.plan.name(), self.asked.plan.description())?)
    }
}
