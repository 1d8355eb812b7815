//! The processes of a month in order, then observation: one replicate from the first month to the last.
//!
//! Purpose: `simulate(&Scenario, seed, replicate) -> RunRecord`, a function of its arguments alone.
//! Must never know: files, threads' number or order, charts.

mod month;
mod observe;
mod replicate;
mod setting;
mod site_metrics;
mod snapshot;
mod stage_log;
mod switches;

pub use replicate::{Engine, Observe, simulate};
pub use switches::Switches;
