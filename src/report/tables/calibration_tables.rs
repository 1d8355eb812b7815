use super::column::Column;
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::calibration::{Calibrated, JudgedTarget, LearntParameter};
use crate::report::folder::Failure;

pub(in crate::report) fn targets_schema() -> TableSchema {
    let unit = "that of the target";
    let columns = vec![
        Column::text("target", "The target's id."),
        Column::text("title", "What it is, in a few words."),
        Column::text("kind", "`ordering`, `level` or `sanity`."),
        Column::text("provenance", "Where it comes from."),
        Column::flag("held_out", "Whether it was kept back: no set was chosen by it."),
        Column::text("measured", "What is measured; empty if nothing is."),
        Column::text("unit", "Unit of its values, in words."),
        Column::text("unmeasured", "Why nothing is measured, if so."),
        Column::number("least", unit, "The least that is wanted; empty if there is none."),
        Column::number("most", unit, "The most that is wanted; empty if there is none."),
        Column::number("tolerance", unit, "How far beyond that it may well be."),
        Column::number("discrepancy", unit, "How far off the model may be for what it leaves out."),
        Column::number("noise", unit, "Standard deviation that chance leaves in the value of a set."),
        Column::number("at_defaults", unit, "Value at the default parameters."),
        Column::number("before_p05", unit, "Over plausible ranges (the first wave): 5 % quantile over sets."),
        Column::number("before_p50", unit, "The same: 50 %."),
        Column::number("before_p95", unit, "The same: 95 %."),
        Column::number("after_p05", unit, "Over the ensemble: 5 % quantile over sets."),
        Column::number("after_p50", unit, "The same: 50 %."),
        Column::number("after_p95", unit, "The same: 95 %."),
        Column::number("met_before", "share", "Of sets over plausible ranges, those that meet it, with the tolerance."),
        Column::number("met_after", "share", "Of sets of the ensemble, those that do."),
        Column::flag("met", "Whether the middle of the ensemble meets it."),
        Column::number(
            "explained",
            "share",
            "Of the variance over plausible ranges, what the stand-in for the model carries.",
        ),
        Column::number(
            "left",
            "share",
            "Of that variance, what parameters carry that were fixed, as far as it is linear.",
        ),
    ];
    let about = "Targets of a calibration and what came of them: a row for each.";
    TableSchema { stem: "targets", about, key: &["target"], columns }
}

pub(in crate::report) fn learnt_schema() -> TableSchema {
    let unit = "that of the parameter";
    let columns = vec![
        Column::text("parameter", "The parameter."),
        Column::number("default", unit, "Its default."),
        Column::number("before_low", unit, "Its plausible range: the least."),
        Column::number("before_high", unit, "The same: the most."),
        Column::whole("moves", "targets", "Targets that it moves beyond chance; 0 of one that stays at its default."),
        Column::number("after_p05", unit, "Over the ensemble: 5 % quantile; empty of one that stays at its default."),
        Column::number("after_p50", unit, "The same: 50 %."),
        Column::number("after_p95", unit, "The same: 95 %."),
        Column::number(
            "shrinkage",
            "share",
            "How much narrower it became: 1 minus the ratio of standard deviations after and before, on the scale on which it is \
             drawn; 0 if that is not beyond chance.",
        ),
        Column::number(
            "p_value",
            "share",
            "Chance of a distribution so far from the one before if nothing was learnt (Kolmogorov and Smirnov), corrected for the \
             number of free parameters (Bonferroni).",
        ),
    ];
    let about = "What a calibration says of each parameter: a row for each.";
    TableSchema { stem: "parameters", about, key: &["parameter"], columns }
}

pub(in crate::report) fn pairs_schema() -> TableSchema {
    let columns = vec![
        Column::text("parameter", "A parameter."),
        Column::text("other", "Another."),
        Column::number(
            "correlation",
            "from -1 to 1",
            "Over the ensemble, on the scale on which they are drawn: below 0 one makes up for the other, so that a product is known; \
             above 0 a ratio is.",
        ),
        Column::number(
            "p_value",
            "share",
            "Chance of one so large under no relation, corrected for the number of pairs.",
        ),
    ];
    let about = "Parameters of which more is known together than of each: a row for each pair, at most thirty.";
    TableSchema { stem: "pairs", about, key: &["parameter", "other"], columns }
}

pub(in crate::report) fn waves_schema() -> TableSchema {
    let columns = vec![
        Column::whole("wave", "", "Its number."),
        Column::whole("sets", "", "Sets of parameters that were run."),
        Column::whole("stay", "", "Of these, those that no target rules out."),
        Column::number("share", "share", "Of the plausible ranges, what no stand-in rules out after it."),
        Column::number(
            "nearest",
            "standard deviations",
            "Distance of its nearest set from the targets: the root of the mean squared implausibility.",
        ),
        Column::number("middle", "standard deviations", "The same of its middle set."),
    ];
    let about = "Waves of a calibration: a row for each.";
    TableSchema { stem: "waves", about, key: &["wave"], columns }
}

/// Writes `targets`, `parameters`, `pairs` and `waves`.
///
/// # Errors
/// If a file cannot be written.
pub(in crate::report) fn write_calibration_tables(folder: &TableFolder, found: &Calibrated) -> Result<(), Failure> {
    let mut targets = Table::create(folder, &targets_schema())?;
    found.targets.iter().try_for_each(|one| target_row(&mut targets, one))?;
    targets.close()?;
    let mut parameters = Table::create(folder, &learnt_schema())?;
    found.parameters.iter().try_for_each(|one| parameter_row(&mut parameters, one))?;
    parameters.close()?;
    let mut pairs = Table::create(folder, &pairs_schema())?;
    for pair in &found.pairs {
        let [one, other] = &pair.parameters;
        pairs.row([one.as_str().into(), other.as_str().into(), pair.correlation.into(), pair.p_value.into()])?;
    }
    pairs.close()?;
    let mut waves = Table::create(folder, &waves_schema())?;
    for (wave, number) in found.waves.iter().zip(1_u64..) {
        let [nearest, middle] = wave.distance;
        waves.row([
            number.into(),
            wave.sets.into(),
            wave.stay.into(),
            wave.share.into(),
            nearest.into(),
            middle.into(),
        ])?;
    }
    waves.close()
}

fn target_row(table: &mut Table, one: &JudgedTarget) -> Result<(), Failure> {
    let target = &one.target;
    let three = |values: Option<[f64; 3]>, place: usize| values.map(|values| values[place]);
    let known = one.unmeasured.is_none();
    table.row([
        target.id.as_str().into(),
        target.title.as_str().into(),
        target.kind.words().into(),
        target.provenance.as_str().into(),
        Some(target.held_out).into(),
        one.measured.as_str().into(),
        one.unit.replace("-1 to 1", "from -1 to 1").into(),
        one.unmeasured.as_deref().into(),
        target.least.into(),
        target.most.into(),
        target.tolerance.into(),
        target.discrepancy.into(),
        known.then_some(one.noise).into(),
        one.at_defaults.into(),
        three(one.before, 0).into(),
        three(one.before, 1).into(),
        three(one.before, 2).into(),
        three(one.after, 0).into(),
        three(one.after, 1).into(),
        three(one.after, 2).into(),
        known.then_some(one.met_before).into(),
        known.then_some(one.met_after).into(),
        one.is_met().into(),
        known.then_some(one.explained).into(),
        known.then_some(one.left).into(),
    ])
}

fn parameter_row(table: &mut Table, one: &LearntParameter) -> Result<(), Failure> {
    let after = |place: usize| one.after.map(|values| values[place]);
    let free = one.moves > 0;
    table.row([
        one.name.as_str().into(),
        one.default.into(),
        one.before[0].into(),
        one.before[1].into(),
        u64::from(one.moves).into(),
        after(0).into(),
        after(1).into(),
        after(2).into(),
        free.then_some(one.shrinkage).into(),
        free.then_some(one.p_value).into(),
    ])
}
