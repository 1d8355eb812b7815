use super::terminal::say;
use super::trouble::Trouble;
use crate::scenario::json_schema;

/// `safsim schema`.
pub(super) fn schema() -> Result<(), Trouble> {
    say(format!("{:#}\n", json_schema()))
}
