//! What sets sites apart: the conditions that a scenario gives to one site and not to the others, each exchanged in the same futures.
//!
//! Must never know: what the differences come to in words, the model's rules.

mod exchanged;
mod of_site;
mod replayed;
mod sites_apart;
mod strikes;
#[cfg(test)]
mod tests;

pub(super) use replayed::{Replayed, replayed};
