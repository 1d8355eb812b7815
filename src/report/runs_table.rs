use super::cell::Cell;
use super::column::{Column, Kind};
use super::table::Table;
use super::tables::ARM_POINT;
use super::{Failure, Format};
use crate::analysis::Headline;
use crate::record::RunRecord;
use std::borrow::Cow;
use std::path::Path;

/// `runs`: a row for each run, whether it finished or failed.
#[derive(Debug)]
pub struct RunsTable {
    table: Table,
    headlines: usize,
}

impl RunsTable {
    pub fn create(folder: &Path, headlines: &[Headline], format: Format) -> Result<RunsTable, Failure> {
        let mut columns = ARM_POINT.to_vec();
        columns.extend([Column::whole("replicate"), Column::whole("seed")]);
        let named = |h: &Headline| Column { name: Cow::Owned(h.name.clone()), kind: Kind::Number };
        columns.extend(headlines.iter().map(named));
        columns.push(Column::text("failure"));
        Ok(RunsTable { table: Table::create(folder, "runs", &columns, format)?, headlines: headlines.len() })
    }

    /// A run that finished, with its headline values.
    pub fn add(&mut self, arm: &str, point: u32, record: &RunRecord, values: &[f64]) -> Result<(), Failure> {
        let key = [arm.into(), point.into(), record.replicate.into(), record.seed.into()];
        let values = values.iter().map(|&value| Cell::Number(value));
        self.table.row(key.into_iter().chain(values).chain([Cell::None]))
    }

    /// A run that failed, and why.
    pub fn add_failed(
        &mut self,
        arm: &str,
        point: u32,
        replicate: u64,
        seed: u64,
        why: &str,
    ) -> Result<(), Failure> {
        let key = [arm.into(), point.into(), replicate.into(), seed.into()];
        let nothing = std::iter::repeat_n(Cell::None, self.headlines);
        self.table.row(key.into_iter().chain(nothing).chain([why.into()]))
    }

    pub fn close(self) -> Result<(), Failure> {
        self.table.close()
    }
}
