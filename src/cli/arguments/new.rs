use crate::cli::suggested::BUILT_INS;
use clap::Args;

/// What `new` copies unless something else is asked for: the smallest, commented line by line.
const TEMPLATE: &str = "single-site";

/// `new`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim new my-place                           my-place.toml, a first scenario
  safsim new my-region --from fifty-vanguards   from another built-in scenario",
    after_help = "See also: safsim list scenarios, docs/scenario-files.md"
)]
pub(in crate::cli) struct NewArguments {
    /// Name of the scenario: letters, digits, - and _; the file is NAME.toml
    pub(in crate::cli) name: String,
    /// Built-in scenario to start from
    #[arg(long, value_name = "TEMPLATE", default_value = TEMPLATE, value_parser = BUILT_INS, hide_possible_values = true)]
    pub(in crate::cli) from: String,
    /// Overwrite NAME.toml
    #[arg(long)]
    pub(in crate::cli) force: bool,
}
