use super::arguments::ExperimentArguments;
use super::interrupt::cancel;
use super::terminal_listener::TerminalListener;
use crate::study::{Options, Until};

/// What the command line asks of any experiment; results of one of this name go to `out/NAME` unless it says where.
pub(super) fn study_options<'a>(
    experiment: &ExperimentArguments,
    until: Option<&str>,
    name: &str,
    listener: &'a TerminalListener,
) -> Options<'a> {
    Options {
        replicates: experiment.replicates,
        seed: experiment.seed,
        until: until.map(Until::written),
        models: None,
        threads: experiment.place.threads,
        memory: experiment.place.memory.memory,
        folder: Some(experiment.place.results_folder(name)),
        cancel: Some(cancel()),
        listener: Some(listener),
        shard: experiment.place.shard,
        ..Options::default()
    }
}
