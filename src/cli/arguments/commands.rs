use super::experiment::{DEFAULT_SCENARIO, SAID};
use super::{
    CalibrateArguments, CheckAnswersArguments, CheckArguments, CompareArguments, CompletionArguments,
    DescribeArguments, DiscoverArguments, EvidenceArguments, ExperimentArguments, ExplainArguments, ImportArguments,
    ListArguments, LiveArguments, ManArguments, MergeArguments, NewArguments, ReportArguments, RunArguments,
    SensitivityArguments, SlidesArguments, SweepArguments,
};
use clap::{ColorChoice, Parser, Subcommand};

/// What the exit status means; the manual says it too.
pub(in crate::cli) const EXIT_STATUS: [(&str, &str); 3] =
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
pub(in crate::cli) struct Cli {
    /// What to do; without it: run the built-in six sites
    #[command(subcommand)]
    pub(in crate::cli) command: Option<Command>,
    /// Only errors: no summary, no progress
    #[arg(long, short, global = true, help_heading = SAID)]
    pub(in crate::cli) quiet: bool,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = SAID)]
    pub(in crate::cli) color: ColorChoice,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Run replicates of one scenario; print a summary, write tables and charts
    Run(RunArguments),
    /// Run a scenario's regimes, or several scenarios, through the same futures; say how they differ
    Compare(CompareArguments),
    /// Run a scenario at every point of its [sweep]
    Sweep(SweepArguments),
    /// Say what a figure, or the difference between two regimes, hangs on
    Sensitivity(SensitivityArguments),
    /// Find the rule under which a figure, or the difference between two regimes, lies on one side
    Discover(DiscoverArguments),
    /// Try the reported findings, each as a paired experiment, with and without its mechanism
    Evidence(EvidenceArguments),
    /// Look for the sets of parameters that do not contradict what is known: an ensemble of plausible models
    Calibrate(CalibrateArguments),
    /// Tell the story of one initiative, month by month, and what would have kept it
    Explain(ExplainArguments),
    /// Put the shards of an experiment together: the bytes of one machine
    Merge(MergeArguments),
    /// Write one page that holds the program and a scenario: to try out in a browser, without a network
    Live(LiveArguments),
    /// Draw the report and the pictures of a results folder again
    Report(ReportArguments),
    /// Write slides of a results folder: the question, the answer, five pictures, what ran, the limits
    Slides(SlidesArguments),
    /// Check scenarios: every mistake and every doubt with its place
    Check(CheckArguments),
    /// Make a first scenario of a network, a survey of trust, a plan: tables in CSV
    Import(ImportArguments),
    /// Describe a scenario on one page of words, for those whom it describes
    Describe(DescribeArguments),
    /// Mark the answers to an assignment: right, wrong with a hint, or missing
    CheckAnswers(CheckAnswersArguments),
    /// Write a commented starter scenario
    New(NewArguments),
    /// List built-in scenarios, kinds, roles, kits, shocks, rules, settings, parameters and metrics
    List(ListArguments),
    /// Print the JSON Schema of scenario files, for editors that complete and check
    #[command(
        before_help = "\
Examples:
  safsim schema > safsim.schema.json   for an editor that completes and checks",
        after_help = "See also: safsim check, docs/scenario-files.md"
    )]
    Schema,
    /// Print a completion script for a shell
    Completions(CompletionArguments),
    /// Print the manual page, or write those of all commands
    Man(ManArguments),
}

impl Default for Command {
    fn default() -> Command {
        Command::Run(RunArguments {
            scenario: DEFAULT_SCENARIO.to_owned(),
            until_precise: None,
            ensemble: None,
            no_conditions: false,
            no_live: false,
            experiment: ExperimentArguments::default(),
        })
    }
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
