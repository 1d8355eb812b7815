use super::arguments::CalibrateArguments;
use super::command_error::CommandError;
use super::print_results::{Results, print_results};
use super::study_options::place_options;
use super::terminal_listener::TerminalListener;
use crate::calibration::WaveSizes;
use crate::study::{CalibrateOptions, Options, calibrate as look_for_sets};

/// `safsim calibrate`.
pub(super) fn calibrate(options: &CalibrateArguments, quiet: bool) -> Result<(), CommandError> {
    let usual = CalibrateOptions::SIZES;
    let or = |given: Option<u32>, usual: usize| given.map_or(usual, |given| given as usize);
    let wanted = CalibrateOptions {
        targets: options.targets.clone(),
        sizes: WaveSizes {
            first: or(options.first, usual.first),
            later: or(options.later, usual.later),
            waves: or(options.waves, usual.waves),
            ensemble: or(options.size, usual.ensemble),
        },
    };
    let listener = TerminalListener::new(quiet);
    let asked = Options {
        replicates: options.replicates,
        seed: options.seed,
        ..place_options(&options.place, "calibration", &listener)
    };
    let results = listener.result_of(look_for_sets(&wanted, &asked).map_err(CommandError::from))?;
    let told_of =
        Results { summary: &|| results.summary(), reached: None, so_far: results.so_far(), is_stopped: false };
    print_results(&asked, quiet, told_of)
}
