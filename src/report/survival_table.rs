use super::column::Column;
use super::table::Table;
use super::{Failure, Format, Shelf};
use crate::analysis::Findings;

const COLUMNS: [Column; 11] = [
    Column::text("arm"),
    Column::text("group"),
    Column::whole("months_since_start"),
    Column::whole("at_risk"),
    Column::whole("events"),
    Column::whole("censored"),
    Column::number("survival"),
    Column::number("ci_low"),
    Column::number("ci_high"),
    Column::number("p05"),
    Column::number("p95"),
];

/// `survival`: a row for each group and month of age.
#[derive(Debug)]
pub(super) struct SurvivalTable(Table);

impl SurvivalTable {
    pub(super) fn create(shelf: &Shelf, format: Format) -> Result<SurvivalTable, Failure> {
        Table::create(shelf, "survival", &COLUMNS, format).map(SurvivalTable)
    }

    pub(super) fn add(&mut self, arm: &str, findings: &Findings) -> Result<(), Failure> {
        for group in &findings.survival {
            for (month, row) in group.rows.iter().enumerate() {
                self.0.row([
                    arm.into(),
                    group.group.as_str().into(),
                    (month as u64).into(),
                    row.at_risk.into(),
                    row.events.into(),
                    row.censored.into(),
                    row.survival.into(),
                    row.interval[0].into(),
                    row.interval[1].into(),
                    row.spread[0].into(),
                    row.spread[1].into(),
                ])?;
            }
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
