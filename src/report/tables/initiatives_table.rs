use super::column::Column;
use super::shared_columns::{ARM, POINT, REPLICATE};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::record::{Cause, RunRecord, Setting};
use crate::report::folder::Failure;

pub(in crate::report) fn initiatives_schema() -> TableSchema {
    let contributing = "All causes of its end, separated by spaces: each of them, undone, would have kept it.";
    let columns = vec![
        ARM,
        POINT,
        REPLICATE,
        Column::text("site", "Its site."),
        Column::text("initiative", "Its name there."),
        Column::text("kind", "Its kind (`safsim list kinds`)."),
        Column::text("origin", "`pre-existing`, `programme` or `copied`."),
        Column::month("start", "When it began; may lie before the run."),
        Column::month("end", "In which it ended; empty if it was alive at the end of the run."),
        Column::whole("months_observed", "months", "From `entry` to `end` or the end of the run, both included."),
        Column::text("event", "`ended`, or `censored`: alive at the end of the run."),
        Column::text("cause", "The main cause of its end: one of those that `runs` counts as `ended_CAUSE`."),
        Column::month("absorbed", "In which it first became business as usual; empty if never."),
        Column::number("peak_scale", "share", "Largest scale."),
        Column::number("final_scale", "share", "Last scale."),
        Column::number("normalisation", "share", "Last normalisation."),
        Column::number("fit", "share", "Last fit to the local context."),
        Column::text("contributing", contributing),
        Column::month("entry", "First month in which it was observed: `start`, or the first month of the run."),
        Column::number("core_share", "share", "Last part of its cost that core budgets carried."),
        Column::flag("absorbed_at_end", "Whether it was business as usual at the end of the run."),
    ];
    TableSchema {
        stem: "initiatives",
        about: "A row for each initiative of each run.",
        key: &["arm", "point", "replicate", "site", "initiative"],
        columns,
    }
}

/// `initiatives`: a row for each initiative of each run.
#[derive(Debug)]
pub(in crate::report) struct InitiativesTable(Table);

impl InitiativesTable {
    pub(in crate::report) fn create(folder: &TableFolder) -> Result<InitiativesTable, Failure> {
        Table::create(folder, &initiatives_schema()).map(InitiativesTable)
    }

    pub(in crate::report) fn add(
        &mut self,
        arm: &str,
        point: u32,
        setting: &Setting,
        record: &RunRecord,
    ) -> Result<(), Failure> {
        let month = |m: i32| setting.start.plus(m);
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

    pub(in crate::report) fn close(self) -> Result<(), Failure> {
        self.0.close()
    }
}
