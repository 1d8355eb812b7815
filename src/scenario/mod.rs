//! What a user asks: TOML -> raw -> resolved -> checked, or diagnostics.
//!
//! Purpose: a [`Scenario`] in hand has been checked as a whole; after it nothing can fail but input and output.
//! Must never know: randomness, months passing.

mod checked;
mod kind;
mod parameters;
mod programme;
mod role;
mod shock;
mod site;
mod time_line;

pub use checked::{Calendar, Policy, Region, RunSettings, Scenario};
pub use kind::{Attributes, InitiativeKind, OrganisationKind};
pub use parameters::{Domain, Parameter, Parameters, Provenance};
pub use programme::{Badge, Funding, Horizon, Programme, Support};
pub use role::{Authority, Group, Role, Skill};
pub use shock::{Scope, Shock, ShockKind, StaffTarget, Timing};
pub use site::{Board, Consultation, Initiative, NamedActor, Organisation, Origin, Site, SiteType};
pub use time_line::TimeLine;
