//! What a user asks: TOML -> raw -> resolved -> checked, or diagnostics.
//!
//! Purpose: a [`Scenario`] in hand, or a [`Study`] of several, has been checked as a whole; after it nothing can fail but
//! input and output.
//! Must never know: randomness, months passing.

mod built_in;
mod checked;
pub mod definitions;
mod grammar;
mod kind;
mod load;
mod load_arms;
mod parameters;
mod programme;
mod raw;
mod reach;
mod read_text;
mod resolve;
mod role;
mod shock;
mod site;
mod source;
mod study;
mod time_line;
mod warnings;
mod write;

pub use crate::quantity::{Origin, ShockKind};
pub use built_in::{BuiltIn, built_ins, default_scenario, starter};
pub use checked::{Calendar, Policy, Region, RunSettings, Scenario};
pub use grammar::{SettingRow, json_schema, reference, settings};
pub use kind::{Attributes, InitiativeKind, OrganisationKind};
pub use load::{load, load_study, load_study_within};
pub use load_arms::{ArmSetting, load_arms};
pub use parameters::{Domain, Parameter, Parameters, Provenance};
pub use programme::{Badge, Funding, Horizon, Programme, Support};
pub use raw::{Undecoded, decoded};
pub use reach::Reach;
pub use read_text::{Unreadable, read_all, read_text};
pub use role::{Authority, Group, Role, Skill};
pub use shock::{Scope, Shock, StaffTarget, Timing};
pub use site::{Board, Consultation, Initiative, NamedActor, Organisation, Site, SiteType};
pub use source::Source;
pub use study::{
    Axis, AxisValue, AxisValues, BudgetNeutral, OutcomeSection, Regime, Study, Sweep, SweepDesign, outcome_metrics,
};
pub use time_line::TimeLine;
pub use warnings::Warning;
pub use write::{differences, study_differences, study_to_toml, to_toml};
