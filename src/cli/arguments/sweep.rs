use super::ExperimentArguments;
use super::experiment::WHAT;
use crate::cli::suggested::BUILT_INS;
use crate::cli::which_models::{WhichModels, which_models};
use clap::{Args, ValueHint};

/// `sweep`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim sweep award-by-horizon      a built-in grid of two settings
  safsim sweep my-sweep.toml -n 20   fewer replicates at each point
  safsim sweep my-sweep.toml         the same again after Ctrl-C goes on
                                     where it was",
    after_help = "See also: safsim list scenarios, docs/scenario-files.md, docs/results.md"
)]
pub(in crate::cli) struct SweepArguments {
    /// A scenario with a [sweep]: a file, `-` for standard input, or the name of a built-in one
    #[arg(value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(in crate::cli) scenario: String,
    /// Plausible models over which every point is run as well: `built-in`, a number of sets of the built-in ensemble, or a file
    /// of safsim calibrate [default: none]
    #[arg(long, value_name = "WHICH", allow_negative_numbers = true, help_heading = WHAT, value_parser = which_models(2))]
    pub(in crate::cli) ensemble: Option<WhichModels>,
    #[command(flatten)]
    pub(in crate::cli) experiment: ExperimentArguments,
}
