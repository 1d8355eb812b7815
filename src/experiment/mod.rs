//! Many runs: which there are, in which order, on how many threads, and what of them is kept on disk.
//!
//! Purpose: the same bytes in the same order for any number of threads, however often it was interrupted and resumed;
//! stopping without losing what is done; the points of designs.
//! Must never know: statistics, tables, the terminal, what the bytes of a run mean.

mod attempt;
mod budget;
mod chunk_file;
mod chunks_in_memory;
mod demand;
mod futures;
mod grid;
mod held;
mod holdings;
mod in_order;
mod outcome;
mod pause;
mod run_missing;
#[cfg(test)]
mod run_missing_tests;
mod saltelli;
mod schedule;
#[cfg(test)]
mod schedule_tests;
mod shard;
mod sobol;
mod spread;
mod store;
mod store_error;
mod store_folder;
#[cfg(test)]
mod store_tests;
mod threads;
mod trajectories;
mod unit_queue;

pub use budget::{NeutralBudget, Pilot, Stopped};
pub use demand::Demand;
pub use futures::futures;
pub use grid::grid_points;
pub use held::Held;
pub use holdings::Holdings;
pub use in_order::InOrder;
pub use outcome::UnitOutcome;
pub use pause::pause;
pub use run_missing::{RunCounts, Unfinished, run_missing};
pub use saltelli::{PointPair, point_pairs};
pub use schedule::{Schedule, Unit};
pub use shard::Shard;
pub use sobol::{SOBOL_AXES, SOBOL_POINTS, sobol_points};
pub use store::Store;
pub use store_error::{Damage, StoreError};
pub use threads::{NoThreads, Threads, pool};
pub use trajectories::{TRAJECTORY_STEP, Trajectory, trajectories};
