use super::arguments::DescribeArguments;
use super::command_error::CommandError;
use super::scenario_argument::study;
use super::terminal::print_output;
use crate::scenario::Reach;
use crate::study::describe as description;

/// `safsim describe`.
pub(super) fn describe(options: &DescribeArguments) -> Result<(), CommandError> {
    let study = study(&options.scenario, &options.set, Reach::of(options.confined))?;
    print_output(description(&study))
}
