//! What a user asks: TOML -> raw -> resolved -> checked, or diagnostics.
//!
//! Purpose: a [`Scenario`] in hand, or a [`Study`] of several, has been checked as a whole; after it nothing can fail but
//! input and output.
//! Must never know: randomness, months passing.

mod built_in;
mod checked;
mod coordination;
pub mod definitions;
mod entries;
mod grammar;
mod kind;
mod layers;
mod load;
mod load_arms;
mod one_file;
mod organisation_kind;
mod outcome;
mod parameters;
mod past;
mod programme;
mod raw;
mod reach;
mod read_text;
mod resolve;
mod retired;
mod role;
mod shock;
mod site;
mod source;
mod study;
mod taken;
mod time_line;
mod vocabulary;
mod warning;
mod warnings;
mod write;

pub use crate::quantity::{Origin, ShockKind};
pub use built_in::{BuiltIn, Shorthand, ShorthandWord, built_ins, examples_beyond, shorthands, starter};
pub use checked::{Calendar, Past, Policy, Region, RollOut, RunSettings, Scenario};
pub use coordination::{Coordination, Methods};
pub use grammar::{SettingRow, json_schema, reference, settings};
pub use kind::{Attributes, InitiativeKind};
pub use layers::{CsvCell, CsvTable, csv_table, row_span, too_long};
pub use load::{default_scenario, load, load_study, load_study_within};
pub use load_arms::{ArmSetting, load_arms};
pub use one_file::{ArmText, in_one_file, with_arms};
pub use organisation_kind::{OrganisationKind, Turnover, WatchedApart, Ways};
pub use outcome::{OutcomeSection, outcome_metrics};
pub use parameters::{Domain, Parameter, Parameters, Provenance};
pub use programme::{Badge, Funding, Horizon, Programme, Support};
pub use raw::{Undecoded, decoded};
pub use reach::Reach;
pub use read_text::{Unreadable, read_all, read_text};
pub use role::{Authority, Group, Role, Skill};
pub use shock::{Scope, Shock, StaffTarget, Timing};
pub use site::{Board, Consultation, DrawnKey, DrawnValue, Initiative, NamedActor, Organisation, Site};
pub use source::Source;
pub use study::{
    Axis, AxisValue, AxisValues, BudgetNeutral, Regime, Study, Sweep, SweepDesign, study_differences, study_to_toml,
};
pub use taken::{TakenSetting, Takes, setting_taken};
pub use time_line::TimeLine;
pub use vocabulary::{BoardKind, Ground, Kit, OwnWords, Vocabulary};
pub use warning::Warning;
pub use write::{differences, to_toml};
