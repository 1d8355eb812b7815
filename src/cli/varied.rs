use super::arguments::VariedArguments;
use super::command_error::CommandError;
use super::over::over;
use super::study_options::place_options;
use super::terminal_listener::TerminalListener;
use super::warned::warned_study;
use crate::scenario::{Reach, Study};
use crate::study::{Options, VariedOptions};

/// The study that an argument means, and what of it is varied.
pub(super) fn varied_study(
    scenario: &str,
    arguments: &VariedArguments,
    quiet: bool,
) -> Result<(Study, VariedOptions), CommandError> {
    let (over, axes) = over(&arguments.over)?;
    let sets: Vec<String> = arguments.given.set.iter().cloned().chain(axes).collect();
    let study = warned_study(scenario, &sets, Reach::of(arguments.given.confined), quiet)?;
    let between = match arguments.between.as_deref() {
        Some([first, second]) => Some([first.clone(), second.clone()]),
        _ => None,
    };
    Ok((study, VariedOptions { outcome: arguments.outcome.clone(), between, over }))
}

/// How it is conducted; results go to `out/NAME` unless the command line says where.
pub(super) fn varied_options<'a>(
    arguments: &VariedArguments,
    replicates: u32,
    name: &str,
    listener: &'a TerminalListener,
) -> Options<'a> {
    Options {
        replicates: Some(replicates),
        seed: arguments.given.seed,
        ..place_options(&arguments.place, name, listener)
    }
}
