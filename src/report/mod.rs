//! Findings -> tables, charts, the manifest and the words of the summary; the results folder as a whole.
//!
//! Purpose: everything a user opens afterwards; a folder that is complete or marked unfinished, never half-written.
//! Must never know: the engine, the rules of scenario files (a scenario is a text here).

mod cell;
mod charts;
mod column;
mod csv_file;
mod destination;
mod digest;
mod events_table;
mod failure;
mod figure;
mod format;
mod initiatives_table;
mod manifest;
mod months_table;
mod number;
mod outcome_lines;
mod paragraph;
mod parquet_column;
mod parquet_file;
mod runs_table;
mod staging;
mod summary;
mod survival_table;
mod table;
mod tables;

pub use charts::write_charts;
pub use destination::{Destination, Refusal};
pub use digest::sha256;
pub use failure::Failure;
pub use format::Format;
pub use manifest::{FileEntry, Manifest, PlanEntry, ScenarioEntry};
pub use paragraph::paragraph;
pub use staging::Staging;
pub use summary::summary;
pub use tables::{EVENT_REPLICATES, EVENT_SITES, Tables};
