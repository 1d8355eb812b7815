//! The help of every command: examples first, all of them right, in 80 columns.

use super::arguments::{Cli, Command};
use super::scenario_argument::study;
use crate::scenario::Reach;
use crate::study::{catalogue, chosen_findings};
use clap::{CommandFactory, Parser};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// Name and help of every command, as a terminal of so many columns shows it.
fn helps(columns: usize) -> Vec<(String, String)> {
    let mut cli = Cli::command().term_width(columns.min(80));
    cli.build();
    let mut helps = vec![("safsim".to_owned(), cli.render_long_help().to_string())];
    let commands: Vec<clap::Command> = cli.get_subcommands().filter(|one| one.get_name() != "help").cloned().collect();
    for mut command in commands {
        helps.push((command.get_name().to_owned(), command.render_long_help().to_string()));
        helps.push((command.get_name().to_owned(), command.render_help().to_string()));
    }
    helps
}

/// The commands among the examples, without what a shell does with them.
fn examples(help: &str) -> Vec<String> {
    let lines = help.lines().skip(1).take_while(|line| !line.is_empty());
    let commands = lines.filter_map(|line| line.strip_prefix("  ").filter(|line| line.starts_with("safsim")));
    let alone = |command: &str| {
        let shell = ["  ", " > ", " < ", " | "].iter().filter_map(|end| command.find(end)).min();
        command[..shell.unwrap_or(command.len())].to_owned()
    };
    commands.map(alone).collect()
}

#[test]
fn fits_eighty_columns_and_begins_with_examples() {
    for (name, help) in helps(80) {
        let wide: Vec<&str> = help.lines().filter(|line| line.width() > 80).collect();
        assert!(wide.is_empty(), "{name}: {wide:?}");
        assert!(help.starts_with("Examples:\n  safsim"), "{name}:\n{help}");
        assert!(!examples(&help).is_empty(), "{name}");
        assert!(help.contains("\nSee also: "), "{name}:\n{help}");
    }
}

/// An example is not broken by the edge of the terminal: what goes with it stands in its column.
#[test]
fn examples_are_told_from_their_comments() {
    for (name, help) in helps(80) {
        for line in help.lines().skip(1).take_while(|line| !line.is_empty()) {
            let is_comment = line.starts_with("          ");
            assert!(line.starts_with("  safsim") || is_comment, "{name}: {line:?} was broken");
        }
    }
}

#[test]
fn every_example_is_right() {
    let findings = catalogue(None).unwrap();
    for (name, help) in helps(80) {
        for example in examples(&help) {
            let cli = Cli::try_parse_from(example.split_whitespace());
            let cli = cli.unwrap_or_else(|error| panic!("{name}: {example}: {error}"));
            // Built-in scenarios are there, and have what is set.
            let loads = |scenario: &str, set: &[String]| {
                if scenario != "-" && !scenario.contains(".toml") {
                    assert!(
                        study(scenario, set, Reach::Anywhere).is_ok(),
                        "{name}: {example}: {:?}",
                        study(scenario, set, Reach::Anywhere).err()
                    );
                }
            };
            match cli.command.unwrap_or_default() {
                Command::Run(options) => loads(&options.scenario, &options.experiment.given.set),
                Command::Compare(options) => {
                    options.scenarios.iter().for_each(|one| loads(one, &options.experiment.given.set))
                }
                Command::Sweep(options) => loads(&options.scenario, &options.experiment.given.set),
                Command::Check(options) => options.scenarios.iter().for_each(|one| loads(one, &options.set)),
                Command::New(options) => loads(&options.from, &[]),
                Command::Evidence(options) => {
                    assert!(chosen_findings(&findings, &options.findings).is_ok(), "{example}")
                }
                _ => {}
            }
        }
    }
}

#[test]
fn what_to_see_also_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, help) in helps(80) {
        let (_, named) = help.split_once("\nSee also: ").unwrap();
        for one in named.split(',').map(|one| one.split_whitespace().collect::<Vec<_>>()) {
            match one.as_slice() {
                ["safsim", command, ..] => {
                    let is_known = Cli::command().get_subcommands().any(|known| known.get_name() == *command);
                    assert!(is_known || *command == "help", "{name}: safsim {command}");
                }
                [page] => assert!(root.join(page).is_file(), "{name}: {page}"),
                other => panic!("{name}: {other:?}"),
            }
        }
    }
}
