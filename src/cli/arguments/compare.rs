use super::ExperimentArguments;
use super::experiment::{WHAT, WHERE};
use crate::cli::suggested::BUILT_INS;
use crate::cli::which_models::{WhichModels, which_models};
use clap::{Args, ValueHint};

/// `compare`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim compare funding-regimes              the regimes of a built-in scenario
  safsim compare my-regimes.toml -n 1000      those of a file
  safsim compare six-sites my-place.toml      whole scenarios, the first one the
                                              baseline; results in
                                              out/six-sites-vs-my-place
  safsim compare funding-regimes --until-precise survived_horizon=0.01
                                              until every difference is that
                                              precise",
    after_help = "See also: safsim list scenarios, docs/scenario-files.md, docs/results.md"
)]
pub(in crate::cli) struct CompareArguments {
    /// A scenario with [[regime]]s, or several scenarios: files, `-` for standard input, or names of built-in ones
    #[arg(required = true, value_name = "SCENARIO", value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(in crate::cli) scenarios: Vec<String>,
    /// Add replicates until the 95 % interval of every arm's difference has this half width, such as
    /// survived_horizon=0.01; --replicates is then the most to use [default: 20000]
    #[arg(long, value_name = "METRIC=HALFWIDTH", help_heading = WHAT)]
    pub(in crate::cli) until_precise: Option<String>,
    /// Plausible models over which arms are compared as well: `none`, a number of sets of the built-in ensemble, or a file of
    /// safsim calibrate [default: as many of the built-in ones as twice the replicates allow]
    #[arg(long, value_name = "WHICH", conflicts_with = "until_precise", allow_negative_numbers = true, help_heading = WHAT, value_parser = which_models(2))]
    pub(in crate::cli) ensemble: Option<WhichModels>,
    /// Leave out of report.html the part that tries it out in a browser, with the program inside
    #[arg(long, help_heading = WHERE)]
    pub(in crate::cli) no_live: bool,
    #[command(flatten)]
    pub(in crate::cli) experiment: ExperimentArguments,
}
