use super::Failure;
use super::number::exact;
use super::table::Table;
use super::tables::ARM_POINT;
use crate::record::{Cause, RunRecord, Setting};
use std::path::Path;

const COLUMNS: [&str; 19] = [
    "replicate",
    "site",
    "initiative",
    "kind",
    "origin",
    "start",
    "end",
    "months_observed",
    "event",
    "cause",
    "absorbed",
    "peak_scale",
    "final_scale",
    "normalisation",
    "fit",
    "contributing",
    "entry",
    "core_share",
    "absorbed_at_end",
];

/// `initiatives.csv`.
#[derive(Debug)]
pub(super) struct InitiativesTable(Table);

impl InitiativesTable {
    pub(super) fn create(path: &Path) -> Result<InitiativesTable, Failure> {
        Table::create(path, &[&ARM_POINT[..], &COLUMNS[..]].concat()).map(InitiativesTable)
    }

    pub(super) fn add(&mut self, arm: &str, setting: &Setting, record: &RunRecord) -> Result<(), Failure> {
        let month = |m: i32| setting.start.plus(m).to_string();
        let later = |m: Option<u32>| m.map_or(String::new(), |m| month(m.cast_signed()));
        let replicate = record.replicate.to_string();
        for fate in &record.fates {
            let contributing: Vec<&str> = fate.causes.iter().map(Cause::name).collect();
            let cells: [String; 14] = [
                month(fate.start),
                later(fate.end),
                fate.months_observed.to_string(),
                if fate.end.is_some() { "ended" } else { "censored" }.to_owned(),
                fate.cause.map_or("", Cause::name).to_owned(),
                later(fate.absorbed),
                exact(fate.peak_scale),
                exact(fate.final_scale),
                exact(fate.normalisation),
                exact(fate.fit),
                contributing.join(" "),
                month(fate.entry.cast_signed()),
                exact(fate.core_share),
                fate.absorbed_at_end.to_string(),
            ];
            let site = setting.sites[fate.site.index()].name.as_str();
            let kind = setting.kinds[fate.kind.index()].0.as_str();
            let names = [arm, "0", &replicate, site, &fate.name, kind, fate.origin.name()];
            self.0.row(names.into_iter().chain(cells.iter().map(String::as_str)))?;
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
