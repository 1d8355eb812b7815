use super::experiment::WHERE;
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// `man`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim man | man -l -                      read the page about safsim
  safsim man --out ~/.local/share/man/man1   write it and one for each command;
                                             then: man safsim-run",
    after_help = "See also: safsim help, README.md"
)]
pub(in crate::cli) struct ManArguments {
    /// Write all pages into this folder, instead of the main one to standard output
    #[arg(long, short, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = WHERE)]
    pub(in crate::cli) out: Option<PathBuf>,
}
