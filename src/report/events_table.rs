use super::column::Column;
use super::table::Table;
use super::{Failure, Format, Shelf};
use crate::record::{RunRecord, Setting};

const COLUMNS: [Column; 9] = [
    Column::text("arm"),
    Column::whole("replicate"),
    Column::text("month"),
    Column::text("site"),
    Column::text("event"),
    Column::text("initiative"),
    Column::whole("actor"),
    Column::number("value"),
    Column::text("why"),
];

/// `events`: a row for each event of the runs whose events were recorded.
#[derive(Debug)]
pub(super) struct EventsTable(Table);

impl EventsTable {
    pub(super) fn create(shelf: &Shelf, format: Format) -> Result<EventsTable, Failure> {
        Table::create(shelf, "events", &COLUMNS, format).map(EventsTable)
    }

    pub(super) fn add(&mut self, arm: &str, setting: &Setting, record: &RunRecord) -> Result<(), Failure> {
        for event in &record.events {
            let of_initiative = |id| record.fates.iter().find(|f| Some(f.site) == event.site && f.initiative == id);
            self.0.row([
                arm.into(),
                record.replicate.into(),
                setting.start.plus(event.month.cast_signed()).to_string().into(),
                event.site.map(|site| setting.sites[site.index()].name.as_str()).into(),
                event.kind.name().into(),
                event.initiative.and_then(of_initiative).map(|fate| fate.name.as_str()).into(),
                event.actor.map(|actor| actor.0).into(),
                event.value.into(),
                event.why.as_str().into(),
            ])?;
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
