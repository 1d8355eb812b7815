use super::VariedArguments;
use super::experiment::WHAT;
use crate::cli::suggested::BUILT_INS;
use crate::cli::whole_number::whole;
use clap::{Args, ValueHint};

/// `discover`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim discover place-or-system --between system place
                                          where does the system lose?
  safsim discover six-sites --outcome survived_24 --above 0.6
                                          under which parameters do most survive?
  safsim discover award-by-horizon --over sweep --below
                                          which settings make the worst quarter?",
    after_help = "See also: docs/sensitivity.md, safsim list parameters, safsim list metrics"
)]
pub(in crate::cli) struct DiscoverArguments {
    /// A scenario: a file, `-` for standard input, or the name of a built-in one
    #[arg(value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(in crate::cli) scenario: String,
    /// Look for where the outcome is above this; without a number: above 0 for a difference, else in the highest quarter
    #[arg(long, value_name = "X", num_args = 0..=1, allow_negative_numbers = true, conflicts_with = "below", help_heading = WHAT)]
    pub(in crate::cli) above: Option<Option<f64>>,
    /// Look for where the outcome is below this; without a number: below 0 for a difference, else in the lowest quarter [default]
    #[arg(long, value_name = "X", num_args = 0..=1, allow_negative_numbers = true, help_heading = WHAT)]
    pub(in crate::cli) below: Option<Option<f64>>,
    /// Points that are tried (20 to 65536)
    #[arg(long, value_name = "N", default_value = "500", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(20, 65_536))]
    pub(in crate::cli) points: u32,
    /// Futures of every point (1 to 10000)
    #[arg(long, short = 'n', value_name = "N", default_value = "4", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(1, 10_000))]
    pub(in crate::cli) replicates: u32,
    #[command(flatten)]
    pub(in crate::cli) varied: VariedArguments,
}
