//! Data that is part of the program: kinds of organisation, roles, kinds of initiative, kits of organisations, scenarios, words that stand for settings.
//!
//! Must never know: the file that a user gives.

mod kinds;
mod kits;
mod organisation_kinds;
mod roles;
mod scenarios;
mod shorthands;
mod table;
mod vocabulary;

pub(super) use kinds::built_in_kinds;
pub(super) use kits::{built_in_kits, raw_kit};
pub(super) use organisation_kinds::built_in_organisation_kinds;
pub(super) use roles::built_in_roles;
pub use scenarios::{BuiltIn, built_ins, examples_beyond, starter};
pub(super) use scenarios::{built_in, stem};
pub use shorthands::{Shorthand, ShorthandWord, shorthands};
