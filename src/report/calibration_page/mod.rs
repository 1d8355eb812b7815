//! The page of a calibration: `calibration.md`, its tables and pictures.
//!
//! Purpose: targets met and missed, what was learnt of each parameter and what was not. Must never know: how it was run.

mod calibration_results;
mod pictures;
mod whole_page;

pub use calibration_results::write_calibration;
pub use pictures::calibration_figures;
pub use whole_page::calibration_page;
