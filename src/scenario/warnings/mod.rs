//! What a scenario says that has no effect, or another one than it seems: it runs, with a warning.
//!
//! Must never know: how the model runs; each rule here follows from a sentence of the model description.

mod about;
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
mod silent;
mod sites;
mod strikes;

pub(super) use about::about;
pub(super) use arms::about_arms;
pub(super) use assumed::assumed;
pub(super) use axes::about_axes;
pub(super) use seen::initiative_places;
