use super::arguments::{ExperimentArguments, PlaceArguments};
use super::interrupt::cancel;
use super::terminal_listener::TerminalListener;
use crate::study::{Memory, Options, Until};
use std::num::NonZeroUsize;
use std::time::Duration;

/// What the command line asks of any experiment; results of one of this name go to `out/NAME` unless it says where.
pub(super) fn study_options<'a>(
    experiment: &ExperimentArguments,
    until: Option<&str>,
    name: &str,
    listener: &'a TerminalListener,
) -> Options<'a> {
    Options {
        replicates: experiment.replicates,
        seed: experiment.given.seed,
        until: until.map(Until::written),
        ..place_options(&experiment.place, name, listener)
    }
}

/// Where results of this name go, and how they are made.
pub(super) fn place_options<'a>(place: &PlaceArguments, name: &str, listener: &'a TerminalListener) -> Options<'a> {
    Options {
        folder: Some(place.results_folder(name)),
        shard: place.shard,
        patience: Duration::from_secs(60 * u64::from(place.wait.unwrap_or(0))),
        ..machine_options(place.threads, place.memory.memory, listener)
    }
}

/// So much of the machine, until somebody interrupts it.
pub(super) fn machine_options(
    threads: Option<NonZeroUsize>,
    memory: Option<Memory>,
    listener: &TerminalListener,
) -> Options<'_> {
    Options { threads, memory, cancel: Some(cancel()), listener: Some(listener), ..Options::default() }
}
