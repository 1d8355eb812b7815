use super::ExperimentArguments;
use super::experiment::{DEFAULT_SCENARIO, WHAT, WHERE};
use crate::cli::suggested::BUILT_INS;
use crate::cli::which_models::{WhichModels, which_models};
use clap::{Args, ValueHint};

/// `run`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim run                                  the built-in six sites
  safsim run my-place.toml --replicates 500   more replicates, surer figures
  safsim run --set contagion=0.16 --out out/contagious
                                              a parameter changed
  safsim run --set programme.funding.horizon=whole --out out/whole
                                              a promise for the whole programme
  safsim run --until-precise survived_horizon=0.005
                                              as many replicates as that takes
  safsim run - < my-place.toml                from standard input",
    after_help = "See also: safsim list parameters, docs/scenario-files.md, docs/results.md"
)]
pub(in crate::cli) struct RunArguments {
    /// A file, `-` for standard input, or the name of a built-in scenario
    #[arg(default_value = DEFAULT_SCENARIO, value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(in crate::cli) scenario: String,
    /// Add replicates until the 95 % interval of a metric's mean has this half width, such as survived_horizon=0.01;
    /// --replicates is then the most to use [default: 20000]
    #[arg(long, value_name = "METRIC=HALFWIDTH", help_heading = WHAT)]
    pub(in crate::cli) until_precise: Option<String>,
    /// Plausible models over which it is run as well: `built-in`, a number of sets of the built-in ensemble, or a file of
    /// safsim calibrate [default: none]
    #[arg(long, value_name = "WHICH", conflicts_with = "until_precise", allow_negative_numbers = true, help_heading = WHAT, value_parser = which_models(2))]
    pub(in crate::cli) ensemble: Option<WhichModels>,
    /// Leave out what sets sites apart: no replicates with a condition of one site exchanged
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) no_conditions: bool,
    /// Leave out of report.html the part that tries it out in a browser, with the program inside
    #[arg(long, help_heading = WHERE)]
    pub(in crate::cli) no_live: bool,
    #[command(flatten)]
    pub(in crate::cli) experiment: ExperimentArguments,
}
