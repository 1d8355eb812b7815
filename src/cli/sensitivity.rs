use super::arguments::SensitivityArguments;
use super::command_error::CommandError;
use super::print_results::{Results, print_results};
use super::terminal_listener::TerminalListener;
use super::varied::{varied_options, varied_study};
use crate::study::{SensitivityOptions, sensitivity as take_apart};

/// `safsim sensitivity`.
pub(super) fn sensitivity(options: &SensitivityArguments, quiet: bool) -> Result<(), CommandError> {
    let (study, varied) = varied_study(&options.scenario, &options.varied, quiet)?;
    let listener = TerminalListener::new(quiet);
    let name = format!("{}-sensitivity", study.scenario.name);
    let asked = varied_options(&options.varied, options.replicates, &name, &listener);
    let design = SensitivityOptions {
        trajectories: options.trajectories,
        top: options.top,
        rows: options.rows,
        replicates: options.replicates,
    };
    let results = listener.result_of(take_apart(&study, &varied, &design, &asked).map_err(CommandError::from))?;
    let told_of =
        Results { summary: &|| results.summary(), reached: None, so_far: results.so_far(), is_stopped: false };
    print_results(&asked, quiet, told_of)
}
