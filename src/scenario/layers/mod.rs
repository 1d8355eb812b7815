//! What is laid over what: files that extend one another, and settings of options, regimes and points over a document.
//!
//! Purpose: one raw document in which every value still has its own place; the grammar says what is patched by name.
//! Must never know: what a document means.

mod address;
mod chain;
mod csv_cells;
mod entry_name;
mod merge;
mod patch;
mod setting;
mod shorthand;
mod site_spread;
mod site_table;

pub(super) use chain::Reader;
pub use csv_cells::{CsvCell, CsvTable, csv_table, row_span, too_long};
pub(super) use setting::Setting;
