use super::experiment::{MemoryArguments, WHAT, threads};
use crate::cli::suggested::BUILT_INS;
use crate::cli::which_models::{WhichModels, which_models};
use crate::cli::whole_number::whole;
use clap::{Args, ValueHint};
use std::num::NonZeroUsize;

/// `explain`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim explain out/six-sites                   the most typical end
  safsim explain out/six-sites site-3/dementia   one initiative, its typical end
  safsim explain out/six-sites dementia --replicate 17
                                                 in one future of the tables
  safsim explain out/pay --arm \"annual rounds\"  an arm of a comparison
  safsim explain six-sites --replicates 400      a scenario, without results",
    after_help = "See also: docs/results.md, docs/lessons/2-why-did-this-one-die.md"
)]
pub(in crate::cli) struct ExplainArguments {
    /// A results folder; or a scenario (a file, `-`, or the name of a built-in one), whose story is only printed
    #[arg(value_name = "RESULTS", value_parser = BUILT_INS, hide_possible_values = true, value_hint = ValueHint::DirPath)]
    pub(in crate::cli) results: String,
    /// Its name, or site/name, or the beginning of one of them [default: the most typical that ended]
    #[arg(value_name = "INITIATIVE")]
    pub(in crate::cli) initiative: Option<String>,
    /// The future, as numbered in the tables [default: the most typical]
    #[arg(long, value_name = "R", help_heading = WHAT, allow_negative_numbers = true, value_parser = whole::<u64>(0, 999_999))]
    pub(in crate::cli) replicate: Option<u64>,
    /// The arm of a comparison [default: the baseline]
    #[arg(long, value_name = "NAME", help_heading = WHAT, conflicts_with = "point")]
    pub(in crate::cli) arm: Option<String>,
    /// The point of a sweep, as numbered in the tables
    #[arg(long, value_name = "N", help_heading = WHAT, allow_negative_numbers = true, value_parser = whole::<usize>(0, 999_999))]
    pub(in crate::cli) point: Option<usize>,
    /// Futures over which is counted what would have kept it (1 to 100000)
    #[arg(long, short = 'n', help_heading = WHAT, value_name = "N", default_value_t = 100, allow_negative_numbers = true, value_parser = whole::<u32>(1, 100_000))]
    pub(in crate::cli) replicates: u32,
    /// Plausible models over which is counted as well what would have kept it, as many futures of the next model each: `built-in`,
    /// a number of sets of the built-in ensemble, or a file of safsim calibrate [default: none]
    #[arg(long, value_name = "WHICH", help_heading = WHAT, allow_negative_numbers = true, value_parser = which_models(2))]
    pub(in crate::cli) ensemble: Option<WhichModels>,
    /// Tell all events, and all changes that make no difference
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) all: bool,
    /// Number of threads (1 to 1024); the story is the same for any [default: one per core]
    #[arg(long, short = 'j', value_name = "N", allow_negative_numbers = true, value_parser = threads)]
    pub(in crate::cli) threads: Option<NonZeroUsize>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) confined: bool,
    #[command(flatten)]
    pub(in crate::cli) memory: MemoryArguments,
}
