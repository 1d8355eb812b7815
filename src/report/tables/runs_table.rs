use super::cell::Cell;
use super::column::{Column, Kind};
use super::shared_columns::{ARM, POINT, REPLICATE};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::analysis::Headline;
use crate::record::RunRecord;
use crate::report::folder::Failure;

pub(in crate::report) fn runs_schema(headlines: &[Headline]) -> TableSchema {
    let mut columns = vec![ARM, POINT, REPLICATE];
    columns.push(Column::whole("seed", "", "The seed that all its randomness comes from."));
    columns.extend(headlines.iter().map(Column::headline));
    let failure = "Empty if the run finished; otherwise why it did not, and its metrics are empty.";
    columns.push(Column::text("failure", failure));
    TableSchema {
        stem: "runs",
        about: "Headline metrics: a row for each run.",
        key: &["arm", "point", "replicate"],
        columns,
    }
}

/// `runs`: a row for each run, whether it finished or failed.
#[derive(Debug)]
pub struct RunsTable {
    table: Table,
    /// What the columns of headline metrics hold.
    headlines: Vec<Kind>,
}

impl RunsTable {
    /// Begins it in `folder`; `headlines` are those that runs were kept with.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn create(folder: &TableFolder, headlines: &[Headline]) -> Result<RunsTable, Failure> {
        let table = Table::create(folder, &runs_schema(headlines))?;
        Ok(RunsTable { table, headlines: headlines.iter().map(|headline| Column::headline(headline).kind).collect() })
    }

    /// Adds a run that finished, with its headline values.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn add(&mut self, arm: &str, point: u32, record: &RunRecord, values: &[f64]) -> Result<(), Failure> {
        let key = [arm.into(), point.into(), record.replicate.into(), record.seed.into()];
        let values = values.iter().zip(&self.headlines).map(|(&value, &kind)| Cell::measured(value, kind));
        self.table.row(key.into_iter().chain(values).chain([Cell::None]))
    }

    /// Adds a run that failed, and why.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn add_failed(&mut self, arm: &str, point: u32, replicate: u64, seed: u64, why: &str) -> Result<(), Failure> {
        let key = [arm.into(), point.into(), replicate.into(), seed.into()];
        let nothing = std::iter::repeat_n(Cell::None, self.headlines.len());
        self.table.row(key.into_iter().chain(nothing).chain([why.into()]))
    }

    /// Closes it; it is on the disk for good.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn close(self) -> Result<(), Failure> {
        self.table.close()
    }
}
