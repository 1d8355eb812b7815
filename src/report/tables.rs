use super::Failure;
use super::events_table::EventsTable;
use super::initiatives_table::InitiativesTable;
use super::months_table::write_months;
use super::runs_table::RunsTable;
use super::survival_table::write_survival;
use crate::analysis::{Findings, Headline};
use crate::record::{RunRecord, Setting};
use std::path::{Path, PathBuf};

/// Replicates whose events are written.
pub const EVENT_REPLICATES: u64 = 3;
/// With more sites than this no events are written: they would be millions.
pub const EVENT_SITES: usize = 200;

/// The first two columns of most tables.
pub(super) const ARM_POINT: [&str; 2] = ["arm", "point"];

/// The tables of a results folder, written as records come.
#[derive(Debug)]
pub struct Tables {
    folder: PathBuf,
    arm: String,
    setting: Setting,
    runs: RunsTable,
    initiatives: InitiativesTable,
    events: EventsTable,
}

impl Tables {
    /// Begins the tables of `arm` in `folder`.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn create(folder: &Path, arm: &str, setting: &Setting) -> Result<Tables, Failure> {
        Ok(Tables {
            folder: folder.to_owned(),
            arm: arm.to_owned(),
            setting: setting.clone(),
            runs: RunsTable::create(&folder.join("runs.csv"), &Headline::all())?,
            initiatives: InitiativesTable::create(&folder.join("initiatives.csv"))?,
            events: EventsTable::create(&folder.join("events.csv"))?,
        })
    }

    /// Whether the events of this replicate are wanted.
    #[must_use]
    pub fn wants_events(setting: &Setting, replicate: u64) -> bool {
        replicate < EVENT_REPLICATES && setting.sites.len() <= EVENT_SITES
    }

    /// Adds a run with its headline values.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add(&mut self, record: &RunRecord, headlines: &[f64]) -> Result<(), Failure> {
        self.runs.add(&self.arm, record, headlines)?;
        self.initiatives.add(&self.arm, &self.setting, record)?;
        self.events.add(&self.arm, &self.setting, record)
    }

    /// Writes the tables over all replicates and closes everything.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(self, findings: &Findings) -> Result<(), Failure> {
        self.runs.close()?;
        self.initiatives.close()?;
        self.events.close()?;
        write_months(&self.folder.join("months.csv"), &self.arm, findings)?;
        write_survival(&self.folder.join("survival.csv"), &self.arm, findings)
    }
}
