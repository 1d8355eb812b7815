//! Data that is part of the program: roles, kinds of initiative, kits of organisations, scenarios.
//! Must never know: what a user's file says.

mod kinds;
mod kits;
mod roles;
mod scenarios;
mod table;

pub(super) use kinds::{built_in_kinds, words_of};
pub(super) use kits::{built_in_kit, built_in_kits, organisation_label, raw_kit};
pub(super) use roles::built_in_roles;
pub(super) use scenarios::built_in;
pub use scenarios::{BuiltIn, built_ins, default_scenario, starter};
