use super::scenario_argument::{paint, study, width};
use super::shown::Shown;
use super::terminal::tell;
use super::thin::thin_initiatives;
use super::trouble::Trouble;
use crate::diagnostics::Diagnostics;
use crate::scenario::{Reach, Study};

/// The study that an argument means; unless `quiet`, its warnings are told.
pub(super) fn warned_study(argument: &str, sets: &[String], reach: Reach, quiet: bool) -> Result<Study, Trouble> {
    let study = study(argument, sets, reach)?;
    if !quiet {
        tell(told(&warnings(&study)));
    }
    Ok(study)
}

/// All that is to be said of a study that is right.
pub(super) fn warnings(study: &Study) -> Diagnostics {
    let written = study.warnings();
    let list = written.list().iter().cloned().chain(thin_initiatives(study)).collect();
    Diagnostics::new(written.sources().clone(), list)
}

/// As they are shown; ends with an empty line unless there is none.
pub(super) fn told(warnings: &Diagnostics) -> Shown {
    let drawing = warnings.render(paint(), width());
    if warnings.is_empty() { Shown::from(&drawing) } else { Shown::from(&drawing).and("\n") }
}
