//! `list`, `schema`, `completions`, help.

use crate::program::{Home, program};
use safsim::analysis::Headline;
use safsim::record::Metric;
use safsim::report::unmarked;
use safsim::scenario::{Parameters, ShockKind, default_scenario, settings, shorthands};
use std::io::Read;
use std::process::Stdio;

#[test]
fn every_topic_as_text_and_as_a_table() {
    let home = Home::new();
    let everything = home.done("list");
    let topics =
        ["scenarios", "kinds", "shocks", "parameters", "roles", "kits", "posts", "rules", "settings", "metrics"];
    for topic in topics {
        let text = home.done(&format!("list {topic}"));
        assert!(everything.contains(&text), "{topic}");
        let table = home.done(&format!("list {topic} --format csv"));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<_> = reader.records().collect::<Result<_, _>>().expect("tidy");
        let expected = match topic {
            "kinds" => 18,
            "shocks" => ShockKind::ALL.len(),
            "roles" => 19,
            "kits" => 6,
            "posts" => rows.len().max(100),
            "rules" => shorthands().iter().map(|one| one.words.len()).sum(),
            "settings" => settings().len(),
            "parameters" => Parameters::TABLE.len(),
            "metrics" => Metric::ALL.len() + Headline::all(&[]).len(),
            _ => rows.len().max(1),
        };
        assert_eq!(rows.len(), expected, "{topic}");
    }
    home.refused("list nonsense", 2, &["parameters"]);
    home.refused("list --format csv", 2, &["one topic"]);
}

/// Everything that a role and a kind are made of stands in the table, as the scenario has it.
#[test]
fn lists_are_whole_and_exact() {
    let home = Home::new();
    let table = |topic: &str| -> Vec<std::collections::BTreeMap<String, String>> {
        let text = home.done(&format!("list {topic} --format csv"));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let row = |row: csv::StringRecord| {
            columns.iter().map(str::to_owned).zip(row.iter().map(|cell| unmarked(cell).to_owned())).collect()
        };
        reader.records().map(|record| row(record.unwrap())).collect()
    };
    let scenario = default_scenario();
    for (role, row) in scenario.roles.iter().zip(table("roles")) {
        assert_eq!(row["name"], role.name);
        assert_eq!(row["risk_taking"].parse(), Ok(role.skills[4].get()));
        assert_eq!(row["receptivity_data"].parse(), Ok(role.receptivity[4].get()));
        assert_eq!(row["tenure"].parse(), Ok(role.tenure));
        assert_eq!((row["clinical"] == "TRUE", row["spanner"] == "TRUE"), (role.clinical, role.spanner));
        assert_eq!(row.values().filter(|cell| cell.parse::<f64>().is_ok()).count(), 17);
    }
    for (kind, row) in scenario.kinds.iter().zip(table("kinds")) {
        assert_eq!((&row["name"], row["cost"].parse()), (&kind.name, Ok(kind.attributes.cost)));
        assert_eq!(row["copyable"] == "TRUE", kind.copyable);
    }
    let posts = table("posts");
    let people = |kit: &str| -> u32 {
        posts.iter().filter(|row| row["kit"] == kit).map(|row| row["people"].parse::<u32>().unwrap()).sum()
    };
    for kit in table("kits") {
        assert_eq!(kit["people"], people(&kit["name"]).to_string(), "{}", kit["name"]);
    }
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
fn the_manual_has_a_page_for_every_command() {
    let home = Home::new();
    let main = home.done("man");
    assert!(main.contains(".TH SAFSIM 1") && main.contains(".SH \"EXIT STATUS\""), "{main}");
    assert!(home.done("man --out pages/man1").starts_with("wrote "));
    assert_eq!(home.read("pages/man1/safsim.1"), main);
    assert!(home.read("pages/man1/safsim-compare.1").contains("until\\-precise"));
    // Where groff is there, it has nothing to say against any of them.
    for page in std::fs::read_dir(home.path("pages/man1")).unwrap() {
        let path = page.unwrap().path();
        let groff = std::process::Command::new("groff").args(["-man", "-Tutf8", "-ww", "-z"]).arg(&path).output();
        let Ok(said) = groff else { continue };
        let told = String::from_utf8_lossy(&said.stderr);
        assert!(said.status.success() && told.is_empty(), "{}: {told}", path.display());
    }
    home.write("file", "");
    home.refused("man --out file/pages", 1, &["could not write to file/pages"]);
}

/// What a terminal would show in bold or colour is plain text for everybody else.
#[test]
fn a_summary_has_no_codes_unless_they_are_asked_for() {
    let home = Home::new();
    home.write("town.toml", &crate::small::town("town"));
    let piped = home.safsim("run town.toml -n 2 --out plain").out;
    let forced = home.safsim("run town.toml -n 2 --out plain --color always --force").out;
    let never = home.safsim("run town.toml -n 2 --out plain --color never --force").out;
    assert!(!piped.contains('\u{1b}') && piped.starts_with("town: 1 site"), "{piped:?}");
    assert!(!piped.contains(|c| ('\u{fdd0}'..='\u{fdef}').contains(&c)), "a mark is left in {piped:?}");
    assert_eq!(piped, never);
    assert!(forced.starts_with("\u{1b}[1mtown: 1 site"), "{forced:?}");
    let mut stripped = String::new();
    for part in forced.split('\u{1b}') {
        stripped += part.split_once('m').filter(|_| part.starts_with('[')).map_or(part, |(_, text)| text);
    }
    assert_eq!(stripped, piped);
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
        "schema --help",
        "report --help",
        "man --help",
    ] {
        assert!(home.done(line).starts_with("Examples:\n  safsim"), "{line}");
    }
    assert_eq!(
        home.done("--version"),
        format!("safsim {} (model {})\n", env!("CARGO_PKG_VERSION"), safsim::engine::MODEL)
    );
    home.refused("chek", 2, &["check"]);
    home.refused("explian", 2, &["unrecognized subcommand", "explain"]);
}
