use crate::cli::shard::asked_shard;
use crate::cli::whole_number::whole;
use crate::report::Format;
use crate::study::{Memory, ResultsFolder, Shard};
use clap::{Args, ValueEnum, ValueHint};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// Largest seed that every tool reads back exactly.
pub(super) const MAX_SEED: u64 = 1 << 53;

/// Groups of options in the help.
pub(super) const WHAT: &str = "What to run";
pub(super) const WHERE: &str = "Where results go";
pub(super) const SAID: &str = "What is said";

/// What runs unless something else is asked for.
pub(super) const DEFAULT_SCENARIO: &str = "six-sites";

/// What all experiments can be told.
#[derive(Debug, Default, Args)]
pub(in crate::cli) struct ExperimentArguments {
    /// Number of replicates (1 to 1000000) [default: the scenario's]
    #[arg(long, short = 'n', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(1, 1_000_000))]
    pub(in crate::cli) replicates: Option<u32>,
    #[command(flatten)]
    pub(in crate::cli) given: GivenArguments,
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
}

/// What can be said about the scenario itself.
#[derive(Clone, Debug, Default, Args)]
pub(in crate::cli) struct GivenArguments {
    /// Seed of all chance (0 to 2^53) [default: the scenario's]
    #[arg(long, value_name = "S", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u64>(0, MAX_SEED))]
    pub(in crate::cli) seed: Option<u64>,
    /// Set a value of the scenario, such as site.site-1.deficit=0.5 or contagion=0.1; may be repeated
    #[arg(long, value_name = "KEY=VALUE", help_heading = WHAT)]
    pub(in crate::cli) set: Vec<String>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(in crate::cli) confined: bool,
}

/// Where an experiment's results go, and how it is run.
#[derive(Clone, Debug, Default, Args)]
pub(in crate::cli) struct PlaceArguments {
    /// Results folder [default: out/NAME]
    #[arg(long, short, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = WHERE)]
    pub(in crate::cli) out: Option<PathBuf>,
    /// Number of threads (1 to 1024); results are the same for any [default: one per core]
    #[arg(long, short = 'j', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = threads)]
    pub(in crate::cli) threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(in crate::cli) memory: MemoryArguments,
    /// Run only a part, such as 2/3, on a machine of its own, into a folder of its own inside of --out; `/3` takes the index, and
    /// `auto` both numbers, from the job array of Slurm, Kubernetes or AWS Batch. See `safsim merge`
    #[arg(long, value_name = "I/N", help_heading = WHAT, value_parser = asked_shard)]
    pub(in crate::cli) shard: Option<Shard>,
    /// Minutes that a shard waits for the others in its folder, at most, where what is run next follows from all of them: calibrate,
    /// evidence --ensemble, sensitivity, --until-precise (0 to 100000) [default: 0]
    #[arg(long, value_name = "MINUTES", requires = "shard", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(0, 100_000))]
    pub(in crate::cli) wait: Option<u32>,
    /// How tables are written: csv, which everything reads, or parquet, typed and small
    #[arg(long, value_name = "FORMAT", default_value = "csv", hide_possible_values = true, help_heading = WHERE)]
    pub(in crate::cli) format: TableFormat,
    /// Go on with an unfinished experiment of the same plan, and refuse to begin one (going on is what happens anyway)
    #[arg(long, conflicts_with = "force", help_heading = WHERE)]
    pub(in crate::cli) resume: bool,
    /// Replace results of another plan, drop an unfinished experiment of another plan; write beside foreign files, which are never touched
    #[arg(long, help_heading = WHERE)]
    pub(in crate::cli) force: bool,
}

impl PlaceArguments {
    /// Where results of this name go.
    pub(in crate::cli) fn results_folder(&self, name: &str) -> ResultsFolder {
        ResultsFolder {
            path: self.out.clone().unwrap_or_else(|| Path::new("out").join(name)),
            format: self.format.into(),
            force: self.force,
            resume: self.resume,
        }
    }
}

/// How tables are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TableFormat {
    /// Text, one header line
    #[default]
    Csv,
    /// Typed columns, compressed
    Parquet,
}

impl From<TableFormat> for Format {
    fn from(format: TableFormat) -> Format {
        match format {
            TableFormat::Csv => Format::Csv,
            TableFormat::Parquet => Format::Parquet,
        }
    }
}

/// How much may be used.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(in crate::cli) struct MemoryArguments {
    /// Memory to use at most, such as 4GB or 500MB; what would need more is refused, or done by fewer threads [default: most
    /// of what this machine has]
    #[arg(long, value_name = "SIZE", help_heading = WHAT, value_parser = Memory::parse)]
    pub(in crate::cli) memory: Option<Memory>,
}

pub(in crate::cli) fn threads(text: &str) -> Result<NonZeroUsize, String> {
    let number = whole::<usize>(1, 1024)(text)?;
    NonZeroUsize::new(number).ok_or_else(|| "a whole number from 1 to 1024 is needed".to_owned())
}
