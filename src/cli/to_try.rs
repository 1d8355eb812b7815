use super::command_error::CommandError;
use crate::live::knob_panel;

/// What there is to turn in a report, unless it is to be without the program.
pub(super) fn to_try(no_live: bool) -> Result<Option<String>, CommandError> {
    if no_live { Ok(None) } else { knob_panel().map(Some).map_err(CommandError::Failed) }
}
