//! What all pages that are written have in common: what they may do, and how texts, drawings and bytes stand in them.
//!
//! Must never know: what a page is about.

mod base64;
mod drawn;
mod escaped;
mod policy;

pub(super) use base64::base64;
pub(super) use drawn::inline;
pub(super) use escaped::escaped;
pub(super) use policy::{Held, policy};
