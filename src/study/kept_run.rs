use crate::analysis::Kept;
use crate::experiment::UnitOutcome;
use crate::record::Setting;

/// What was kept of a run of this setting with so many headlines, or why there is nothing.
pub(super) fn kept_run(outcome: UnitOutcome, setting: &Setting, headlines: usize) -> Result<Kept, String> {
    match outcome {
        UnitOutcome::Run(bytes) => {
            let kept = Kept::from_bytes(&bytes).ok_or_else(|| "its record could not be read".to_owned())?;
            if kept.fits(setting, headlines) {
                Ok(kept)
            } else {
                Err("its record is not one of this scenario".to_owned())
            }
        }
        UnitOutcome::Failed(why) => Err(why),
    }
}
