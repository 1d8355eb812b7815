use clap::Args;

/// `describe`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim describe my-place.toml            a page in words, and what runs when
  safsim describe my-place.toml > page.txt to be read by those whom it describes",
    after_help = "See also: safsim check --resolved, docs/your-own-sector.md"
)]
pub(in crate::cli) struct DescribeArguments {
    /// Scenario: a file, - for standard input, or the name of a built-in one
    pub(in crate::cli) scenario: String,
    /// Set a value of the scenario, such as programme.funding.award=0.4
    #[arg(long, value_name = "KEY=VALUE")]
    pub(in crate::cli) set: Vec<String>,
    /// Read files of the scenario's own folder only
    #[arg(long)]
    pub(in crate::cli) confined: bool,
}
