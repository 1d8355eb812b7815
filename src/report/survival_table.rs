use super::Failure;
use super::number::exact;
use super::table::Table;
use crate::analysis::Findings;
use std::path::Path;

const COLUMNS: [&str; 11] = [
    "arm",
    "group",
    "months_since_start",
    "at_risk",
    "events",
    "censored",
    "survival",
    "ci_low",
    "ci_high",
    "p05",
    "p95",
];

/// Writes `survival.csv`.
pub(super) fn write_survival(path: &Path, arm: &str, findings: &Findings) -> Result<(), Failure> {
    let mut table = Table::create(path, &COLUMNS)?;
    for group in &findings.survival {
        for (month, row) in group.rows.iter().enumerate() {
            let counts = [month as u64, row.at_risk.into(), row.events.into(), row.censored.into()];
            let [low, high] = row.interval;
            let [p05, p95] = row.spread;
            let curves = [row.survival, low, high, p05, p95];
            let cells = counts.map(|n| n.to_string()).into_iter().chain(curves.map(exact));
            table.row([arm.to_owned(), group.group.clone()].into_iter().chain(cells))?;
        }
    }
    table.close()
}
