use super::PlaceArguments;
use super::experiment::{MAX_SEED, WHAT};
use crate::cli::whole_number::whole;
use clap::{Args, ValueHint};
use std::path::PathBuf;

/// `calibrate`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim calibrate                 by the built-in targets (some ten minutes);
                                   after Ctrl-C the same command goes on
  safsim calibrate mine.toml       by one's own targets
  safsim calibrate --first 300 --later 100 --waves 2 -n 2
                                   quickly, to see what comes of it",
    after_help = "See also: docs/calibration.md, docs/targets-files.md"
)]
pub(in crate::cli) struct CalibrateArguments {
    /// A file of targets [default: the built-in ones]
    #[arg(value_name = "TARGETS", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) targets: Option<PathBuf>,
    /// Sets of the first wave, drawn over the plausible ranges of all parameters (20 to 20000) [default: 1023]
    #[arg(long, value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(20, 20_000))]
    pub(in crate::cli) first: Option<u32>,
    /// Sets of each later wave (10 to 20000) [default: 2048]
    #[arg(long, value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(10, 20_000))]
    pub(in crate::cli) later: Option<u32>,
    /// Most waves; fewer once the share that stays is stable (2 to 20) [default: 5]
    #[arg(long, value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 20))]
    pub(in crate::cli) waves: Option<u32>,
    /// Most sets of the ensemble (2 to 2000) [default: 300]
    #[arg(long, value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 2000))]
    pub(in crate::cli) size: Option<u32>,
    /// Number of replicates of each arm in each set (2 to 1000) [default: 4]
    #[arg(long, short = 'n', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 1000))]
    pub(in crate::cli) replicates: Option<u32>,
    /// Seed of all chance (0 to 2^53) [default: 1]
    #[arg(long, value_name = "S", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u64>(0, MAX_SEED))]
    pub(in crate::cli) seed: Option<u64>,
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
}
