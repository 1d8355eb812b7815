use super::calibration_page;
use crate::calibration::Calibrated;
use crate::report::folder::{Failure, Staging};
use crate::report::tables::{TableFolder, write_calibration_tables};

/// Writes the page, the tables and `calibration.json`.
///
/// # Errors
/// If a file cannot be written.
pub fn write_calibration(staging: &Staging<'_>, tables: &TableFolder, found: &Calibrated) -> Result<(), Failure> {
    write_calibration_tables(tables, found)?;
    staging.write("calibration.md", calibration_page(found, "charts").as_bytes())?;
    // Plain data with text keys: nothing in it can fail to be written.
    let json = serde_json::to_string_pretty(found).unwrap_or_default();
    staging.write("calibration.json", json.as_bytes())
}
