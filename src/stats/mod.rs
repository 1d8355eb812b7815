//! Pure estimators on slices: what a reader of survival data would look up in a textbook.
//!
//! One file holds one statistic, with its source and its cost. Randomness comes in as a closure that gives uniform
//! numbers, so that the caller decides the stream and the same stream gives the same interval.
//!
//! Must never know: actors, initiatives, runs, files. It imports nothing from the crate.

mod bootstrap;
mod kaplan_meier;
mod mean;
mod month_counts;
mod normal;
mod quantile;
mod replicate_spread;
mod restricted_mean;

pub use bootstrap::bootstrap_survival;
pub use kaplan_meier::{KaplanMeier, KaplanMeierRow, Spell, kaplan_meier};
pub use mean::mean;
pub use month_counts::{MonthCounts, MonthSpell};
pub use normal::normal_quantile;
pub use quantile::{quantile, quantile_of_sorted};
pub use replicate_spread::{CurveBand, replicate_spread};
pub use restricted_mean::{RestrictedMean, restricted_mean};
