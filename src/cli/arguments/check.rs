use super::experiment::{MemoryArguments, WHAT};
use crate::cli::suggested::BUILT_INS;
use clap::{Args, ValueHint};

/// `check`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim check my-place.toml          every mistake with its place
  safsim check scenarios/*.toml       many files
  safsim check my-place.toml --deny-warnings
                                      for scripts: nothing may be doubtful
  safsim check six-sites --resolved   all that would run, defaults included",
    after_help = "See also: safsim schema, docs/scenario-files.md"
)]
pub(in crate::cli) struct CheckArguments {
    /// Files, `-` for standard input, or names of built-in scenarios
    #[arg(required = true, value_name = "SCENARIO", value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(in crate::cli) scenarios: Vec<String>,
    /// Print what would run: every key with its value, defaults included
    #[arg(long)]
    pub(in crate::cli) resolved: bool,
    /// A warning is a mistake: exit status 2
    #[arg(long, visible_alias = "strict")]
    pub(in crate::cli) deny_warnings: bool,
    /// Set a value of the scenario first; may be repeated
    #[arg(long, value_name = "KEY=VALUE", help_heading = WHAT)]
    pub(in crate::cli) set: Vec<String>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) confined: bool,
    #[command(flatten)]
    pub(in crate::cli) memory: MemoryArguments,
}
