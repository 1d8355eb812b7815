//! What can be written on the command line: a file for each command, one for what experiments share.
//!
//! Must never know: how a command does what it is asked.

mod calibrate;
mod check;
mod check_answers;
mod commands;
mod compare;
mod completions;
mod describe;
mod discover;
mod evidence;
mod experiment;
mod explain;
mod import;
mod list;
mod live;
mod man;
mod merge;
mod new;
mod report;
mod run;
mod sensitivity;
mod slides;
mod sweep;
mod varied;

pub(super) use calibrate::CalibrateArguments;
pub(super) use check::CheckArguments;
pub(super) use check_answers::CheckAnswersArguments;
pub(super) use commands::{Cli, Command, EXIT_STATUS};
pub(super) use compare::CompareArguments;
pub(super) use completions::CompletionArguments;
pub(super) use describe::DescribeArguments;
pub(super) use discover::DiscoverArguments;
pub(super) use evidence::EvidenceArguments;
pub(super) use experiment::{ExperimentArguments, PlaceArguments};
pub(super) use explain::ExplainArguments;
pub(super) use import::ImportArguments;
pub(super) use list::{ListArguments, ListFormat, Topic};
pub(super) use live::LiveArguments;
pub(super) use man::ManArguments;
pub(super) use merge::MergeArguments;
pub(super) use new::NewArguments;
pub(super) use report::ReportArguments;
pub(super) use run::RunArguments;
pub(super) use sensitivity::SensitivityArguments;
pub(super) use slides::SlidesArguments;
pub(super) use sweep::SweepArguments;
pub(super) use varied::VariedArguments;
