//! What happens in a month, one file per process of strategic action fields.
//!
//! Purpose: each process reads the state that the one before left, and changes only what its signature shows.
//! Must never know: each other, files.

mod authority;
mod continuation;
mod implementation;
mod mobilisation;
mod now;
mod programme;
mod resourcing;
mod results;
mod shocks;
mod spread;
mod steering;
mod turnover;

pub use authority::draw_authority;
pub use continuation::decide_continuation;
pub use implementation::implement;
pub use mobilisation::mobilise;
pub use now::Now;
pub use programme::{fund, run_programme};
pub use resourcing::resource;
pub use results::take_results;
pub use shocks::{strike, strikes};
pub use spread::{adopt, gather_spread, spread_to_regions};
pub use steering::steer;
pub use turnover::turn_over;
