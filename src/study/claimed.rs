#![cfg(feature = "page")]

use super::{Listener, Note};
use crate::report::{Claim, Pending, Refusal};
use std::path::Path;

/// Claims a folder for an experiment; meanwhile says what there is to wait for. Whoever meets another plan under way there
/// does not wait for its end to be told that it is in the way.
pub(super) fn claimed(folder: &Path, wanted: &Pending, force: bool, listener: &dyn Listener) -> Result<Claim, Refusal> {
    let claim = Claim::of(folder, &mut |folder| {
        let under_way = if force { None } else { Pending::read(folder).unwrap_or(None) };
        match under_way.and_then(|pending| wanted.refused_by(folder, &pending)) {
            Some(refusal) => Err(refusal),
            None => {
                listener.note(&Note::Waiting(folder));
                Ok(())
            }
        }
    })?;
    Ok(told(claim, listener))
}

/// Claims a folder of results that are there; waits for whoever writes to it.
///
/// # Errors
/// If the folder cannot be used, or results that were being put in place there cannot be brought to their places.
pub fn claim_results(folder: &Path, listener: &dyn Listener) -> Result<Claim, Refusal> {
    let claim = Claim::of_results(folder, &mut |folder| {
        listener.note(&Note::Waiting(folder));
        Ok(())
    })?;
    Ok(told(claim, listener))
}

fn told(claim: Claim, listener: &dyn Listener) -> Claim {
    if claim.mended() {
        listener.note(&Note::Mended(claim.folder()));
    }
    if !claim.keeps_others_out() {
        listener.note(&Note::Unlocked(claim.folder()));
    }
    claim
}
