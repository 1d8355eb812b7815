use clap::Args;

/// `import`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim import --trust survey.csv > my.toml   a start trust, with its interval
  safsim import --plan gantt.csv > my.toml     what begins when",
    after_help = "See also: safsim describe, docs/your-own-sector.md"
)]
pub(in crate::cli) struct ImportArguments {
    /// Name of the scenario
    #[arg(long, default_value = "imported")]
    pub(in crate::cli) name: String,
    /// Who knows whom: a CSV table with the columns from, from_organisation, to, to_organisation
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) network: Option<String>,
    /// Answers to a question about trust, 1 to 5: a CSV table with the column answer
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) trust: Option<String>,
    /// What begins when: a CSV table with the columns initiative, start and perhaps lead
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) plan: Option<String>,
}
