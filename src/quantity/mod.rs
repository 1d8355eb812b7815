//! Checked numbers and typed names: what may cross a border between rooms.
//!
//! Purpose: a value of one of these types has been checked once and needs no second look.
//! Must never know: files, defaults, what the numbers are used for.

mod ids;
mod month;
mod origin;
mod share;

pub use ids::{ActorId, InitiativeId, KindId, OrganisationId, RegionId, RoleId, SiteId};
pub use month::{Month, MonthError};
pub use origin::Origin;
pub use share::Share;
