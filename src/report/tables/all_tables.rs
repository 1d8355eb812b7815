use super::events_table::EventsTable;
use super::incidence_table::IncidenceTable;
use super::initiatives_table::InitiativesTable;
use super::months_table::MonthsTable;
use super::runs_table::RunsTable;
use super::survival_table::SurvivalTable;
use super::table_folder::TableFolder;
use crate::analysis::{Courses, Findings, Headline, Kept};
use crate::record::Setting;
use crate::report::folder::{Failure, TABLES};

/// Replicates whose events are written.
pub const EVENT_REPLICATES: u64 = 3;
/// With more sites than this no events are written: they would be millions.
pub const EVENT_SITES: usize = 200;

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
    incidence: IncidenceTable,
}

impl Tables {
    /// Their names; files are called `runs.csv` or `runs.parquet`.
    pub const STEMS: [&str; 8] = TABLES;

    /// Begins the tables in `folder`; `headlines` are those that runs were kept with.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn create(folder: &TableFolder, headlines: &[Headline]) -> Result<Tables, Failure> {
        Ok(Tables {
            runs: RunsTable::create(folder, headlines)?,
            initiatives: InitiativesTable::create(folder)?,
            months: MonthsTable::create(folder)?,
            survival: SurvivalTable::create(folder)?,
            incidence: IncidenceTable::create(folder)?,
            events: EventsTable::create(folder)?,
        })
    }

    /// Whether the events of this replicate are wanted.
    #[must_use]
    pub fn wants_events(setting: &Setting, replicate: u64) -> bool {
        replicate < EVENT_REPLICATES && setting.sites.len() <= EVENT_SITES
    }

    /// Adds a run; `setting` is its arm's.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add(&mut self, arm: &str, point: u32, setting: &Setting, kept: &Kept) -> Result<(), Failure> {
        self.runs.add(arm, point, &kept.run, &kept.headlines)?;
        self.initiatives.add(arm, point, setting, &kept.run)?;
        self.events.add(arm, setting, &kept.run)
    }

    /// Adds a run that failed; `why` is not empty. It has a row among the runs, without headline values, and no other.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add_failed(&mut self, arm: &str, point: u32, replicate: u64, seed: u64, why: &str) -> Result<(), Failure> {
        debug_assert!(!why.is_empty(), "a failure says why");
        self.runs.add_failed(arm, point, replicate, seed, why)
    }

    /// Adds what the replicates of an arm come to: survival and incidence.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add_findings(&mut self, arm: &str, findings: &Findings) -> Result<(), Failure> {
        self.survival.add(arm, findings)?;
        self.incidence.add(arm, findings)
    }

    /// Adds the months of some places of an arm.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add_months(&mut self, arm: &str, setting: &Setting, courses: &Courses) -> Result<(), Failure> {
        self.months.add(arm, 0, setting, courses)
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
        self.survival.close()?;
        self.incidence.close()
    }
}

#[cfg(test)]
#[path = "all_tables_tests.rs"]
mod tests;
