use clap::Args;

/// `import`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim import --network ties.csv --preview  what was read, and would be made
  safsim import --network p.graphml > my.toml from a program for networks
  safsim import --trust survey.csv > my.toml  a start trust, with its interval
  safsim import --plan gantt.csv > my.toml    what begins when",
    after_help = "\
Tables are in CSV, with commas, semicolons or tabs between their cells. A row of --network without `to` is somebody who knows nobody.

See also: safsim describe, docs/your-own-sector.md"
)]
pub(in crate::cli) struct ImportArguments {
    /// Name of the scenario
    #[arg(long, default_value = "imported")]
    pub(in crate::cli) name: String,
    /// Who knows whom: GraphML, or a table with the columns from, from_organisation, to, to_organisation and perhaps from_role, to_role
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) network: Option<String>,
    /// In GraphML, the attribute of a node that names an organisation [default: organisation]
    #[arg(long, value_name = "ATTRIBUTE", requires = "network")]
    pub(in crate::cli) organisation: Option<String>,
    /// Answers to a question about trust, 1 to 5: a table with the column answer
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) trust: Option<String>,
    /// What begins when: a table with the columns initiative, start and perhaps lead
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) plan: Option<String>,
    /// Show what was read, what would be made of it and what is assumed, and write no scenario
    #[arg(long)]
    pub(in crate::cli) preview: bool,
}
