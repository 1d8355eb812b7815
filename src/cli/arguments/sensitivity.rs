use super::VariedArguments;
use super::experiment::WHAT;
use crate::cli::suggested::BUILT_INS;
use crate::cli::whole_number::whole;
use clap::{Args, ValueHint};

/// `sensitivity`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim sensitivity six-sites              what survival hangs on: all
                                            parameters, screened first
  safsim sensitivity board-or-champion --between both neither
                                            what the difference hangs on
  safsim sensitivity six-sites --outcome trust_final --over contagion,spirits
  safsim sensitivity six-sites --over contagion,programme.funding.award=0.2..1
                                            a setting, over a range of its own",
    after_help = "See also: docs/sensitivity.md, safsim list parameters, safsim list metrics"
)]
pub(in crate::cli) struct SensitivityArguments {
    /// A scenario: a file, `-` for standard input, or the name of a built-in one
    #[arg(value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(in crate::cli) scenario: String,
    /// Trajectories of the screening by elementary effects (0 to 65536); 0 for none
    #[arg(long, value_name = "N", default_value = "10", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(0, 65_536))]
    pub(in crate::cli) trajectories: u32,
    /// Inputs, those that move the outcome most, of which indices are told (1 to 128); with no more inputs there is no screening
    #[arg(long, value_name = "N", default_value = "8", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(1, 128))]
    pub(in crate::cli) top: u32,
    /// Rows of the sample for the indices, each of as many points as there are inputs, and three (0 to 65536); 0 for none
    #[arg(long, value_name = "N", default_value = "128", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(0, 65_536))]
    pub(in crate::cli) rows: u32,
    /// Futures of every point (1 to 10000); with one, chance cannot be told apart
    #[arg(long, short = 'n', value_name = "N", default_value = "2", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(1, 10_000))]
    pub(in crate::cli) replicates: u32,
    #[command(flatten)]
    pub(in crate::cli) varied: VariedArguments,
}
