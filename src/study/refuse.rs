use super::Error;
use crate::scenario::Study;

/// An error if a scenario is one that must not be run.
pub(super) fn refuse(study: &Study) -> Result<(), Error> {
    let refusals = study.refusals();
    if refusals.is_empty() { Ok(()) } else { Err(Error::Mistakes(refusals)) }
}
