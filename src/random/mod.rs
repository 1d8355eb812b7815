//! Random numbers that belong to a place, not to an order of calls.
//!
//! Purpose: a stream is keyed by (seed, replicate, process, site) and read at a position fixed by (month, slot), so
//! that two runs which differ in one setting share every draw that the setting does not touch (model section 4).
//! Must never know: what is drawn for.

mod beta;
mod stream;

pub use beta::BetaQuantiles;
pub use stream::{Key, Stream};
