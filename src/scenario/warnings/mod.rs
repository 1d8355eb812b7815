//! What a scenario says that has no effect, or another one than it seems: it runs, with a warning.
//!
//! Must never know: how the model runs; each rule here follows from a sentence of the model description.

mod arms;
mod assumed;
mod axes;
mod funding;
mod idle;
mod lines;
mod names;
mod programme;
mod seen;
mod shocks;
mod sites;
mod strikes;
mod warning;

pub(super) use arms::{Arm, about_arms};
pub(super) use assumed::assumed;
pub(super) use axes::about_axes;
pub(super) use seen::{about, initiative_places};
pub use warning::Warning;
