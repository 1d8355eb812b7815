//! The results folder: who may write to it, what lies in it, how results come to their places whole or not at all.
//!
//! Must never know: what is in the files, but for the books that it keeps itself.

#![cfg_attr(not(feature = "page"), expect(unused_imports, reason = "only tables, pictures and the page use them"))]

mod claim;
mod delivery;
mod destination;
mod digest;
mod failure;
mod file_names;
mod format;
mod leavings;
mod manifest;
mod refusal;
mod shard_entry;
mod shelf;
mod staging;
mod workplace;

pub use claim::{Claim, Waits};
pub use destination::Destination;
pub use digest::sha256;
pub use failure::Failure;
#[cfg(test)]
pub(super) use file_names::charts;
pub(super) use file_names::{CONDITIONS_TABLE, DATA, PACKAGE, REPORT, TABLES};
pub use format::Format;
pub use manifest::{ArmEntry, FileEntry, Maker, Manifest, Pending, PlanEntry, PrecisionEntry, ScenarioEntry};
pub use refusal::Refusal;
pub use shard_entry::ShardEntry;
pub use shelf::Shelf;
pub use staging::Staging;
pub use workplace::Workplace;
