use super::experiment::WHERE;
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// `describe`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim describe my-place.toml            a page in words, and what runs when
  safsim describe my-place.toml > page.txt to be read by those whom it describes
  safsim describe my-place.toml --picture field.png
                                           and one picture of a site, for a slide",
    after_help = "See also: safsim check --resolved, docs/your-own-sector.md"
)]
pub(in crate::cli) struct DescribeArguments {
    /// Scenario: a file, - for standard input, or the name of a built-in one
    pub(in crate::cli) scenario: String,
    /// Draw one picture as well, .svg or .png: who takes part in what in one site, who pays, who sits where, what runs when; and all sites
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = WHERE)]
    pub(in crate::cli) picture: Option<PathBuf>,
    /// The site that is drawn [default: a typical one]
    #[arg(long, value_name = "NAME", requires = "picture", help_heading = WHERE)]
    pub(in crate::cli) site: Option<String>,
    /// Overwrite the picture if it is there
    #[arg(long, requires = "picture", help_heading = WHERE)]
    pub(in crate::cli) force: bool,
    /// Set a value of the scenario, such as programme.funding.award=0.4
    #[arg(long, value_name = "KEY=VALUE")]
    pub(in crate::cli) set: Vec<String>,
    /// Read files of the scenario's own folder only
    #[arg(long)]
    pub(in crate::cli) confined: bool,
}
