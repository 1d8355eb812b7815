//! Tables as files: their columns and rows, as CSV or Parquet, and what describes them.
//!
//! Purpose: the one place that sees the libraries of both formats.
//! Must never know: pictures, pages, the words of a summary.

mod all_tables;
mod calibration_tables;
mod cell;
mod column;
mod column_reference;
mod conditions_table;
mod csv_file;
mod effects_table;
mod events_table;
mod evidence_tables;
mod group_columns;
mod incidence_table;
mod initiatives_table;
mod marked;
mod models_table;
mod months_table;
mod number;
mod parquet_column;
mod parquet_file;
mod points_table;
mod runs_table;
mod shared_columns;
mod survival_table;
mod swept_models_tables;
mod table;
mod table_folder;
mod table_schema;
mod unit_words;
mod varied_tables;

pub use all_tables::{EVENT_REPLICATES, EVENT_SITES, Tables};
#[cfg(feature = "page")]
pub(super) use calibration_tables::write_calibration_tables;
pub use column_reference::column_reference;
pub use conditions_table::write_conditions;
pub use csv_file::quoted;
pub use effects_table::write_effects;
#[cfg(feature = "page")]
pub(super) use evidence_tables::write_evidence_tables;
pub use marked::unmarked;
pub use models_table::{write_levels, write_models};
pub use points_table::write_points;
pub use runs_table::RunsTable;
pub use table_folder::TableFolder;
pub use unit_words::unit_in_tables;
pub use varied_tables::{write_discovery, write_sensitivity};
