use super::arguments::SweepArguments;
use super::command_error::CommandError;
use super::plausible_models::plausible_models;
use super::print_results::{Results, print_results};
use super::study_options::study_options;
use super::terminal_listener::TerminalListener;
use super::warned::warned_study;
use crate::scenario::Reach;
use crate::study::{Options, sweep as sweep_points};

/// `safsim sweep`.
pub(super) fn sweep(options: &SweepArguments, quiet: bool) -> Result<(), CommandError> {
    let experiment = &options.experiment;
    let study = warned_study(&options.scenario, &experiment.given.set, Reach::of(experiment.given.confined), quiet)?;
    let listener = TerminalListener::new(quiet);
    let models = plausible_models(options.ensemble.as_ref())?;
    let asked = study_options(experiment, None, &study.scenario.name, &listener);
    let asked = Options { models: models.as_ref(), ..asked };
    let results = listener.result_of(sweep_points(&study, &asked).map_err(CommandError::from))?;
    print_results(
        &asked,
        quiet,
        Results {
            summary: &|| results.summary(),
            reached: None,
            so_far: results.so_far(),
            is_stopped: results.is_stopped(),
        },
    )
}
