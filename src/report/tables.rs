use super::column::Column;
use super::events_table::EventsTable;
use super::initiatives_table::InitiativesTable;
use super::months_table::MonthsTable;
use super::runs_table::RunsTable;
use super::survival_table::SurvivalTable;
use super::{Failure, Format};
use crate::analysis::{Findings, Headline};
use crate::record::{RunRecord, Setting};
use std::path::Path;

/// Replicates whose events are written.
pub const EVENT_REPLICATES: u64 = 3;
/// With more sites than this no events are written: they would be millions.
pub const EVENT_SITES: usize = 200;

/// The first two columns of most tables.
pub(super) const ARM_POINT: [Column; 2] = [Column::text("arm"), Column::whole("point")];

/// The tables of a results folder, written as records and findings come; of one arm and point or of many.
///
/// `arm` and `point` say where a row belongs. Events and survival have no column `point`: give events and findings of
/// one point of an arm only.
#[derive(Debug)]
pub struct Tables {
    runs: RunsTable,
    initiatives: InitiativesTable,
    events: EventsTable,
    months: MonthsTable,
    survival: SurvivalTable,
}

impl Tables {
    /// Their names; files are called `runs.csv` or `runs.parquet`.
    pub const STEMS: [&str; 5] = ["runs", "initiatives", "months", "survival", "events"];

    /// Begins the tables in `folder`.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn create(folder: &Path, format: Format) -> Result<Tables, Failure> {
        Ok(Tables {
            runs: RunsTable::create(folder, &Headline::all(), format)?,
            initiatives: InitiativesTable::create(folder, format)?,
            events: EventsTable::create(folder, format)?,
            months: MonthsTable::create(folder, format)?,
            survival: SurvivalTable::create(folder, format)?,
        })
    }

    /// Whether the events of this replicate are wanted.
    #[must_use]
    pub fn wants_events(setting: &Setting, replicate: u64) -> bool {
        replicate < EVENT_REPLICATES && setting.sites.len() <= EVENT_SITES
    }

    /// Adds a run with its headline values, in the order of [`Headline::all`]; `setting` is its arm's.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add(
        &mut self,
        arm: &str,
        point: u32,
        setting: &Setting,
        record: &RunRecord,
        headlines: &[f64],
    ) -> Result<(), Failure> {
        self.runs.add(arm, point, record, headlines)?;
        self.initiatives.add(arm, point, setting, record)?;
        self.events.add(arm, setting, record)
    }

    /// Adds a run that failed; `why` is not empty. It has a row among the runs, without headline values, and no other.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add_failed(&mut self, arm: &str, point: u32, replicate: u64, seed: u64, why: &str) -> Result<(), Failure> {
        debug_assert!(!why.is_empty(), "a failure says why");
        self.runs.add_failed(arm, point, replicate, seed, why)
    }

    /// Adds what all replicates of an arm at a point come to: months and survival.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add_findings(&mut self, arm: &str, point: u32, findings: &Findings) -> Result<(), Failure> {
        self.months.add(arm, point, findings)?;
        self.survival.add(arm, findings)
    }

    /// Closes all of them; they are on the disk for good.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(self) -> Result<(), Failure> {
        self.runs.close()?;
        self.initiatives.close()?;
        self.events.close()?;
        self.months.close()?;
        self.survival.close()
    }
}

#[cfg(test)]
#[path = "tables_tests.rs"]
mod tests;
