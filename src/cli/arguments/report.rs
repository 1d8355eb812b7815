use clap::{Args, ValueHint};
use std::path::PathBuf;

/// `report`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim report out/six-sites   report.html and charts/ again, from the results
                                that lie there; nothing is run",
    after_help = "See also: docs/results.md"
)]
pub(in crate::cli) struct ReportArguments {
    /// A folder with finished results
    #[arg(value_name = "RESULTS", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) results: PathBuf,
}
