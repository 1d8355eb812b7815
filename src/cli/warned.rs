use super::scenario_argument::{paint, study, width};
use super::terminal::tell;
use super::trouble::Trouble;
use crate::diagnostics::Diagnostics;
use crate::scenario::{Reach, Study};
use crate::study::warnings;

/// The study that an argument means; unless `quiet`, its warnings are told.
pub(super) fn warned_study(argument: &str, sets: &[String], reach: Reach, quiet: bool) -> Result<Study, Trouble> {
    let study = study(argument, sets, reach)?;
    if !quiet {
        tell_all(&warnings(&study));
    }
    Ok(study)
}

/// Tells them, if there are any.
pub(super) fn tell_all(warnings: &Diagnostics) {
    if !warnings.is_empty() {
        tell(&warnings.render(paint(), width()));
    }
}
