//! Many runs: replicates of one scenario, side by side, handed over in order.
//!
//! Purpose: the same records in the same order for any number of threads; stopping without losing what is done.
//! Must never know: statistics, tables, the terminal.

mod plan;
mod replicates;

pub use plan::{NoThreads, Plan};
pub use replicates::{Halt, replicates};
