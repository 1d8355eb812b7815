use super::Error;
use super::runs::Runs;
use super::story::Stories;
use crate::experiment::Unit;
use crate::report::{ArmEntry, Contents, Ran, Staging, TableFolder};
use std::sync::atomic::AtomicBool;

/// What is run, and what becomes of it.
pub(super) trait Experiment: Sync {
    /// What it comes to.
    type Findings;

    /// Runs a unit; what is kept of it, nothing if it is given up.
    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>>;

    /// The arms for the manifest, if there are several.
    fn arms(&self) -> Vec<ArmEntry> {
        vec![]
    }

    /// Folds what is kept, in order; into tables as well, if they are wanted.
    fn fold(&self, runs: &Runs, tables: Option<&TableFolder>) -> Result<Self::Findings, Error>;

    /// Writes what else there is beside tables, pictures and the report.
    fn write_more(&self, _: &Self::Findings, _: &Staging<'_>, _: &TableFolder) -> Result<(), Error> {
        Ok(())
    }

    /// What the report says; `stories` are told if there is time for them.
    fn report(&self, findings: &Self::Findings, stories: &Stories<'_>, ran: Ran) -> Result<Contents, Error>;
}
