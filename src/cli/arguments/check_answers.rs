use super::experiment::{MemoryArguments, WHAT, threads};
use crate::answers::Assignment;
use crate::cli::whole_number::whole;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use std::num::NonZeroUsize;

/// `check-answers`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim check-answers --blank after-the-money > answers.toml
                                             a form to fill in
  safsim check-answers answers.toml          mark it; nothing is written",
    after_help = "See also: docs/lessons/class/assignment.md"
)]
pub(in crate::cli) struct CheckAnswersArguments {
    /// The form that was filled in: a file, or `-`
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required_unless_present = "blank")]
    pub(in crate::cli) file: Option<String>,
    /// Print the form of an assignment instead
    #[arg(long, value_name = "ASSIGNMENT", conflicts_with = "file", value_parser = PossibleValuesParser::new(Assignment::all().into_iter().map(|one| one.name)))]
    pub(in crate::cli) blank: Option<String>,
    /// Replicates of what the answers are held against [default: those of the scenario]
    #[arg(long, short = 'n', value_name = "N", help_heading = WHAT, allow_negative_numbers = true, value_parser = whole::<u32>(1, 1_000_000))]
    pub(in crate::cli) replicates: Option<u32>,
    /// Number of threads (1 to 1024); marks are the same for any [default: one per core]
    #[arg(long, short = 'j', value_name = "N", allow_negative_numbers = true, value_parser = threads)]
    pub(in crate::cli) threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(in crate::cli) memory: MemoryArguments,
}
