use crate::analysis::Kept;
use crate::experiment::Outcome;

/// What was kept of a run, or why there is nothing.
pub(in crate::cli) fn kept_run(outcome: Outcome) -> Result<Kept, String> {
    match outcome {
        Outcome::Run(bytes) => Kept::from_bytes(&bytes).ok_or_else(|| "its record could not be read".to_owned()),
        Outcome::Failed(why) => Err(why),
    }
}
