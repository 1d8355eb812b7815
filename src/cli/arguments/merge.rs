use super::experiment::{MemoryArguments, WHAT, WHERE, threads};
use clap::{Args, ValueHint};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// `merge`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim sweep my.toml --shard 1/3 --out out/my   on one machine
  safsim sweep my.toml --shard 2/3 --out out/my   on another one, and so on
  safsim merge out/my --out out/whole             all of them together: the
                                                  bytes of one machine",
    after_help = "See also: docs/cluster.md"
)]
pub(in crate::cli) struct MergeArguments {
    /// Folders of shards, or folders that hold such folders
    #[arg(required = true, value_name = "SHARD", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) shards: Vec<PathBuf>,
    /// Results folder
    #[arg(long, short, required = true, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = WHERE)]
    pub(in crate::cli) out: PathBuf,
    /// Number of threads (1 to 1024); results are the same for any [default: one per core]
    #[arg(long, short = 'j', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = threads)]
    pub(in crate::cli) threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(in crate::cli) memory: MemoryArguments,
    /// Replace results of another plan; write beside foreign files, which are never touched
    #[arg(long, help_heading = WHERE)]
    pub(in crate::cli) force: bool,
    /// Leave out of the report.html of a run or comparison the part that tries it out, with the program inside
    #[arg(long, help_heading = WHERE)]
    pub(in crate::cli) no_live: bool,
}
