use crate::cli::terminal::tell;
use crate::report::{Claim, Pending, Refusal};
use std::path::Path;

/// Claims a folder for an experiment; meanwhile says what there is to wait for. Whoever meets another plan under way there
/// does not wait for its end to be told that it is in the way.
pub(in crate::cli) fn claimed(folder: &Path, wanted: &Pending, force: bool, quiet: bool) -> Result<Claim, Refusal> {
    let claim = Claim::of(folder, &mut |folder| {
        let under_way = if force { None } else { Pending::read(folder).unwrap_or(None) };
        match under_way.and_then(|pending| wanted.refused_by(folder, &pending)) {
            Some(refusal) => Err(refusal),
            None => {
                waiting(folder, quiet);
                Ok(())
            }
        }
    })?;
    told(claim, quiet)
}

/// Claims a folder of results that are there.
pub(in crate::cli) fn claimed_results(folder: &Path, quiet: bool) -> Result<Claim, Refusal> {
    let claim = Claim::of_results(folder, &mut |folder| {
        waiting(folder, quiet);
        Ok(())
    })?;
    told(claim, quiet)
}

fn waiting(folder: &Path, quiet: bool) {
    if !quiet {
        tell(format!("waiting for another safsim that writes to {}\n", folder.display()));
    }
}

fn told(claim: Claim, quiet: bool) -> Result<Claim, Refusal> {
    let folder = claim.folder().display();
    if claim.mended() && !quiet {
        tell(format!("note: results in {folder} had been cut off on their way to their places, and are there now\n"));
    }
    if !claim.keeps_others_out() {
        tell(format!("warning: {folder} is on a disk without locks: see to it that no other safsim writes there\n"));
    }
    Ok(claim)
}
