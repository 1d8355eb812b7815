use crate::analysis::Kept;
use crate::experiment::Outcome;
use crate::record::Setting;

/// What was kept of a run of this setting with so many headlines, or why there is nothing.
pub(super) fn kept_run(outcome: Outcome, setting: &Setting, headlines: usize) -> Result<Kept, String> {
    match outcome {
        Outcome::Run(bytes) => {
            let kept = Kept::from_bytes(&bytes).ok_or_else(|| "its record could not be read".to_owned())?;
            if kept.fits(setting, headlines) {
                Ok(kept)
            } else {
                Err("its record is not one of this scenario".to_owned())
            }
        }
        Outcome::Failed(why) => Err(why),
    }
}
