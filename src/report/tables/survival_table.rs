use super::column::Column;
use super::group_columns::{GROUP, GROUP_KIND, group};
use super::shared_columns::ARM;
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::analysis::Findings;
use crate::report::folder::Failure;

pub(in crate::report) fn survival_schema() -> TableSchema {
    let columns = vec![
        ARM,
        GROUP_KIND,
        GROUP,
        Column::whole("months_since_start", "months", "Age; row 0 tells how many were there from their start."),
        Column::whole("at_risk", "initiatives", "Under observation and alive up to this age, all replicates together."),
        Column::whole("events", "initiatives", "Those that ended at it."),
        Column::whole("censored", "initiatives", "Those that were seen no longer."),
        Column::number(
            "survival",
            "share",
            "Kaplan and Meier's estimate of living beyond it; empty until any is at risk.",
        ),
        Column::number(
            "ci_low",
            "share",
            "Lower end of the 95 % interval of the average: 1000 resamples of whole replicates; empty of one replicate.",
        ),
        Column::number("ci_high", "share", "Its upper end."),
        Column::number("p05", "share", "5 % quantile of the curves of single replicates."),
        Column::number("p95", "share", "95 % quantile of the curves of single replicates."),
    ];
    TableSchema {
        stem: "survival",
        about: "Survival of initiatives by age: a row for each arm, group and month of age.",
        key: &["arm", "group_kind", "group", "months_since_start"],
        columns,
    }
}

/// `survival`: a row for each group and month of age.
#[derive(Debug)]
pub(in crate::report) struct SurvivalTable(Table);

impl SurvivalTable {
    pub(in crate::report) fn create(folder: &TableFolder) -> Result<SurvivalTable, Failure> {
        Table::create(folder, &survival_schema()).map(SurvivalTable)
    }

    pub(in crate::report) fn add(&mut self, arm: &str, findings: &Findings) -> Result<(), Failure> {
        for table in &findings.survival {
            let [kind, name] = group(&table.group);
            for (month, row) in table.rows.iter().enumerate() {
                self.0.row([
                    arm.into(),
                    kind.into(),
                    name.into(),
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

    pub(in crate::report) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
