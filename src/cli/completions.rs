use super::arguments::{Cli, CompletionArguments};
use super::command_error::CommandError;
use super::suggested::BUILT_INS;
use super::terminal::print_output;
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use std::fmt::Write;

/// `safsim completions`.
pub(super) fn completions(options: &CompletionArguments) -> Result<(), CommandError> {
    print_output(script(options.shell))
}

/// The script for a shell. Where a scenario is meant, names of built-in ones are offered as well as files: bash does both by
/// itself, zsh and fish have to be told.
fn script(shell: Shell) -> String {
    let mut command = Cli::command();
    let mut script = vec![];
    clap_complete::generate(shell, &mut command, "safsim", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    match shell {
        Shell::Zsh => names_or_files(&script),
        Shell::Fish => script + &values_of_positionals(&command),
        _ => script,
    }
}

/// zsh offers the names alone: a function of ours offers both.
fn names_or_files(script: &str) -> String {
    let names = format!("({})", BUILT_INS.values().join(" "));
    let both = format!(
        "_safsim_scenarios() {{\n    _alternative 'scenarios:built-in scenario:{names}' 'files:scenario file:_files -g \"*.toml\"'\n}}\n\n"
    );
    let mut text = String::new();
    for line in script.split_inclusive('\n') {
        if line.starts_with("if [ \"$funcstack[1]\"") {
            text += &both;
        }
        let is_option = line.trim_start().starts_with("'-");
        text += &if is_option { line.to_owned() } else { line.replace(&format!(":{names}'"), ":_safsim_scenarios'") };
    }
    text
}

/// What fish is to offer for arguments that are no options.
fn values_of_positionals(command: &Command) -> String {
    let mut text = String::new();
    for command in command.get_subcommands() {
        let values = command.get_positionals().flat_map(|argument| argument.get_value_parser().possible_values());
        let values: Vec<String> = values.flatten().map(|value| value.get_name().to_owned()).collect();
        if !values.is_empty() {
            // Writing to a text cannot fail.
            let _ = writeln!(
                text,
                "complete -c safsim -n \"__fish_safsim_using_subcommand {}\" -a \"{}\"",
                command.get_name(),
                values.join(" ")
            );
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::script;
    use clap_complete::Shell;
    use std::io::Write;
    use std::process::{Command, Stdio};

    #[test]
    fn built_in_scenarios_and_findings_are_offered_beside_files() {
        let bash = script(Shell::Bash);
        let run =
            bash.split("safsim__subcmd__run)").nth(1).unwrap_or_else(|| bash.split("safsim__run)").nth(1).unwrap());
        let run = run.split("esac").next().unwrap();
        assert!(run.contains("six-sites") && run.contains("--replicates"), "{run}");
        assert!(bash.contains("minimum SH") || bash.contains(" SH "), "{bash}");
        let zsh = script(Shell::Zsh);
        assert_eq!(zsh.matches("_safsim_scenarios()").count(), 1);
        assert!(zsh.matches(":_safsim_scenarios'").count() >= 4, "run, compare, sweep, check");
        assert!(zsh.contains(":TEMPLATE:(") && zsh.contains("_files -/"), "{zsh}");
        let fish = script(Shell::Fish);
        for (command, value) in [("run", "six-sites"), ("evidence", "minimum"), ("list", "parameters")] {
            let condition = format!("__fish_safsim_using_subcommand {command}\" -a \"");
            let offered = fish.lines().find_map(|line| line.split_once(&condition));
            assert!(offered.is_some_and(|(_, values)| values.contains(value)), "{command}");
        }
        assert!(fish.contains("function __fish_safsim_using_subcommand"), "the condition is the script's own");
    }

    /// With the shells that are there; bash is.
    #[test]
    fn shells_can_read_their_scripts() {
        for (shell, name) in [(Shell::Bash, "bash"), (Shell::Zsh, "zsh"), (Shell::Fish, "fish")] {
            let started = Command::new(name).arg("-n").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn();
            let Ok(mut child) = started else { continue };
            child.stdin.take().unwrap().write_all(script(shell).as_bytes()).unwrap();
            let said = child.wait_with_output().unwrap();
            assert!(said.status.success(), "{name}: {}", String::from_utf8_lossy(&said.stderr));
        }
    }
}
