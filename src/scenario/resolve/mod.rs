//! From a raw document of the right shape to the checked types: defaults, names, and checks of the whole.
//!
//! Whatever was already reported is [`super::raw::Value::Bad`] here: it stands for some value and is never reported
//! again. A result is only used if nothing was reported.
//!
//! Must never know: TOML, and how a mistake is drawn.

mod actor;
mod board;
mod clock;
mod contract;
mod initiative;
mod lookup;
mod parameters;
mod programme;
mod scenario;
mod shock;
mod shock_scope;
mod site;
mod sites;
mod time_line;
mod vocabulary;
mod whole;
mod words;

pub(super) use scenario::resolve;
pub(super) use sites::{MOST_PARTS, parts};
