use super::command_error::CommandError;
use super::scenario_argument::study;
use super::screen::{paint, width};
use super::terminal::print_message;
use crate::diagnostics::Diagnostics;
use crate::scenario::{Reach, Study};
use crate::study::warnings;

/// The study that an argument means; unless `quiet`, its warnings are told.
pub(super) fn warned_study(argument: &str, sets: &[String], reach: Reach, quiet: bool) -> Result<Study, CommandError> {
    let study = study(argument, sets, reach)?;
    if !quiet {
        tell_all(&warnings(&study));
    }
    Ok(study)
}

/// Tells them, if there are any.
pub(super) fn tell_all(warnings: &Diagnostics) {
    if !warnings.is_empty() {
        print_message(&warnings.render(paint(), width()));
    }
}
