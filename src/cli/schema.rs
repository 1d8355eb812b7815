use super::command_error::CommandError;
use super::terminal::print_output;
use crate::scenario::json_schema;

/// `safsim schema`.
pub(super) fn schema() -> Result<(), CommandError> {
    print_output(format!("{:#}\n", json_schema()))
}
