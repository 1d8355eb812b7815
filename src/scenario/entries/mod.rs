//! Single tables of a document of the right shape, read as what they say: fields with their defaults, a role, a kind of
//! initiative, an organisation. What is built in is read here as well as what a file adds.
//!
//! Must never know: the document around a table.

mod fields;
mod kind;
mod kit;
mod label;
mod organisation;
mod organisation_kind;
mod role;

pub(super) use fields::Fields;
pub(super) use kind::{kind, methods};
pub(super) use kit::kit;
pub(super) use label::words_of;
pub(super) use organisation::{organisations, role_id};
pub(super) use organisation_kind::organisation_kinds;
pub(super) use role::{group, role, roles};
