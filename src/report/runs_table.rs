use super::cell::Cell;
use super::column::{Column, Kind};
use super::table::Table;
use super::tables::ARM_POINT;
use super::{Failure, Format, Shelf};
use crate::analysis::Headline;
use crate::record::RunRecord;
use std::borrow::Cow;

/// `runs`: a row for each run, whether it finished or failed.
#[derive(Debug)]
pub struct RunsTable {
    table: Table,
    headlines: usize,
}

impl RunsTable {
    /// Begins it on a shelf; `headlines` are those that runs were kept with.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn create(shelf: &Shelf, headlines: &[Headline], format: Format) -> Result<RunsTable, Failure> {
        let mut columns = ARM_POINT.to_vec();
        columns.extend([Column::whole("replicate"), Column::whole("seed")]);
        let named = |h: &Headline| Column { name: Cow::Owned(h.name.clone()), kind: Kind::Number };
        columns.extend(headlines.iter().map(named));
        columns.push(Column::text("failure"));
        Ok(RunsTable { table: Table::create(shelf, "runs", &columns, format)?, headlines: headlines.len() })
    }

    /// Adds a run that finished, with its headline values.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn add(&mut self, arm: &str, point: u32, record: &RunRecord, values: &[f64]) -> Result<(), Failure> {
        let key = [arm.into(), point.into(), record.replicate.into(), record.seed.into()];
        let values = values.iter().map(|&value| Cell::Number(value));
        self.table.row(key.into_iter().chain(values).chain([Cell::None]))
    }

    /// Adds a run that failed, and why.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn add_failed(&mut self, arm: &str, point: u32, replicate: u64, seed: u64, why: &str) -> Result<(), Failure> {
        let key = [arm.into(), point.into(), replicate.into(), seed.into()];
        let nothing = std::iter::repeat_n(Cell::None, self.headlines);
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
