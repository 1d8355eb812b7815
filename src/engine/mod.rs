//! The processes of a month in order, then observation: one replicate from the first month to the last.
//!
//! Purpose: `simulate(&Scenario, seed, replicate) -> RunRecord`, a function of its arguments alone; and the same future
//! again with one thing otherwise in one site, under the same chance.
//! Must never know: files, threads' number or order, charts.

mod altered;
mod before_branch;
mod branch;
mod cast;
mod month;
mod observe;
mod part_run;
mod possible;
mod replay;
mod replicate;
mod run;
mod setting;
mod site_metrics;
mod snapshot;
mod stage_log;
mod switches;

pub use altered::Altered;
pub use month::MODEL;
pub use part_run::PartRun;
pub use replay::{Replay, Watching};
pub use replicate::{Engine, Observe, simulate};
pub use switches::Switches;
