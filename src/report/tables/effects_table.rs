use super::column::Column;
use super::shared_columns::{ARM, METRIC, UNIT};
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use super::unit_words::unit_in_tables;
use crate::analysis::Compared;
use crate::report::folder::Failure;

pub(in crate::report) fn effects_schema() -> TableSchema {
    let unit = "that of the metric";
    let saving = "How many times fewer replicates the pairing needed than independent runs would for the same interval: \
                  (variance of this arm + variance of the first) / variance of the difference. Empty where all differences \
                  are the same.";
    let evaluator = "Only for survival: of the single histories in which there is an evaluator's log-rank test, those in which \
                     it would at 5 % have told this arm from the first; empty if there is no such test in any, because nothing \
                     ended or nobody was there. An evaluator has one history, with luck of its own, so this arm in one \
                     replicate is held against the first arm in another; the first arm's own value counts false alarms.";
    let columns = vec![
        ARM,
        METRIC,
        UNIT,
        Column::number("baseline_mean", unit, "Mean of the first arm, over the replicates in which both have a value."),
        Column::number("arm_mean", unit, "Mean of this arm over the same replicates."),
        Column::number("difference", unit, "This arm minus the first, on average."),
        Column::number(
            "ci_low",
            unit,
            "Lower end of its 95 % interval (Student's t over pairs): how sure we are of the average.",
        ),
        Column::number("ci_high", unit, "Upper end of it."),
        Column::number("p05", unit, "5 % quantile of the difference over single futures."),
        Column::number("p95", unit, "95 % quantile of the difference over single futures."),
        Column::number("share_above", "share", "Of futures in which this arm is above the first."),
        Column::number("share_below", "share", "Of futures in which this arm is below the first."),
        Column::number("share_tied", "share", "Of futures in which both are the same; the three make 1."),
        Column::whole("replicates", "", "Pairs behind it."),
        Column::number("saving", "times", saving),
        Column::number("evaluator_sees", "share", evaluator),
    ];
    TableSchema {
        stem: "effects",
        about: "What arms make of headline metrics: a row for each arm and metric, held against the first arm pair by pair.",
        key: &["arm", "metric"],
        columns,
    }
}

/// Writes `effects`: every headline metric of every arm held against the first arm's.
///
/// # Errors
/// If the file cannot be written.
pub fn write_effects(folder: &TableFolder, compared: &Compared) -> Result<(), Failure> {
    let mut table = Table::create(folder, &effects_schema())?;
    for arm in &compared.arms {
        for (headline, effect) in &arm.contrast.effects {
            let difference = effect.difference;
            // An evaluator's log-rank test is about survival; elsewhere there is nothing that it could have seen.
            let survival = headline.name.starts_with("survived_") || headline.name.starts_with("restricted_months");
            table.row([
                arm.label.name.as_str().into(),
                headline.name.as_str().into(),
                unit_in_tables(headline.unit).into(),
                effect.baseline.into(),
                effect.arm.into(),
                difference.mean.into(),
                difference.interval[0].into(),
                difference.interval[1].into(),
                difference.spread[0].into(),
                difference.spread[1].into(),
                effect.share_above.into(),
                effect.share_below.into(),
                effect.share_tied.into(),
                (difference.n as u64).into(),
                effect.saving.unwrap_or(f64::NAN).into(),
                if survival { arm.contrast.evaluator_sees } else { f64::NAN }.into(),
            ])?;
        }
    }
    table.close()
}
