use super::column::Column;
use super::table::Table;
use super::{Failure, Format, Shelf};
use crate::analysis::Compared;

const COLUMNS: [Column; 14] = [
    Column::text("arm"),
    Column::text("metric"),
    Column::text("unit"),
    Column::number("baseline_mean"),
    Column::number("arm_mean"),
    Column::number("difference"),
    Column::number("ci_low"),
    Column::number("ci_high"),
    Column::number("p05"),
    Column::number("p95"),
    Column::number("share_above"),
    Column::whole("replicates"),
    Column::number("saving"),
    Column::number("evaluator_sees"),
];

/// Writes `effects`: every headline metric of every arm held against the first arm's.
///
/// # Errors
/// If the file cannot be written.
pub fn write_effects(shelf: &Shelf, format: Format, compared: &Compared) -> Result<(), Failure> {
    let mut table = Table::create(shelf, "effects", &COLUMNS, format)?;
    for arm in &compared.arms {
        for (headline, effect) in &arm.contrast.effects {
            let difference = effect.difference;
            // An evaluator's log-rank test is about survival; elsewhere there is nothing that it could have seen.
            let survival = headline.name.starts_with("survived_") || headline.name == "restricted_months";
            table.row([
                arm.label.name.as_str().into(),
                headline.name.as_str().into(),
                headline.unit.into(),
                effect.baseline.into(),
                effect.arm.into(),
                difference.mean.into(),
                (difference.mean - difference.half_width).into(),
                (difference.mean + difference.half_width).into(),
                difference.spread[0].into(),
                difference.spread[1].into(),
                effect.share_above.into(),
                (difference.n as u64).into(),
                effect.saving.unwrap_or(f64::NAN).into(),
                if survival { arm.contrast.evaluator_sees } else { f64::NAN }.into(),
            ])?;
        }
    }
    table.close()
}
