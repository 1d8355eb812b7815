use clap::Args;

/// `import`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim import --trust survey.csv > mine.toml    a start trust, and how sure it is
  safsim import --name mine --network ties.csv --plan gantt.csv > mine.toml",
    after_help = "Tables: --network has the columns from, from_organisation, to,
to_organisation; --trust has answer, 1 to 5; --plan has initiative, start and
perhaps lead. See also: safsim describe, docs/your-own-sector.md"
)]
pub(in crate::cli) struct ImportArguments {
    /// Name of the scenario
    #[arg(long, default_value = "imported")]
    pub(in crate::cli) name: String,
    /// Who knows whom, a CSV table
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) network: Option<String>,
    /// Answers to a five-point question about trust, a CSV table
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) trust: Option<String>,
    /// What begins when, a CSV table
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) plan: Option<String>,
}
