use super::column::Column;
use super::group_columns::{GROUP, GROUP_KIND, group};
use super::shared_columns::ARM;
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::analysis::Findings;
use crate::report::folder::Failure;

pub(in crate::report) fn incidence_schema() -> TableSchema {
    let outcome = "`open`: neither ended nor absorbed so far; `absorbed`: became business as usual first, whatever came \
                   later; or the main cause of an end that came first.";
    let columns = vec![
        ARM,
        GROUP_KIND,
        GROUP,
        Column::month("month", "At its end."),
        Column::text("outcome", outcome),
        Column::number("share", "share", "Of initiatives."),
    ];
    TableSchema {
        stem: "incidence",
        about: "What has become of initiatives: a row for each arm, group, month and outcome; the shares of a month add up to 1.",
        key: &["arm", "group_kind", "group", "month", "outcome"],
        columns,
    }
}

/// `incidence`: what has become of initiatives by the end of each month of the run; shares of one month add up to 1.
#[derive(Debug)]
pub(in crate::report) struct IncidenceTable(Table);

impl IncidenceTable {
    pub(in crate::report) fn create(folder: &TableFolder) -> Result<IncidenceTable, Failure> {
        Table::create(folder, &incidence_schema()).map(IncidenceTable)
    }

    /// Adds the findings of an arm.
    pub(in crate::report) fn add(&mut self, arm: &str, findings: &Findings) -> Result<(), Failure> {
        for table in &findings.incidence {
            let [kind, name] = group(&table.group);
            let ended = table.ended.iter().map(|(cause, share)| (cause.name(), share));
            let outcomes: Vec<_> =
                [("open", &table.open), ("absorbed", &table.absorbed)].into_iter().chain(ended).collect();
            for month in 1..table.open.len() {
                let calendar = findings.setting.start.plus(month as i32 - 1);
                for (outcome, share) in &outcomes {
                    self.0.row([
                        arm.into(),
                        kind.into(),
                        name.into(),
                        calendar.into(),
                        (*outcome).into(),
                        share[month].into(),
                    ])?;
                }
            }
        }
        Ok(())
    }

    pub(in crate::report) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
