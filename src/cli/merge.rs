use super::arguments::MergeArguments;
use super::command_error::CommandError;
use super::print_results::closing;
use super::shown::Shown;
use super::study_options::machine_options;
use super::terminal::print_output;
use super::terminal_listener::TerminalListener;
use super::to_try::to_try;
use crate::study::{Options, merge as put_together};

/// `safsim merge`.
pub(super) fn merge(options: &MergeArguments, quiet: bool) -> Result<(), CommandError> {
    let listener = TerminalListener::new(quiet);
    let panel = to_try(options.no_live)?;
    let asked = machine_options(options.threads, options.memory.memory, &listener);
    let asked = Options { live: panel.as_deref(), ..asked };
    let merged = put_together(&options.shards, &options.out, options.force, &asked).map_err(CommandError::from);
    let merged = listener.result_of(merged)?;
    if quiet {
        return Ok(());
    }
    print_output(Shown::from(&merged.summary()).and("\n").and(closing(&options.out)))
}
