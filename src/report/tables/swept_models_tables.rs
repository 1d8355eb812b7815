use super::cell::Cell;
use super::column::Column;
use super::models_table::{OF_METRIC, over_models, over_models_columns};
use super::shared_columns::{ARM, METRIC, POINT, UNIT};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use super::unit_words::unit_in_tables;
use crate::analysis::{Estimate, Swept};
use crate::report::folder::Failure;

fn own_columns(of: &'static str) -> [Column; 3] {
    [
        Column::number("mean", OF_METRIC, of),
        Column::number("ci_low", OF_METRIC, "Lower end of its 95 % interval: how far chance may have moved it."),
        Column::number("ci_high", OF_METRIC, "Upper end of it."),
    ]
}

pub(in crate::report) fn point_models_schema() -> TableSchema {
    let mut columns = vec![ARM, POINT, METRIC, UNIT];
    columns.extend(own_columns("Mean over replicates at the parameters of the scenario, as in `points`."));
    columns.extend(over_models_columns());
    TableSchema {
        stem: "point_models",
        about: "Where each point of a sweep stands over plausible models: a row for each point and metric.",
        key: &["point", "metric"],
        columns,
    }
}

pub(in crate::report) fn axis_models_schema() -> TableSchema {
    let mut columns = vec![
        Column::text("axis", "A key of the sweep."),
        METRIC,
        UNIT,
        Column::text(
            "ends",
            "From its first value to its last; of a sample, from the middle of the lower half of its values to that of the upper.",
        ),
    ];
    columns.extend(own_columns(
        "What changes from the one to the other, the other axes averaged, at the parameters of the scenario.",
    ));
    columns.extend(over_models_columns());
    columns.push(Column::number(
        "sign_agrees",
        "share",
        "Of models, those in which the change has the sign of `mean`; empty where that is 0.",
    ));
    TableSchema {
        stem: "axis_models",
        about: "What each axis of a sweep does over plausible models: a row for each axis and metric.",
        key: &["axis", "metric"],
        columns,
    }
}

fn own_cells<'a>(own: &Estimate) -> [Cell<'a>; 3] {
    [own.mean.into(), own.interval[0].into(), own.interval[1].into()]
}

/// Writes `point_models` and `axis_models`, if models were run.
///
/// # Errors
/// If a file cannot be written.
pub(super) fn write_swept_models(folder: &TableFolder, swept: &Swept) -> Result<(), Failure> {
    let Some(models) = &swept.models else { return Ok(()) };
    let mut table = Table::create(folder, &point_models_schema())?;
    for (point, levels) in models.levels.iter().enumerate() {
        for ((metric, headline), over) in swept.found.metrics().enumerate().zip(levels) {
            let Some(over) = over else { continue };
            let key = [swept.setting.scenario.as_str().into(), (point as u64).into()];
            let what = [headline.name.as_str().into(), unit_in_tables(headline.unit).into()];
            let own = own_cells(&swept.found.estimate(point, metric));
            table.row(key.into_iter().chain(what).chain(own).chain(over_models(over, models.per_set)))?;
        }
    }
    table.close()?;
    let mut table = Table::create(folder, &axis_models_schema())?;
    for (metric, headline) in swept.found.metrics().enumerate() {
        for effect in swept.axis_effects(metric) {
            let Some(over) = models.axes[effect.axis][metric] else { continue };
            let key = [swept.axes[effect.axis].as_str().into(), headline.name.as_str().into()];
            let ends = format!("from {} to {}", effect.ends[0], effect.ends[1]);
            let what = [unit_in_tables(headline.unit).into(), ends.as_str().into()];
            let agrees = over.agrees_with(effect.effect.mean).into();
            let numbers = own_cells(&effect.effect).into_iter().chain(over_models(&over, models.per_set));
            table.row(key.into_iter().chain(what).chain(numbers).chain([agrees]))?;
        }
    }
    table.close()
}
