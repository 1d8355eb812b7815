use super::Failure;
use super::number::single;
use super::table::Table;
use super::tables::ARM_POINT;
use crate::analysis::Findings;
use crate::record::Metric;
use std::path::Path;

const COLUMNS: [&str; 9] = ["site", "month", "metric", "mean", "p05", "p25", "p50", "p75", "p95"];

/// Writes `months.csv`.
pub(super) fn write_months(path: &Path, arm: &str, findings: &Findings) -> Result<(), Failure> {
    let mut table = Table::create(path, &[&ARM_POINT[..], &COLUMNS[..]].concat())?;
    let setting = &findings.setting;
    for (place, name) in setting.places.iter().enumerate() {
        for month in 0..findings.courses.months() {
            let calendar = setting.start.plus(month as i32).to_string();
            for &metric in Metric::ALL {
                let spread = findings.courses.spread(place, month, metric);
                let cells = [[spread.mean].as_slice(), &spread.quantiles].concat();
                let cells: Vec<String> = cells.into_iter().map(single).collect();
                let key = [arm, "0", &name.name, &calendar, metric.name()];
                table.row(key.into_iter().chain(cells.iter().map(String::as_str)))?;
            }
        }
    }
    table.close()
}
