use super::scenario_argument::{paint, width};
use super::sweep::{check_points, swept_points};
use super::trouble::Trouble;
use crate::experiment::{Pilot, Stopped};
use crate::scenario::Study;
use std::sync::atomic::AtomicBool;

/// What only trying shows about a scenario: that the points of its sweep can be, and that budgets can be made neutral.
/// `check` and the command that would run them ask the same.
pub(super) fn feasible(study: &Study) -> Result<(), Trouble> {
    if let Some(sweep) = &study.sweep {
        check_points(study, &swept_points(sweep, study.scenario.run.seed)?)?;
    }
    match neutral_budgets(study, &AtomicBool::new(false)) {
        Err(Unneutral::Refused(trouble)) => Err(trouble),
        Err(Unneutral::Stopped(_)) | Ok(()) => Ok(()),
    }
}

/// Why there is no neutral budget.
pub(super) enum Unneutral {
    /// Some arm spends nothing.
    Refused(Trouble),
    /// Nobody knows: it was stopped.
    Stopped(Stopped),
}

impl From<Stopped> for Unneutral {
    fn from(stopped: Stopped) -> Unneutral {
        Unneutral::Stopped(stopped)
    }
}

/// Whether the arms that are to spend as much as the first one spend anything, and the first one does.
pub(super) fn neutral_budgets(study: &Study, stop: &AtomicBool) -> Result<(), Unneutral> {
    let pilot = Pilot { seed: study.scenario.run.seed, stop };
    let Some((first, others)) = study.regimes.split_first() else { return Ok(()) };
    let refused = |at: usize, who: &str| {
        let mistakes = study.cannot_be_neutral(at, who);
        Err(Unneutral::Refused(Trouble::Mistakes(mistakes.render(paint(), width()))))
    };
    let mut first_spends = None;
    for (i, arm) in others.iter().enumerate().filter(|(_, arm)| arm.budget_neutral) {
        let known = match first_spends {
            Some(known) => known,
            None => pilot.spends(&first.scenario)?,
        };
        first_spends = Some(known);
        if !known {
            return refused(i + 1, "the first regime");
        }
        if !pilot.spends(&arm.scenario)? {
            return refused(i + 1, "it");
        }
    }
    Ok(())
}
