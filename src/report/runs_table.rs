use super::Failure;
use super::number::exact;
use super::table::Table;
use super::tables::ARM_POINT;
use crate::analysis::Headline;
use crate::record::RunRecord;
use std::path::Path;

/// `runs.csv`.
#[derive(Debug)]
pub(super) struct RunsTable(Table);

impl RunsTable {
    pub(super) fn create(path: &Path, headlines: &[Headline]) -> Result<RunsTable, Failure> {
        let mut columns = ARM_POINT.to_vec();
        columns.extend(["replicate", "seed"]);
        columns.extend(headlines.iter().map(|h| h.name.as_str()));
        Table::create(path, &columns).map(RunsTable)
    }

    pub(super) fn add(&mut self, arm: &str, record: &RunRecord, values: &[f64]) -> Result<(), Failure> {
        let mut cells = vec![arm.to_owned(), "0".to_owned(), record.replicate.to_string(), record.seed.to_string()];
        cells.extend(values.iter().copied().map(exact));
        self.0.row(cells)
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
