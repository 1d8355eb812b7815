use clap::{Args, ValueHint};
use std::path::PathBuf;

/// `slides`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim slides out/six-sites                   out/six-sites/slides.html
  safsim slides out/six-sites --out talk.html   a file of its own",
    after_help = "See also: safsim report, docs/results.md"
)]
pub(in crate::cli) struct SlidesArguments {
    /// A folder with finished results
    #[arg(value_name = "RESULTS", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) results: PathBuf,
    /// The file to write [default: slides.html in that folder]
    #[arg(long, short = 'o', value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) out: Option<PathBuf>,
    /// Overwrite the file that --out names
    #[arg(long, requires = "out")]
    pub(in crate::cli) force: bool,
}
