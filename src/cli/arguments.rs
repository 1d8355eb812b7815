use super::suggested::{BUILT_INS, FINDINGS};
use super::whole_number::whole;
use crate::report::Format;
use crate::study::{Memory, ResultsFolder};
use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// Largest seed that every tool reads back exactly.
const MAX_SEED: u64 = 1 << 53;

/// Groups of options in the help.
const WHAT: &str = "What to run";
const WHERE: &str = "Where results go";
const SAID: &str = "What is said";

/// What the exit status means; the manual says it too.
pub(super) const EXIT_STATUS: [(&str, &str); 3] =
    [("0", "done"), ("1", "could not finish (files, an interrupt)"), ("2", "the command or a scenario is wrong")];

/// Simulates the implementation of a national programme: which initiatives survive the end of the money, where, and
/// why the others end.
#[derive(Debug, Parser)]
#[command(
    name = "safsim",
    version = format!("{} (model {})", env!("CARGO_PKG_VERSION"), crate::engine::MODEL),
    max_term_width = 80,
    before_help = "\
Examples:
  safsim                          run the built-in six sites; see out/six-sites
  safsim new my-place             write a commented scenario, my-place.toml
  safsim check my-place.toml      show every mistake with its place
  safsim run my-place.toml        run it; results in out/my-place
  safsim compare funding-regimes  six funding regimes, the same futures
  safsim list parameters          what can be set: units, ranges, sources",
    after_help = "\
Exit status: 0 done, 1 could not finish (files, an interrupt), 2 the command or
a scenario is wrong.

See also: README.md, docs/scenarios.md, docs/results.md, docs/model.md"
)]
pub(super) struct Cli {
    /// What to do; without it: run the built-in six sites
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Only errors: no summary, no progress
    #[arg(long, short, global = true, help_heading = SAID)]
    pub(super) quiet: bool,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = SAID)]
    pub(super) color: ColorChoice,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run replicates of one scenario; print a summary, write tables and charts
    Run(RunOptions),
    /// Run a scenario's regimes, or several scenarios, through the same futures; say how they differ
    Compare(CompareOptions),
    /// Run a scenario at every point of its [sweep]
    Sweep(SweepOptions),
    /// Try the reported findings, each as a paired experiment, with and without its mechanism
    Evidence(EvidenceOptions),
    /// Tell the story of one initiative, month by month, and what would have kept it
    Explain(ExplainOptions),
    /// Draw the report and the pictures of a results folder again
    Report(ReportOptions),
    /// Check scenarios: every mistake and every doubt with its place
    Check(CheckOptions),
    /// Write a commented starter scenario
    New(NewOptions),
    /// List built-in scenarios, kinds, roles, kits, shocks, settings, parameters and metrics
    List(ListOptions),
    /// Print the JSON Schema of scenario files, for editors that complete and check
    #[command(
        before_help = "\
Examples:
  safsim schema > safsim.schema.json   for an editor that completes and checks",
        after_help = "See also: safsim check, docs/scenario-files.md"
    )]
    Schema,
    /// Print a completion script for a shell
    Completions(CompletionOptions),
    /// Print the manual page, or write those of all commands
    Man(ManOptions),
}

impl Default for Command {
    fn default() -> Command {
        Command::Run(RunOptions {
            scenario: DEFAULT_SCENARIO.to_owned(),
            until_precise: None,
            experiment: ExperimentOptions::default(),
        })
    }
}

/// What runs unless something else is asked for.
const DEFAULT_SCENARIO: &str = "six-sites";

/// What `new` copies unless something else is asked for: the smallest, commented line by line.
const TEMPLATE: &str = "single-site";

/// `run`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim run                                  the built-in six sites
  safsim run my-place.toml --replicates 500   more replicates, surer figures
  safsim run --set contagion=0.16 --out out/contagious
                                              a parameter changed
  safsim run --set programme.funding.horizon=whole --out out/whole
                                              a promise for the whole programme
  safsim run --until-precise survived_horizon=0.005
                                              as many replicates as that takes
  safsim run - < my-place.toml                from standard input",
    after_help = "See also: safsim list parameters, docs/scenario-files.md, docs/results.md"
)]
pub(super) struct RunOptions {
    /// A file, `-` for standard input, or the name of a built-in scenario
    #[arg(default_value = DEFAULT_SCENARIO, value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(super) scenario: String,
    /// Add replicates until the 95 % interval of a metric's mean has this half width, such as survived_horizon=0.01;
    /// --replicates is then the most to use [default: 20000]
    #[arg(long, value_name = "METRIC=HALFWIDTH", help_heading = WHAT)]
    pub(super) until_precise: Option<String>,
    #[command(flatten)]
    pub(super) experiment: ExperimentOptions,
}

/// `compare`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim compare funding-regimes              the regimes of a built-in scenario
  safsim compare my-regimes.toml -n 1000      those of a file
  safsim compare six-sites my-place.toml      whole scenarios, the first one the
                                              baseline; results in
                                              out/six-sites-vs-my-place
  safsim compare funding-regimes --until-precise survived_horizon=0.01
                                              until every difference is that
                                              precise",
    after_help = "See also: safsim list scenarios, docs/scenario-files.md, docs/results.md"
)]
pub(super) struct CompareOptions {
    /// A scenario with [[regime]]s, or several scenarios: files, `-` for standard input, or names of built-in ones
    #[arg(required = true, value_name = "SCENARIO", value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(super) scenarios: Vec<String>,
    /// Add replicates until the 95 % interval of every arm's difference has this half width, such as
    /// survived_horizon=0.01; --replicates is then the most to use [default: 20000]
    #[arg(long, value_name = "METRIC=HALFWIDTH", help_heading = WHAT)]
    pub(super) until_precise: Option<String>,
    #[command(flatten)]
    pub(super) experiment: ExperimentOptions,
}

/// `sweep`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim sweep award-by-horizon      a built-in grid of two settings
  safsim sweep my-sweep.toml -n 20   fewer replicates at each point
  safsim sweep my-sweep.toml         the same again after Ctrl-C goes on
                                     where it was",
    after_help = "See also: safsim list scenarios, docs/scenario-files.md, docs/results.md"
)]
pub(super) struct SweepOptions {
    /// A scenario with a [sweep]: a file, `-` for standard input, or the name of a built-in one
    #[arg(value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(super) scenario: String,
    #[command(flatten)]
    pub(super) experiment: ExperimentOptions,
}

/// What all experiments can be told.
#[derive(Debug, Default, Args)]
pub(super) struct ExperimentOptions {
    /// Number of replicates (1 to 1000000) [default: the scenario's]
    #[arg(long, short = 'n', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(1, 1_000_000))]
    pub(super) replicates: Option<u32>,
    /// Seed of all chance (0 to 2^53) [default: the scenario's]
    #[arg(long, value_name = "S", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u64>(0, MAX_SEED))]
    pub(super) seed: Option<u64>,
    /// Set a value of the scenario, such as site.site-1.deficit=0.5 or contagion=0.1; may be repeated
    #[arg(long, value_name = "KEY=VALUE", help_heading = WHAT)]
    pub(super) set: Vec<String>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(super) confined: bool,
    #[command(flatten)]
    pub(super) place: PlaceOptions,
}

/// Where an experiment's results go, and how it is run.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct PlaceOptions {
    /// Results folder [default: out/NAME]
    #[arg(long, short, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = WHERE)]
    pub(super) out: Option<PathBuf>,
    /// Number of threads (1 to 1024); results are the same for any [default: one per core]
    #[arg(long, short = 'j', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = threads)]
    pub(super) threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(super) memory: MemoryOptions,
    /// How tables are written: csv, which everything reads, or parquet, typed and small
    #[arg(long, value_name = "FORMAT", default_value = "csv", hide_possible_values = true, help_heading = WHERE)]
    pub(super) format: TableFormat,
    /// Go on with an unfinished experiment of the same plan, and refuse to begin one (going on is what happens anyway)
    #[arg(long, conflicts_with = "force", help_heading = WHERE)]
    pub(super) resume: bool,
    /// Replace results of another plan, drop an unfinished experiment of another plan; write beside foreign files, which are never touched
    #[arg(long, help_heading = WHERE)]
    pub(super) force: bool,
}

impl PlaceOptions {
    /// Where results of this name go.
    pub(super) fn results_folder(&self, name: &str) -> ResultsFolder {
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
pub(super) enum TableFormat {
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

fn threads(text: &str) -> Result<NonZeroUsize, String> {
    let number = whole::<usize>(1, 1024)(text)?;
    NonZeroUsize::new(number).ok_or_else(|| "a whole number from 1 to 1024 is needed".to_owned())
}

/// `evidence`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim evidence                  every finding at the default parameters (two
                                   minutes)
  safsim evidence SH-03 EN         one finding, and all about enthusiasm
  safsim evidence minimum -n 20    the minimum set of patterns, quickly
  safsim evidence --list           what is tried, and what was reported
  safsim evidence --ensemble 500   also over 500 sets of parameters (the better
                                   part of an hour); after Ctrl-C the same
                                   command goes on",
    after_help = "See also: docs/evidence.md, docs/evidence-files.md"
)]
pub(super) struct EvidenceOptions {
    /// Ids of findings, such as SH-03, or their first letters, such as SH; `minimum` for the minimum set [default: all]
    #[arg(value_name = "FINDING", value_parser = FINDINGS, hide_possible_values = true)]
    pub(super) findings: Vec<String>,
    /// Try every finding at so many sets of parameters as well, drawn over their plausible ranges (1 to 65536)
    #[arg(long, value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(1, 65_536))]
    pub(super) ensemble: Option<u32>,
    /// Replicates of each arm in each set of parameters (2 to 10000) [default: 6]
    #[arg(long, value_name = "N", requires = "ensemble", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 10_000))]
    pub(super) per_set: Option<u32>,
    /// Number of replicates of each arm (2 to 1000000) [default: 80]
    #[arg(long, short = 'n', value_name = "N", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u32>(2, 1_000_000))]
    pub(super) replicates: Option<u32>,
    /// Seed of all chance (0 to 2^53) [default: 1]
    #[arg(long, value_name = "S", allow_negative_numbers = true, help_heading = WHAT, value_parser = whole::<u64>(0, MAX_SEED))]
    pub(super) seed: Option<u64>,
    /// Take the findings in a folder instead of the built-in ones: *.toml, tried on the scenarios in base/*.toml
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = WHAT)]
    pub(super) from: Option<PathBuf>,
    /// Only say what would be tried: every finding with what was reported
    #[arg(long, help_heading = WHAT)]
    pub(super) list: bool,
    #[command(flatten)]
    pub(super) place: PlaceOptions,
}

/// `explain`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim explain out/six-sites                   the most typical end
  safsim explain out/six-sites site-3/dementia   one initiative, its typical end
  safsim explain out/six-sites dementia --replicate 17
                                                 in one future of the tables
  safsim explain out/pay --arm \"annual rounds\"  an arm of a comparison
  safsim explain six-sites --replicates 400      a scenario, without results",
    after_help = "See also: docs/results.md, docs/lessons/2-why-did-this-one-die.md"
)]
pub(super) struct ExplainOptions {
    /// A results folder; or a scenario (a file, `-`, or the name of a built-in one), whose story is only printed
    #[arg(value_name = "RESULTS", value_parser = BUILT_INS, hide_possible_values = true, value_hint = ValueHint::DirPath)]
    pub(super) results: String,
    /// Its name, or site/name, or the beginning of one of them [default: the most typical that ended]
    #[arg(value_name = "INITIATIVE")]
    pub(super) initiative: Option<String>,
    /// The future, as numbered in the tables [default: the most typical]
    #[arg(long, value_name = "R", help_heading = WHAT, allow_negative_numbers = true, value_parser = whole::<u64>(0, 999_999))]
    pub(super) replicate: Option<u64>,
    /// The arm of a comparison [default: the baseline]
    #[arg(long, value_name = "NAME", help_heading = WHAT, conflicts_with = "point")]
    pub(super) arm: Option<String>,
    /// The point of a sweep, as numbered in the tables
    #[arg(long, value_name = "N", help_heading = WHAT, allow_negative_numbers = true, value_parser = whole::<usize>(0, 999_999))]
    pub(super) point: Option<usize>,
    /// Futures over which is counted what would have kept it (1 to 100000)
    #[arg(long, short = 'n', help_heading = WHAT, value_name = "N", default_value_t = 100, allow_negative_numbers = true, value_parser = whole::<u32>(1, 100_000))]
    pub(super) replicates: u32,
    /// Tell all events, and all changes that make no difference
    #[arg(long, help_heading = WHAT)]
    pub(super) all: bool,
    /// Number of threads (1 to 1024); the story is the same for any [default: one per core]
    #[arg(long, short = 'j', value_name = "N", allow_negative_numbers = true, value_parser = threads)]
    pub(super) threads: Option<NonZeroUsize>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(super) confined: bool,
    #[command(flatten)]
    pub(super) memory: MemoryOptions,
}

/// `report`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim report out/six-sites   report.html and charts/ again, from the results
                                that lie there; nothing is run",
    after_help = "See also: docs/results.md"
)]
pub(super) struct ReportOptions {
    /// A folder with finished results
    #[arg(value_name = "RESULTS", value_hint = ValueHint::DirPath)]
    pub(super) results: PathBuf,
}

/// `check`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim check my-place.toml          every mistake with its place
  safsim check scenarios/*.toml       many files
  safsim check my-place.toml --deny-warnings
                                      for scripts: nothing may be doubtful
  safsim check six-sites --resolved   all that would run, defaults included",
    after_help = "See also: safsim schema, docs/scenario-files.md"
)]
pub(super) struct CheckOptions {
    /// Files, `-` for standard input, or names of built-in scenarios
    #[arg(required = true, value_name = "SCENARIO", value_parser = BUILT_INS, value_hint = ValueHint::FilePath, hide_possible_values = true)]
    pub(super) scenarios: Vec<String>,
    /// Print what would run: every key with its value, defaults included
    #[arg(long)]
    pub(super) resolved: bool,
    /// A warning is a mistake: exit status 2
    #[arg(long, visible_alias = "strict")]
    pub(super) deny_warnings: bool,
    /// Set a value of the scenario first; may be repeated
    #[arg(long, value_name = "KEY=VALUE", help_heading = WHAT)]
    pub(super) set: Vec<String>,
    /// Refuse `extends` outside of the scenario's own folder, links followed; for files of people one does not know
    #[arg(long, help_heading = WHAT)]
    pub(super) confined: bool,
    #[command(flatten)]
    pub(super) memory: MemoryOptions,
}

/// How much may be used.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(super) struct MemoryOptions {
    /// Memory to use at most, such as 4GB or 500MB; what would need more is refused, or done by fewer threads [default: most
    /// of what this machine has]
    #[arg(long, value_name = "SIZE", help_heading = WHAT, value_parser = Memory::parse)]
    pub(super) memory: Option<Memory>,
}

/// `new`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim new my-place                           my-place.toml, a first scenario
  safsim new my-region --from fifty-vanguards   from another built-in scenario",
    after_help = "See also: safsim list scenarios, docs/scenario-files.md"
)]
pub(super) struct NewOptions {
    /// Name of the scenario: letters, digits, - and _; the file is NAME.toml
    pub(super) name: String,
    /// Built-in scenario to start from
    #[arg(long, value_name = "TEMPLATE", default_value = TEMPLATE, value_parser = BUILT_INS, hide_possible_values = true)]
    pub(super) from: String,
    /// Overwrite NAME.toml
    #[arg(long)]
    pub(super) force: bool,
}

/// `list`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim list                           everything
  safsim list scenarios                 built-in scenarios and what they ask
  safsim list roles --format csv        as a table for other programs",
    after_help = "See also: docs/model.md, docs/scenario-files.md"
)]
pub(super) struct ListOptions {
    /// What to list [default: everything]
    pub(super) what: Option<Topic>,
    /// As text for a reader, or as a CSV table (of one topic)
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: ListFormat,
}

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
pub(super) struct ManOptions {
    /// Write all pages into this folder, instead of the main one to standard output
    #[arg(long, short, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = WHERE)]
    pub(super) out: Option<PathBuf>,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Topic {
    /// Built-in scenarios
    Scenarios,
    /// Kinds of initiative
    Kinds,
    /// Kinds of shock
    Shocks,
    /// Parameters of the model
    Parameters,
    /// Roles that people have
    Roles,
    /// Kits: the organisations of a site that gives none
    Kits,
    /// Posts of each kit: organisation, role, people
    Posts,
    /// Settings of scenario files, with their defaults
    Settings,
    /// Monthly and headline metrics
    Metrics,
}

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For a reader
    Text,
    /// For other programs
    Csv,
}

/// `completions`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim completions bash > ~/.local/share/bash-completion/completions/safsim
  safsim completions zsh > ~/.zfunc/_safsim
  safsim completions fish > ~/.config/fish/completions/safsim.fish",
    after_help = "See also: safsim man"
)]
pub(super) struct CompletionOptions {
    /// The shell
    pub(super) shell: Shell,
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory;

    #[test]
    fn is_consistent() {
        Cli::command().debug_assert();
    }
}
