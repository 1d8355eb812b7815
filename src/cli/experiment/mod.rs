//! An experiment on its way from a checked study to a results folder: its arms, its chunks, its tables.
//!
//! Purpose: what `run`, `compare` and `sweep` have in common. Must never know: rules of the model, how a table or a
//! picture looks.

mod arms;
mod base;
mod claimed;
mod conducted;
mod identity;
mod kept_run;
mod needed;
mod planned;
mod precision;
mod settled;
mod subject;
mod swept_engines;
mod tabulated;
mod undertake;

pub(super) use arms::{Arms, headlines};
pub(super) use base::Base;
pub(super) use claimed::{claimed, claimed_results};
pub(super) use conducted::Conducted;
use conducted::Work;
use identity::{KEPT, chunk_identity, identity};
pub(super) use identity::{maker, per_chunk};
pub(super) use kept_run::kept_run;
pub(super) use needed::{Needed, threads_within_memory, within_memory};
pub(super) use planned::planned;
pub(super) use precision::Precision;
pub(super) use settled::settle;
use settled::text_of;
pub(super) use subject::Subject;
pub(super) use swept_engines::SweptEngines;
pub(super) use tabulated::{Tabulated, tabulate};
pub(super) use undertake::{Experiment, Request, undertake};
