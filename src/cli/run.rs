use super::arguments::{ExperimentOptions, RunOptions};
use super::interrupt::cancel;
use super::listening::Listening;
use super::terminal::tell;
use super::told::{Told, told};
use super::trouble::Trouble;
use super::warned::warned_study;
use crate::scenario::{Reach, Study};
use crate::study::{Options, Until, conduct};

/// `safsim run`.
pub(super) fn run(options: &RunOptions, quiet: bool) -> Result<(), Trouble> {
    let experiment = &options.experiment;
    let study = warned_study(&options.scenario, &experiment.set, Reach::of(experiment.confined), quiet)?;
    if !quiet {
        hint(&study, &options.scenario);
    }
    let listening = Listening::new(quiet);
    let asked = asked(experiment, options.until_precise.as_deref(), &study.scenario.name, &listening);
    let results = listening.heard(conduct(&study, &asked).map_err(Trouble::from))?;
    told(
        &asked,
        quiet,
        Told {
            summary: &|| results.summary(),
            reached: results.reached(),
            so_far: results.so_far(),
            is_stopped: results.is_stopped(),
        },
    )
}

/// What the command line asks of any experiment; results of one of this name go to `out/NAME` unless it says where.
pub(super) fn asked<'a>(
    experiment: &ExperimentOptions,
    until: Option<&str>,
    name: &str,
    listening: &'a Listening,
) -> Options<'a> {
    Options {
        replicates: experiment.replicates,
        seed: experiment.seed,
        until: until.map(Until::written),
        threads: experiment.place.threads,
        memory: experiment.place.memory.memory,
        folder: Some(experiment.place.results_folder(name)),
        cancel: Some(cancel()),
        listener: Some(listening),
    }
}

/// Says what the scenario was made for, if that is not a single run.
fn hint(study: &Study, argument: &str) {
    let name = if argument == "-" { "FILE" } else { argument };
    let (what, command) = match (study.regimes.len(), &study.sweep) {
        (0 | 1, None) => return,
        (0 | 1, Some(sweep)) => (format!("a sweep of {} points", sweep.points()), "sweep"),
        (regimes, _) => (format!("{regimes} regimes"), "compare"),
    };
    tell(format!("note: this runs the base of a scenario with {what}; for all of them: safsim {command} {name}\n"));
}
