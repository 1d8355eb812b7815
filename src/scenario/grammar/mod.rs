//! The one declarative grammar: sections, keys, types, ranges, defaults and help.
//!
//! It drives the checks of shape, the JSON Schema and the reference in `docs/scenario-files.md`.
//!
//! Must never know: what a value means for the model, or for any other value.

mod axes;
pub(super) mod built_in_names;
mod built_in_sections;
mod defined;
mod faults;
mod key;
mod mismatch;
mod months;
mod parameter_keys;
mod policy_sections;
mod reference;
mod rule;
mod schema;
mod section;
mod shape;
mod shock_sections;
mod site_sections;
mod study_sections;
mod texts;
mod top;
mod unknown;
mod value;
mod vocabulary_sections;
mod word_list;

pub(super) use built_in_sections::{KIND_FILE, KIT_FILE, ORGANISATION_KIND_FILE, ROLE_FILE, SHORTHAND_FILE};
pub(super) use defined::{Defined, ground};
pub(super) use faults::{UNBOUNDED, folder_fault, is_snake};
pub use reference::{SettingRow, reference, settings};
pub use schema::json_schema;
pub(super) use section::{Form, Key, Preset, Rule, Section};
pub(super) use shape::check_shape;
pub(super) use top::SCENARIO;
pub(super) use unknown::{meant_key, unknown_key};
pub(super) use word_list::WordList;
