use super::experiment::{DEFAULT_SCENARIO, WHAT, WHERE};
use crate::cli::suggested::BUILT_INS;
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// `live`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim live                          live.html, the six sites to try out
  safsim live my-place.toml -o my-place.html
                                       a page of a scenario of yours
  safsim live funding-regimes --force  over a page that is there already",
    after_help = "\
The page holds the program and needs no network: open it in any browser, put it
on a stick, send it to somebody.

See also: docs/live.md"
)]
pub(in crate::cli) struct LiveArguments {
    /// File, `-` for standard input, or name of a built-in scenario
    #[arg(value_name = "SCENARIO", default_value = DEFAULT_SCENARIO, value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(in crate::cli) scenario: String,
    /// The page
    #[arg(long, short, value_name = "FILE", default_value = "live.html", value_hint = ValueHint::FilePath, help_heading = WHERE)]
    pub(in crate::cli) out: PathBuf,
    /// Overwrite the page if it is there
    #[arg(long, help_heading = WHERE)]
    pub(in crate::cli) force: bool,
    /// Set a value of the scenario first; may be repeated
    #[arg(long, value_name = "KEY=VALUE", help_heading = WHAT)]
    pub(in crate::cli) set: Vec<String>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) confined: bool,
}
