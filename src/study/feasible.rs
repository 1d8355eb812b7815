use super::Error;
use super::budgets::refuse_unneutral;
use super::cancel::NEVER;
use super::points::{check_points, swept_points};
use crate::scenario::Study;

/// What only trying shows about a study: that the points of its sweep can be run, and that budgets can be made neutral.
/// Whoever would run them asks the same.
///
/// # Errors
/// If they cannot.
pub fn feasible(study: &Study) -> Result<(), Error> {
    if let Some(sweep) = &study.sweep {
        check_points(study, &swept_points(sweep, study.scenario.run.seed)?)?;
    }
    refuse_unneutral(study, &NEVER)
}
