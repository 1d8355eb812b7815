use super::column::Column;
use super::table::Table;
use super::{Failure, Format, Shelf};
use crate::analysis::Findings;

const COLUMNS: [Column; 5] = [
    Column::text("arm"),
    Column::text("group"),
    Column::text("month"),
    Column::text("outcome"),
    Column::number("share"),
];

/// `incidence`: what has become of initiatives by the end of each month of the run; shares of one month add up to 1.
#[derive(Debug)]
pub(super) struct IncidenceTable(Table);

impl IncidenceTable {
    pub(super) fn create(shelf: &Shelf, format: Format) -> Result<IncidenceTable, Failure> {
        Table::create(shelf, "incidence", &COLUMNS, format).map(IncidenceTable)
    }

    /// Adds the findings of an arm.
    pub(super) fn add(&mut self, arm: &str, findings: &Findings) -> Result<(), Failure> {
        for table in &findings.incidence {
            let ended = table.ended.iter().map(|(cause, share)| (cause.name(), share));
            let outcomes: Vec<_> =
                [("open", &table.open), ("absorbed", &table.absorbed)].into_iter().chain(ended).collect();
            for month in 1..table.open.len() {
                let calendar = findings.setting.start.plus(month as i32 - 1).to_string();
                for (outcome, share) in &outcomes {
                    let key = [arm.into(), table.group.as_str().into(), calendar.as_str().into(), (*outcome).into()];
                    self.0.row(key.into_iter().chain([share[month].into()]))?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
