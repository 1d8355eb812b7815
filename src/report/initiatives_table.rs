use super::column::Column;
use super::table::Table;
use super::tables::ARM_POINT;
use super::{Failure, Format, Shelf};
use crate::record::{Cause, RunRecord, Setting};

const COLUMNS: [Column; 19] = [
    Column::whole("replicate"),
    Column::text("site"),
    Column::text("initiative"),
    Column::text("kind"),
    Column::text("origin"),
    Column::text("start"),
    Column::text("end"),
    Column::whole("months_observed"),
    Column::text("event"),
    Column::text("cause"),
    Column::text("absorbed"),
    Column::number("peak_scale"),
    Column::number("final_scale"),
    Column::number("normalisation"),
    Column::number("fit"),
    Column::text("contributing"),
    Column::text("entry"),
    Column::number("core_share"),
    Column::flag("absorbed_at_end"),
];

/// `initiatives`: a row for each initiative of each run.
#[derive(Debug)]
pub(super) struct InitiativesTable(Table);

impl InitiativesTable {
    pub(super) fn create(shelf: &Shelf, format: Format) -> Result<InitiativesTable, Failure> {
        let columns = [&ARM_POINT[..], &COLUMNS[..]].concat();
        Table::create(shelf, "initiatives", &columns, format).map(InitiativesTable)
    }

    pub(super) fn add(&mut self, arm: &str, point: u32, setting: &Setting, record: &RunRecord) -> Result<(), Failure> {
        let month = |m: i32| setting.start.plus(m).to_string();
        let later = |m: Option<u32>| m.map(|m| month(m.cast_signed()));
        for fate in &record.fates {
            let contributing: Vec<&str> = fate.causes.iter().map(Cause::name).collect();
            self.0.row([
                arm.into(),
                point.into(),
                record.replicate.into(),
                setting.sites[fate.site.index()].name.as_str().into(),
                fate.name.as_str().into(),
                setting.kinds[fate.kind.index()].0.as_str().into(),
                fate.origin.name().into(),
                month(fate.start).into(),
                later(fate.end).into(),
                fate.months_observed.into(),
                if fate.end.is_some() { "ended" } else { "censored" }.into(),
                fate.cause.map(Cause::name).into(),
                later(fate.absorbed).into(),
                fate.peak_scale.into(),
                fate.final_scale.into(),
                fate.normalisation.into(),
                fate.fit.into(),
                contributing.join(" ").into(),
                month(fate.entry.cast_signed()).into(),
                fate.core_share.into(),
                fate.absorbed_at_end.into(),
            ])?;
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
