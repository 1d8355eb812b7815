//! From what people have to a scenario: who knows whom, a survey of trust, a plan of what begins when.
//!
//! Purpose: a beginning, in which all that was assumed is said; what is wrong with a table is shown at its place.
//! Must never know: files, what is done with the scenario.

mod assumed;
mod at_hand;
mod comment;
mod densities;
mod edge_list;
mod graphml;
mod graphml_broken;
mod graphml_keys;
mod imported;
mod made;
mod network;
mod parts;
mod plan;
mod preview;
mod table;
mod trust;

pub use at_hand::AtHand;
pub use imported::Imported;
pub use made::import;

#[cfg(test)]
mod network_tests;
#[cfg(test)]
mod tests;
