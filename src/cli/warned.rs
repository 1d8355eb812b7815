use super::scenario_argument::{paint, study, width};
use super::terminal::tell;
use super::thin::thin_initiatives;
use super::trouble::Trouble;
use crate::diagnostics::Diagnostics;
use crate::scenario::{Reach, Study};

/// The study that an argument means; unless `quiet`, its warnings are told.
pub(super) fn warned_study(argument: &str, sets: &[String], reach: Reach, quiet: bool) -> Result<Study, Trouble> {
    let study = study(argument, sets, reach)?;
    if !quiet {
        tell_all(&warnings(&study));
    }
    Ok(study)
}

/// All that is to be said of a study that is right.
pub(super) fn warnings(study: &Study) -> Diagnostics {
    let written = study.warnings();
    let list = written.list().iter().cloned().chain(thin_initiatives(study)).collect();
    Diagnostics::new(written.sources().clone(), list)
}

/// Tells them, if there are any.
pub(super) fn tell_all(warnings: &Diagnostics) {
    if !warnings.is_empty() {
        tell(&warnings.render(paint(), width()));
    }
}
