use super::ExperimentArguments;
use crate::cli::suggested::BUILT_INS;
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
    #[command(flatten)]
    pub(in crate::cli) experiment: ExperimentArguments,
}
