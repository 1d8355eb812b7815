use super::arguments::{Cli, CompletionOptions};
use super::terminal::say;
use super::trouble::Trouble;
use clap::CommandFactory;

/// `safsim completions`.
pub(super) fn completions(options: &CompletionOptions) -> Result<(), Trouble> {
    let mut script = vec![];
    clap_complete::generate(options.shell, &mut Cli::command(), "safsim", &mut script);
    say(&String::from_utf8_lossy(&script))
}
