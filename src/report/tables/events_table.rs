use super::column::Column;
use super::shared_columns::{ARM, REPLICATE};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::record::{RunRecord, Setting};
use crate::report::folder::Failure;

pub(in crate::report) fn events_schema() -> TableSchema {
    let columns = vec![
        ARM,
        REPLICATE,
        Column::month("month", "In which it happened."),
        Column::text("site", "Where; empty for a region or the nation."),
        Column::text("event", "What happened, one of the words below."),
        Column::text("initiative", "To which initiative of the site, if to one."),
        Column::whole("actor", "", "To whom, if to somebody: the number of the post in its site, from 0."),
        Column::number("value", "", "The size of it, as the event says."),
        Column::text("why", "The reason or the name that goes with it, as the event says."),
    ];
    TableSchema {
        stem: "events",
        about: "What happened, month by month: a row for each event of the first three replicates.",
        key: &[],
        columns,
    }
}

/// `events`: a row for each event of the runs whose events were recorded.
#[derive(Debug)]
pub(in crate::report) struct EventsTable(Table);

impl EventsTable {
    pub(in crate::report) fn create(folder: &TableFolder) -> Result<EventsTable, Failure> {
        Table::create(folder, &events_schema()).map(EventsTable)
    }

    pub(in crate::report) fn add(&mut self, arm: &str, setting: &Setting, record: &RunRecord) -> Result<(), Failure> {
        for event in &record.events {
            let of_initiative = |id| record.fates.iter().find(|f| Some(f.site) == event.site && f.initiative == id);
            self.0.row([
                arm.into(),
                record.replicate.into(),
                setting.start.plus(event.month.cast_signed()).into(),
                event.site.map(|site| setting.sites[site.index()].name.as_str()).into(),
                event.kind.name().into(),
                event.initiative.and_then(of_initiative).map(|fate| fate.name.as_str()).into(),
                event.actor.map(|actor| actor.0).into(),
                event.value.into(),
                event.why().into(),
            ])?;
        }
        Ok(())
    }

    pub(in crate::report) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
