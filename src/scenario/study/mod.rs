//! What is asked of a scenario besides one run: regimes side by side, a sweep, the outcomes to report.
//!
//! All of them change the raw document of the base by the walk that `--set` takes, and what comes of it passes the same
//! checks as any file.
//!
//! Must never know: how arms and points are run, and what comes of them.

mod axis_value;
mod blame;
mod definition;
mod patched;
mod read_axis;
mod read_branch;
mod read_outcome;
mod read_regimes;
mod read_sweep;
mod refusals;
mod regime;
mod steps;
mod sweep;
mod to_toml;

pub use axis_value::AxisValue;
pub(super) use definition::RegimePlace;
pub use definition::Study;
pub(super) use patched::Base;
pub(super) use read_axis::ReadAxis;
pub(super) use read_outcome::read_outcome;
pub(super) use read_regimes::{ReadRegime, read_regimes, with_settings};
pub(super) use read_sweep::read_sweep;
pub use regime::{BudgetNeutral, Regime};
pub use sweep::{Axis, AxisValues, Sweep, SweepDesign};
pub use to_toml::{study_differences, study_to_toml};
