use super::cell::Cell;
use super::column::Column;
use super::shared_columns::{ARM, METRIC, UNIT};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use super::unit_words::unit_in_tables;
use crate::analysis::{Compared, Estimate, Findings, Headline, ModelEffect, Models};
use crate::report::folder::Failure;

pub(super) const OF_METRIC: &str = "that of the metric";

/// How far models differ in a figure: `sets` and `mean` say what has a value, and of what the mean is.
fn spread_columns(sets: &'static str, mean: &'static str) -> [Column; 7] {
    [
        Column::whole("sets", "", sets),
        Column::whole("per_set", "", "Futures of each of them."),
        Column::number("models_mean", OF_METRIC, mean),
        Column::number(
            "models_mean_low",
            OF_METRIC,
            "Lower end of the 95 % interval of that mean (Student's t over models).",
        ),
        Column::number("models_mean_high", OF_METRIC, "Upper end of it."),
        Column::number(
            "models_low",
            OF_METRIC,
            "5 % quantile over models, chance taken out: as far down as plausible models go.",
        ),
        Column::number("models_high", OF_METRIC, "95 % quantile of the same."),
    ]
}

/// The cells of [`spread_columns`].
fn spread_cells<'a>(over: &ModelEffect, per_set: u32) -> [Cell<'a>; 7] {
    [
        over.sets.into(),
        u64::from(per_set).into(),
        over.mean.into(),
        (over.mean - over.half_width).into(),
        (over.mean + over.half_width).into(),
        over.range[0].into(),
        over.range[1].into(),
    ]
}

/// What of the variance lies between models; the two texts say of what it is.
fn variance_columns(models: &'static str, futures: &'static str) -> [Column; 3] {
    let squared = "that of the metric, squared";
    [
        Column::number("variance_models", squared, models),
        Column::number("variance_futures", squared, futures),
        Column::number(
            "share_models",
            "share",
            "Of the two together, the variance over models; empty where nothing varies.",
        ),
    ]
}

/// The cells of [`variance_columns`].
fn variance_cells<'a>(over: &ModelEffect) -> [Cell<'a>; 3] {
    [over.between.into(), over.within.into(), over.share_of_models().into()]
}

/// What is told of a figure over plausible models.
pub(super) fn over_models_columns() -> impl Iterator<Item = Column> {
    let spread = spread_columns("Plausible models, sets of parameters, that have a value.", "Mean over models.");
    let variance = variance_columns("Variance over models, chance taken out.", "Variance over futures of one model.");
    spread.into_iter().chain(variance)
}

/// The cells of [`over_models_columns`].
pub(super) fn over_models<'a>(over: &ModelEffect, per_set: u32) -> impl Iterator<Item = Cell<'a>> {
    spread_cells(over, per_set).into_iter().chain(variance_cells(over))
}

pub(in crate::report) fn models_schema() -> TableSchema {
    let mut columns = vec![
        ARM,
        METRIC,
        UNIT,
        Column::number(
            "difference",
            OF_METRIC,
            "This arm minus the first at the parameters of the scenario, on average, as in `effects`; of a run, its level.",
        ),
        Column::number("ci_low", OF_METRIC, "Lower end of its 95 % interval: how far chance may have moved it."),
        Column::number("ci_high", OF_METRIC, "Upper end of it."),
    ];
    columns.extend(spread_columns(
        "Plausible models, sets of parameters, in which both arms have a value.",
        "This arm minus the first, mean over models.",
    ));
    columns.push(Column::number(
        "sign_agrees",
        "share",
        "Of models, those whose difference has the sign of `difference`; empty where that is 0.",
    ));
    columns.extend(variance_columns(
        "Variance of the difference over models, chance taken out.",
        "Variance of the difference over futures of one model.",
    ));
    columns.push(Column::number(
        "most_in",
        "share",
        "Of models, those in which this arm has most of the metric of all arms, chance taken out; empty where an arm has none.",
    ));
    TableSchema {
        stem: "models",
        about: "How arms differ over plausible models: a row for each arm and metric, held against the first arm; of a run, levels.",
        key: &["arm", "metric"],
        columns,
    }
}

/// Writes `models` of a run: where headline figures stand over plausible models, if these were run.
///
/// # Errors
/// If the file cannot be written.
pub fn write_levels(folder: &TableFolder, findings: &Findings) -> Result<(), Failure> {
    let Some(models) = &findings.models else { return Ok(()) };
    let mut table = Table::create(folder, &models_schema())?;
    for (headline, level) in &findings.headlines {
        if let Some(over) = models.effect(0, &headline.name) {
            row(&mut table, &findings.setting.scenario, headline, (level, over), models, None)?;
        }
    }
    table.close()
}

/// Writes `models` of a comparison, if models were run.
///
/// # Errors
/// If the file cannot be written.
pub fn write_models(folder: &TableFolder, compared: &Compared) -> Result<(), Failure> {
    let Some(models) = &compared.models else { return Ok(()) };
    let mut table = Table::create(folder, &models_schema())?;
    for arm in 0..compared.arms.len() {
        arm_rows(&mut table, compared, models, arm)?;
    }
    table.close()
}

fn arm_rows(table: &mut Table, compared: &Compared, models: &Models, arm: usize) -> Result<(), Failure> {
    let own = &compared.arms[arm];
    let all: Vec<usize> = (0..compared.arms.len()).collect();
    for (headline, effect) in &own.contrast.effects {
        let Some(over) = models.effect(arm, &headline.name) else { continue };
        let most = models.has_most(arm, &headline.name, &all);
        row(table, &own.label.name, headline, (&effect.difference, over), models, most)?;
    }
    Ok(())
}

fn row(
    table: &mut Table,
    arm: &str,
    headline: &Headline,
    (own, over): (&Estimate, &ModelEffect),
    models: &Models,
    most: Option<f64>,
) -> Result<(), Failure> {
    let own_mean = own.mean;
    let own = [
        arm.into(),
        headline.name.as_str().into(),
        unit_in_tables(headline.unit).into(),
        own.mean.into(),
        own.interval[0].into(),
        own.interval[1].into(),
    ];
    let agrees = over.agrees_with(own_mean).into();
    let spread = spread_cells(over, models.per_set);
    table.row(own.into_iter().chain(spread).chain([agrees]).chain(variance_cells(over)).chain([most.into()]))
}
