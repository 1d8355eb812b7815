//! Whole studies, for whoever writes Rust: a run, a comparison, a sweep, the reported findings, the story of one initiative.
//!
//! Purpose: from a checked [`crate::scenario::Study`] to results, their tables and their folder. It prints nothing: what it
//! has to say goes to a [`Listener`], what goes wrong is an [`Error`], and a [`Cancel`] ends it early.
//! Must never know: arguments, the terminal, exit codes, rules of the model, how a table or a picture looks.

mod arm_tables;
mod arms;
mod asked;
mod base;
mod budgets;
mod calibrate;
mod calibration_plan;
mod cancel;
mod check_answers;
mod claimed;
mod compare;
mod conditions;
mod conduct;
mod describe;
mod discover_options;
mod done;
mod error;
mod evidence;
mod evidence_plan;
mod experiment;
mod feasible;
mod findings;
mod fold;
mod given_texts;
mod growth;
mod identity;
#[cfg(feature = "tables")]
mod import;
mod joined;
mod kept_run;
mod listener;
mod memory;
mod merge;
mod models;
mod models_plan;
mod needed;
mod options;
mod pasts;
mod plan;
mod points;
mod precision;
mod publish;
mod recipe;
mod refuse;
mod results_folder;
mod rounds;
mod run_experiment;
mod run_in_folder;
mod runs;
mod sensitivity_options;
mod settled;
mod shard_fault;
mod shard_parts;
mod so_far;
mod stepwise;
mod story;
mod sweep;
mod swept_engines;
mod thin;
mod varied;
mod varied_options;
mod within_memory;
mod work;

pub use crate::experiment::Shard;
pub use calibrate::{CalibrateResults, calibrate, targets};
pub use calibration_plan::CalibrateOptions;
pub use cancel::Cancel;
pub use check_answers::check_answers;
#[cfg(feature = "page")]
pub use claimed::claim_results;
pub use compare::{CompareResults, compare};
pub use conduct::{MOST_UNTIL_PRECISE, RunResults, conduct};
pub use describe::{describe, field_told};
pub use discover_options::DiscoverOptions;
pub use error::Error;
pub use evidence::{EvidenceOptions, EvidenceResults, try_evidence};
pub use feasible::feasible;
pub use findings::{catalogue, chosen_findings};
pub use identity::{maker, per_chunk};
#[cfg(feature = "tables")]
pub use import::{AtHand, Imported, import};
pub use joined::side_by_side;
pub use listener::{Listener, Note, OnProgress, PlannedRuns, StudyStage};
pub use memory::Memory;
#[cfg(feature = "page")]
pub use merge::{Merged, merge};
pub use models::PlausibleModels;
pub use needed::Needed;
pub use options::Options;
pub use precision::{Reached, Until};
#[cfg(feature = "page")]
pub use results_folder::ResultsFolder;
pub use sensitivity_options::SensitivityOptions;
pub use shard_fault::ShardFault;
pub use so_far::SoFar;
pub use stepwise::Stepwise;
pub use story::{ExplainOptions, ExplainResults, Explainable, explain};
pub use sweep::{SweepResults, sweep};
pub use thin::warnings;
pub use varied::{DiscoverResults, SensitivityResults, discover, sensitivity};
pub use varied_options::VariedOptions;
pub use within_memory::within_memory;
