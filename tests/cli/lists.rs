//! `list`, `schema`, `completions`, help.

use crate::program::{Home, program};
use safsim::analysis::Headline;
use safsim::record::Metric;
use safsim::scenario::Parameters;
use std::io::Read;
use std::process::Stdio;

#[test]
fn every_topic_as_text_and_as_a_table() {
    let home = Home::new();
    let everything = home.done("list");
    let topics = ["scenarios", "kinds", "shocks", "parameters", "roles", "kits", "metrics"];
    for topic in topics {
        let text = home.done(&format!("list {topic}"));
        assert!(everything.contains(&text), "{topic}");
        let table = home.done(&format!("list {topic} --format csv"));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<_> = reader.records().collect::<Result<_, _>>().expect("tidy");
        let expected = match topic {
            "kinds" => 18,
            "shocks" => 12,
            "roles" => 19,
            "kits" => 6,
            "parameters" => Parameters::TABLE.len(),
            "metrics" => Metric::ALL.len() + Headline::all(&[]).len(),
            _ => rows.len().max(1),
        };
        assert_eq!(rows.len(), expected, "{topic}");
    }
    home.refused("list nonsense", 2, &["parameters"]);
    home.refused("list --format csv", 2, &["one topic"]);
}

#[test]
fn a_reader_may_leave_early() {
    let mut child = program().arg("list").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_standard_output_is_told() {
    for arguments in [["list", "kinds"], ["completions", "bash"], ["check", "six-sites"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = program().args(arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert_eq!(
            String::from_utf8_lossy(&output.stderr),
            "error: could not write to standard output: the disk is full\n"
        );
    }
}

#[test]
fn the_schema_is_json() {
    let schema: serde_json::Value = serde_json::from_str(&Home::new().done("schema")).unwrap();
    assert!(schema["properties"]["site"].is_object());
}

#[test]
fn completions_for_every_shell() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(home.done(&format!("completions {shell}")).contains("replicates"), "{shell}");
    }
    home.refused("completions csh", 2, &["bash"]);
}

#[test]
fn help_begins_with_examples() {
    let home = Home::new();
    for line in [
        "--help",
        "run --help",
        "compare --help",
        "sweep --help",
        "evidence --help",
        "explain --help",
        "check --help",
        "new --help",
        "list --help",
        "completions --help",
    ] {
        assert!(home.done(line).starts_with("Examples:\n  safsim"), "{line}");
    }
    assert_eq!(home.done("--version"), format!("safsim {}\n", env!("CARGO_PKG_VERSION")));
    home.refused("chek", 2, &["check"]);
    home.refused("explian", 2, &["unrecognized subcommand", "explain"]);
}
