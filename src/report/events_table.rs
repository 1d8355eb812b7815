use super::Failure;
use super::number::exact;
use super::table::Table;
use crate::record::{RunRecord, Setting};
use std::path::Path;

const COLUMNS: [&str; 9] = ["arm", "replicate", "month", "site", "event", "initiative", "actor", "value", "why"];

/// `events.csv`.
#[derive(Debug)]
pub(super) struct EventsTable(Table);

impl EventsTable {
    pub(super) fn create(path: &Path) -> Result<EventsTable, Failure> {
        Table::create(path, &COLUMNS).map(EventsTable)
    }

    pub(super) fn add(&mut self, arm: &str, setting: &Setting, record: &RunRecord) -> Result<(), Failure> {
        let replicate = record.replicate.to_string();
        for event in &record.events {
            let month = setting.start.plus(event.month.cast_signed()).to_string();
            let site = event.site.map_or("", |s| setting.sites[s.index()].name.as_str());
            let of_initiative = |id| record.fates.iter().find(|f| Some(f.site) == event.site && f.initiative == id);
            let initiative = event.initiative.and_then(of_initiative).map_or("", |f| f.name.as_str());
            let actor = event.actor.map_or(String::new(), |a| a.0.to_string());
            let value = exact(event.value);
            self.0.row([arm, &replicate, &month, site, event.kind.name(), initiative, &actor, &value, &event.why])?;
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
