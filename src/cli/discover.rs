use super::arguments::DiscoverArguments;
use super::command_error::CommandError;
use super::print_results::{Results, print_results};
use super::terminal_listener::TerminalListener;
use super::varied::{varied_options, varied_study};
use crate::analysis::Side;
use crate::study::{DiscoverOptions, discover as look_for};

/// `safsim discover`.
pub(super) fn discover(options: &DiscoverArguments, quiet: bool) -> Result<(), CommandError> {
    let (study, varied) = varied_study(&options.scenario, &options.varied, quiet)?;
    let listener = TerminalListener::new(quiet);
    let name = format!("{}-discover", study.scenario.name);
    let asked = varied_options(&options.varied, options.replicates, &name, &listener);
    let (side, threshold) = match (options.above, options.below) {
        (Some(threshold), _) => (Side::Above, threshold),
        (None, threshold) => (Side::Below, threshold.flatten()),
    };
    let design = DiscoverOptions { side, threshold, points: options.points, replicates: options.replicates };
    let results = listener.result_of(look_for(&study, &varied, &design, &asked).map_err(CommandError::from))?;
    let told_of =
        Results { summary: &|| results.summary(), reached: None, so_far: results.so_far(), is_stopped: false };
    print_results(&asked, quiet, told_of)
}
