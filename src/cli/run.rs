use super::arguments::RunArguments;
use super::command_error::CommandError;
use super::plausible_models::plausible_models;
use super::print_results::{Results, print_results};
use super::study_options::study_options;
use super::terminal::print_message;
use super::terminal_listener::TerminalListener;
use super::to_try::to_try;
use super::warned::warned_study;
use crate::scenario::{Reach, Study};
use crate::study::{Options, conduct};

/// `safsim run`.
pub(super) fn run(options: &RunArguments, quiet: bool) -> Result<(), CommandError> {
    let experiment = &options.experiment;
    let study = warned_study(&options.scenario, &experiment.given.set, Reach::of(experiment.given.confined), quiet)?;
    if !quiet {
        hint(&study, &options.scenario);
    }
    let listener = TerminalListener::new(quiet);
    let models = plausible_models(options.ensemble.as_ref())?;
    let asked = study_options(experiment, options.until_precise.as_deref(), &study.scenario.name, &listener);
    let panel = to_try(options.no_live)?;
    let (models, live) = (models.as_ref(), panel.as_deref());
    let asked = Options { models, live, no_conditions: options.no_conditions, ..asked };
    let results = listener.result_of(conduct(&study, &asked).map_err(CommandError::from))?;
    print_results(
        &asked,
        quiet,
        Results {
            summary: &|| results.summary(),
            reached: results.reached(),
            so_far: results.so_far(),
            is_stopped: results.is_stopped(),
        },
    )
}

/// Says what the scenario was made for, if that is not a single run.
fn hint(study: &Study, argument: &str) {
    let name = if argument == "-" { "FILE" } else { argument };
    let (what, command) = match (study.regimes.len(), &study.sweep) {
        (0 | 1, None) => return,
        (0 | 1, Some(sweep)) => (format!("a sweep of {} points", sweep.points()), "sweep"),
        (regimes, _) => (format!("{regimes} regimes"), "compare"),
    };
    print_message(format!(
        "note: this runs the base of a scenario with {what}; for all of them: safsim {command} {name}\n"
    ));
}
