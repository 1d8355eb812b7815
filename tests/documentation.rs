//! docs/model.md and the tables of the code (parameters, metrics) say the same. `SAFSIM_BLESS=1 cargo test --test
//! documentation` renews the generated parts of the page.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use safsim::record::Metric;
use safsim::scenario::{Parameter, Parameters, Provenance};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/model.md")
}

fn page() -> String {
    fs::read_to_string(path()).expect("docs/model.md can be read")
}

/// The page before, within and after the markers of `name`.
fn parts<'a>(page: &'a str, name: &str) -> (&'a str, &'a str, &'a str) {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, _) = page.split_once(&start).unwrap_or_else(|| panic!("docs/model.md has no {start}"));
    let rest = &page[before.len() + start.len()..];
    let (within, _) = rest.split_once(&end).unwrap_or_else(|| panic!("docs/model.md has no {end}"));
    let begin = before.len() + start.len();
    (&page[..begin], within, &page[begin + within.len()..])
}

fn source(provenance: Provenance) -> String {
    match provenance {
        Provenance::Report(place) => format!("report: {place}"),
        Provenance::Published(place) => format!("published: {place}"),
        Provenance::Assumption => "assumption".to_owned(),
    }
}

/// At most four digits after the point, without closing zeros.
fn number(value: f64) -> String {
    let text = format!("{:.4}", value);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn section_title<'a>(page: &'a str, section: &str) -> Option<&'a str> {
    let starts = [format!("## {section} "), format!("### {section} ")];
    page.lines().find_map(|line| starts.iter().find_map(|start| line.strip_prefix(start.as_str())))
}

fn parameter_table(page: &str) -> String {
    let mut text = String::from("\n");
    let mut section = "";
    for row in Parameters::TABLE {
        let &Parameter { name, unit, meaning, provenance, .. } = row;
        if row.section != section {
            section = row.section;
            let title = section_title(page, section).unwrap_or("?");
            let gap = if text.len() > 1 { "\n" } else { "" };
            writeln!(text, "{gap}**Section {section}: {title}**\n").expect("text");
            text.push_str("| Name | Default | Plausible range | Unit | Source | Meaning |\n");
            text.push_str("| --- | ---: | --- | --- | --- | --- |\n");
        }
        let (low, high) = row.plausible();
        let (default, low, high) = (number(row.default), number(low), number(high));
        let source = source(provenance);
        writeln!(text, "| `{name}` | {default} | {low} to {high} | {unit} | {source} | {meaning} |").expect("text");
    }
    text.push('\n');
    text
}

fn metric_table() -> String {
    let mut text = String::from("\n| Name | Unit | All sites | Meaning |\n| --- | --- | --- | --- |\n");
    for metric in Metric::ALL {
        let together = metric.pooling().name();
        let (name, unit, meaning) = (metric.name(), metric.unit(), metric.meaning());
        writeln!(text, "| `{name}` | {unit} | {together} | {meaning} |").expect("text");
    }
    text.push('\n');
    text
}

#[test]
fn the_tables_are_up_to_date() {
    let mut page = page();
    for (name, table) in [("parameters", parameter_table(&page)), ("metrics", metric_table())] {
        let (before, within, after) = parts(&page, name);
        if within != table {
            let renew = "docs/model.md is stale; renew it with SAFSIM_BLESS=1 cargo test --test documentation";
            let bless = env::var_os("SAFSIM_BLESS").is_some_and(|value| value == "1");
            assert!(bless, "{renew}\n{name} should hold:\n{table}");
            page = format!("{before}{table}{after}");
            // All at once: the other tests may be reading the page.
            let new = path().with_extension("md.new");
            fs::write(&new, &page).and_then(|()| fs::rename(&new, path())).expect("docs/model.md can be written");
        }
    }
}

#[test]
fn every_parameter_stands_in_the_text_of_its_section() {
    let page = page();
    let (text, ..) = parts(&page, "parameters");
    let mut missing = Vec::new();
    for row in Parameters::TABLE {
        let starts = [format!("\n## {} ", row.section), format!("\n### {} ", row.section)];
        let found = starts.iter().find_map(|start| text.split_once(start.as_str()));
        let (_, rest) = found.unwrap_or_else(|| panic!("docs/model.md has no section {}", row.section));
        let section = rest.split("\n## ").next().unwrap_or(rest).split("\n### ").next().unwrap_or(rest);
        if !section.contains(&format!("`{}`", row.name)) {
            missing.push(format!("{} (section {})", row.name, row.section));
        }
    }
    assert!(missing.is_empty(), "docs/model.md does not use:\n{}", missing.join("\n"));
}

/// In sections 5 and 6 code font is kept for names, so a parameter that was renamed or removed is noticed: names with an
/// underscore that stand in an equation must be parameters, or be on this list.
const OTHER_NAMES: &[&str] = &[
    "funding_cut",
    "funding_withdrawal",
    "award_below_bid",
    "funding_delay",
    "price_change",
    "staff_loss",
    "leadership_change",
    "metric_narrowing",
    "policy_shift",
    "legislation_change",
    "new_entrant",
    "demand_surge",
    "metric_alignment",
    "cash_releasing",
    "core_share",
    "local_value",
    "risk_taking",
    "external_support",
    "own_interest",
    "metric_focus",
    "successor_start",
    "account_managers",
    "learning_event_every",
    "follow_on_expected",
    "metric_effect",
    "programme_funded",
];

#[test]
fn the_text_names_no_parameter_that_is_gone() {
    let page = page();
    let (text, ..) = parts(&page, "parameters");
    let details = text.split_once("\n## 5 ").expect("section 5").1;
    let names: BTreeSet<&str> = details.split('`').skip(1).step_by(2).collect();
    let is_name = |n: &&str| n.contains('_') && n.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let gone: Vec<&str> = names
        .into_iter()
        .filter(is_name)
        .filter(|name| Parameters::find(name).is_none() && !OTHER_NAMES.contains(name))
        .collect();
    assert!(gone.is_empty(), "docs/model.md names parameters that do not exist: {gone:?}");
}

/// docs/scenarios.md has a section for every built-in scenario, with the command that it is made for.
#[test]
fn every_built_in_scenario_has_its_section() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scenarios.md")).unwrap();
    for one in safsim::scenario::built_ins() {
        let title = format!("\n## `{}`\n", one.name);
        let at = page.find(&title).unwrap_or_else(|| panic!("no section for {}", one.name));
        let section = &page[at + 4..];
        let section = &section[..section.find("\n## ").unwrap_or(section.len())];
        let command = format!("`safsim {} {}`", one.command, one.name);
        assert!(section.contains(&command), "the section of {} does not say {command}", one.name);
    }
}

#[test]
fn the_page_describes_the_model_that_runs() {
    let says = format!("What this page describes is model {} (", safsim::engine::MODEL);
    assert!(page().contains(&says), "docs/model.md does not say: {says}");
}
