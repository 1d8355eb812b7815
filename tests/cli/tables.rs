//! Tables as CSV, read back.

use safsim::report::unmarked;
use std::collections::BTreeMap;
use std::path::Path;

/// Cells by column.
pub type Row = BTreeMap<String, String>;

/// Columns and rows of a file.
pub fn rows(path: &Path) -> (Vec<String>, Vec<Row>) {
    let mut reader = csv::Reader::from_path(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |record: Result<csv::StringRecord, _>| -> Row {
        columns.iter().cloned().zip(record.unwrap().iter().map(|cell| unmarked(cell).to_owned())).collect()
    };
    let rows = reader.records().map(row).collect();
    (columns, rows)
}

/// A cell that must be a number.
pub fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column}: {:?} in {row:?}", row[column]))
}

/// A cell that is a number or empty.
pub fn maybe(row: &Row, column: &str) -> Option<f64> {
    (!row[column].is_empty()).then(|| number(row, column))
}
