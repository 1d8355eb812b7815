//! What a command says in the end: a few lines in a terminal.
//!
//! Must never know: files.

mod calibration_summary;
mod comparison_summary;
mod condition_lines;
mod evidence_summary;
mod field_page;
mod model_columns;
mod outcome_lines;
mod sense;
mod summary;
mod sweep_summary;
mod varied_summary;

pub use calibration_summary::calibration_summary;
pub use comparison_summary::comparison_summary;
pub use evidence_summary::{evidence_list, evidence_summary};
pub use field_page::field_page;
pub use summary::summary;
pub use sweep_summary::sweep_summary;
pub use varied_summary::{discovery_summary, sensitivity_summary};
