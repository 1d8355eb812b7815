use super::PlaceArguments;
use super::experiment::{MAX_SEED, WHAT};
use crate::cli::suggested::FINDINGS;
use crate::cli::which_models::{WhichModels, which_models};
use crate::cli::whole_number::whole;
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// `evidence`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim evidence                  every finding at the default parameters: two
                                   minutes on two cores
  safsim evidence SH-03 EN         one finding, and all about enthusiasm
  safsim evidence minimum -n 20    the minimum set of patterns, quickly
  safsim evidence --list           what is tried, and what was reported
  safsim evidence --ensemble built-in
                                   over the 300 plausible models as well: some
                                   forty minutes on two cores; after Ctrl-C the
                                   same command goes on
  safsim evidence --ensemble 100   over 100 sets drawn over the plausible ranges",
    after_help = "See also: docs/evidence.md, docs/evidence-files.md"
)]
pub(in crate::cli) struct EvidenceArguments {
    /// Ids of findings, such as SH-03, or their first letters, such as SH; `minimum` for the minimum set [default: all]
    #[arg(value_name = "FINDING", value_parser = FINDINGS, hide_possible_values = true)]
    pub(in crate::cli) findings: Vec<String>,
    /// Try every finding at sets of parameters as well: so many (1 to 65536), drawn over their plausible ranges; or plausible
    /// models: `built-in`, or a file of safsim calibrate
    #[arg(long, value_name = "WHICH", allow_negative_numbers = true, help_heading = WHAT, value_parser = which_models(1))]
    pub(in crate::cli) ensemble: Option<WhichModels>,
    /// Replicates of each arm in each set of parameters to begin with (2 to 10000); arms whose tests are open then go on, round by
    /// round [default: 2]
    #[arg(long, value_name = "N", requires = "ensemble", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 10_000))]
    pub(in crate::cli) per_set: Option<u32>,
    /// Replicates of each arm in each set at most (2 to 10000) [default: 16]
    #[arg(long, value_name = "N", requires = "ensemble", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 10_000))]
    pub(in crate::cli) per_set_most: Option<u32>,
    /// Number of replicates of each arm (2 to 1000000) [default: 80]
    #[arg(long, short = 'n', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 1_000_000))]
    pub(in crate::cli) replicates: Option<u32>,
    /// Seed of all chance (0 to 2^53) [default: 1]
    #[arg(long, value_name = "S", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u64>(0, MAX_SEED))]
    pub(in crate::cli) seed: Option<u64>,
    /// Take the findings in a folder instead of the built-in ones: *.toml, tried on the scenarios in base/*.toml
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = WHAT)]
    pub(in crate::cli) from: Option<PathBuf>,
    /// Only say what would be tried: every finding with what was reported
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) list: bool,
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
}
