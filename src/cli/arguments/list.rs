use clap::{Args, ValueEnum};

/// `list`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim list                           everything
  safsim list scenarios                 built-in scenarios and what they ask
  safsim list roles --format csv        as a table for other programs
  safsim list roles --of my.toml        with those that a scenario defines",
    after_help = "See also: docs/model.md, docs/scenario-files.md"
)]
pub(in crate::cli) struct ListArguments {
    /// What to list [default: everything]
    pub(in crate::cli) what: Option<Topic>,
    /// Words of the field as this scenario has them: kinds, organisations, roles, kits, posts, boards
    #[arg(long, value_name = "SCENARIO")]
    pub(in crate::cli) of: Option<String>,
    /// As text for a reader, or as a CSV table (of one topic)
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: ListFormat,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Topic {
    /// Built-in scenarios
    Scenarios,
    /// Examples beyond health
    Beyond,
    /// Kinds of initiative
    Kinds,
    /// Kinds of shock
    Shocks,
    /// Parameters of the model
    Parameters,
    /// Kinds of organisation, and what the model does with them
    Organisations,
    /// Roles that people have
    Roles,
    /// Kits: the organisations of a site that gives none
    Kits,
    /// Posts of each kit: organisation, role, people
    Posts,
    /// Kinds of board
    Boards,
    /// Rules for major system change: words that stand for settings
    Rules,
    /// Settings of scenario files, with their defaults
    Settings,
    /// Monthly and headline metrics
    Metrics,
}

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ListFormat {
    /// For a reader
    Text,
    /// For other programs
    Csv,
}
