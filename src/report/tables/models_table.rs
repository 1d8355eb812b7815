use super::cell::Cell;
use super::column::Column;
use super::shared_columns::{ARM, METRIC, UNIT};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use super::unit_words::unit_in_tables;
use crate::analysis::{Compared, Estimate, Findings, Headline, ModelEffect, Models};
use crate::report::folder::Failure;

/// What is told of a figure over plausible models.
pub(super) fn over_models_columns() -> Vec<Column> {
    let unit = "that of the metric";
    let squared = "that of the metric, squared";
    vec![
        Column::whole("sets", "", "Plausible models, sets of parameters, that have a value."),
        Column::whole("per_set", "", "Futures of each of them."),
        Column::number("models_mean", unit, "Mean over models."),
        Column::number(
            "models_mean_low",
            unit,
            "Lower end of the 95 % interval of that mean (Student's t over models).",
        ),
        Column::number("models_mean_high", unit, "Upper end of it."),
        Column::number(
            "models_low",
            unit,
            "5 % quantile over models, chance taken out: as far down as plausible models go.",
        ),
        Column::number("models_high", unit, "95 % quantile of the same."),
        Column::number("variance_models", squared, "Variance over models, chance taken out."),
        Column::number("variance_futures", squared, "Variance over futures of one model."),
        Column::number(
            "share_models",
            "share",
            "Of the two together, the variance over models; empty where nothing varies.",
        ),
    ]
}

/// The cells of [`over_models_columns`].
pub(super) fn over_models(over: &ModelEffect, per_set: u32) -> [Cell<'static>; 10] {
    [
        over.sets.into(),
        u64::from(per_set).into(),
        over.mean.into(),
        (over.mean - over.half_width).into(),
        (over.mean + over.half_width).into(),
        over.range[0].into(),
        over.range[1].into(),
        over.between.into(),
        over.within.into(),
        over.share_of_models().into(),
    ]
}

pub(in crate::report) fn models_schema() -> TableSchema {
    let unit = "that of the metric";
    let columns = vec![
        ARM,
        METRIC,
        UNIT,
        Column::number(
            "difference",
            unit,
            "This arm minus the first at the parameters of the scenario, on average, as in `effects`; of a run, its level.",
        ),
        Column::number("ci_low", unit, "Lower end of its 95 % interval: how far chance may have moved it."),
        Column::number("ci_high", unit, "Upper end of it."),
        Column::whole("sets", "", "Plausible models, sets of parameters, in which both arms have a value."),
        Column::whole("per_set", "", "Futures of each of them."),
        Column::number("models_mean", unit, "This arm minus the first, mean over models."),
        Column::number(
            "models_mean_low",
            unit,
            "Lower end of the 95 % interval of that mean (Student's t over models).",
        ),
        Column::number("models_mean_high", unit, "Upper end of it."),
        Column::number(
            "models_low",
            unit,
            "5 % quantile over models, chance taken out: as far down as plausible models go.",
        ),
        Column::number("models_high", unit, "95 % quantile of the same."),
        Column::number(
            "sign_agrees",
            "share",
            "Of models, those whose difference has the sign of `difference`; empty where that is 0.",
        ),
        Column::number(
            "variance_models",
            "that of the metric, squared",
            "Variance of the difference over models, chance taken out.",
        ),
        Column::number(
            "variance_futures",
            "that of the metric, squared",
            "Variance of the difference over futures of one model.",
        ),
        Column::number(
            "share_models",
            "share",
            "Of the two together, the variance over models; empty where nothing varies.",
        ),
        Column::number(
            "most_in",
            "share",
            "Of models, those in which this arm has most of the metric of all arms, chance taken out; empty where an arm has none.",
        ),
    ];
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
    table.row([
        arm.into(),
        headline.name.as_str().into(),
        unit_in_tables(headline.unit).into(),
        own.mean.into(),
        own.interval[0].into(),
        own.interval[1].into(),
        over.sets.into(),
        u64::from(models.per_set).into(),
        over.mean.into(),
        (over.mean - over.half_width).into(),
        (over.mean + over.half_width).into(),
        over.range[0].into(),
        over.range[1].into(),
        over.agrees_with(own.mean).into(),
        over.between.into(),
        over.within.into(),
        over.share_of_models().into(),
        most.into(),
    ])
}
