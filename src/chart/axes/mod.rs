//! Where things stand: planes with their scales, axes with ticks and labels, grids of panels, texts that must not collide.
//!
//! Must never know: what is plotted, which kind of chart asks.

pub(super) mod grid;
mod marks;
mod plane;
mod range;
mod spread_out;
mod ticks;
mod tiles;
mod time_axis;
pub(super) mod time_spots;
pub(super) mod x_axis;
pub(super) mod y_axis;

pub(super) use grid::Cell;
pub(super) use plane::Plane;
pub(super) use range::{range_of, usable, widened};
pub(super) use spread_out::spread_out;
pub(super) use ticks::ticks;
pub(super) use tiles::tiles;
pub(super) use time_axis::Above;
pub use time_axis::{Mark, Tick, TimeAxis, TimeSpan};
pub(super) use time_spots::told;
