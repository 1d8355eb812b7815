use clap::Args;
use clap_complete::Shell;

/// `completions`.
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  safsim completions bash > ~/.local/share/bash-completion/completions/safsim
  safsim completions zsh > ~/.zfunc/_safsim
  safsim completions fish > ~/.config/fish/completions/safsim.fish",
    after_help = "See also: safsim man"
)]
pub(in crate::cli) struct CompletionArguments {
    /// The shell
    pub(in crate::cli) shell: Shell,
}
