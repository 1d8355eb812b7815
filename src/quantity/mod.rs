//! Checked numbers, typed names, the kinds of shock, and the words of a field: what may cross a border between rooms.
//!
//! Purpose: a value of one of these types has been checked once and needs no second look; and the exponential function that
//! months are made with, which gives the same bits everywhere.
//! Must never know: files, defaults, what the numbers are used for.

mod exponential;
mod ids;
mod month;
mod origin;
mod share;
mod shock_kind;
mod words;

pub use exponential::exp;
pub use ids::{ActorId, InitiativeId, KindId, KitId, OrganisationId, OrganisationKindId, RegionId, RoleId, SiteId};
pub use month::{Month, MonthError};
pub use origin::Origin;
pub use share::Share;
pub use shock_kind::{ShockKind, ShockRow, ShockSpan, ShockTopic};
pub use words::Words;
