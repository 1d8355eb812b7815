//! docs/model.md, docs/results.md and the tables of the code (parameters, metrics, columns) say the same. `SAFSIM_BLESS=1
//! cargo test --test documentation` renews the generated parts of the pages.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use safsim::engine::{Engine, Observe};
use safsim::quantity::ShockSpan;
use safsim::record::{Event, Leaving, Metric, ShockKind};
use safsim::report::{PAGE_WORDS, column_reference, unmarked};
use safsim::scenario::definitions::{DEFINITIONS, Definition, Fixed};
use safsim::scenario::{Parameter, Parameters, Provenance, Source, Vocabulary, load, shorthands};

/// A page of `docs`.
fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

fn page() -> String {
    read("model.md")
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("docs/{name}: {error}"))
}

/// The page before, within and after the markers of `name`.
fn parts<'a>(page: &'a str, name: &str) -> (&'a str, &'a str, &'a str) {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, _) = page.split_once(&start).unwrap_or_else(|| panic!("no {start}"));
    let rest = &page[before.len() + start.len()..];
    let (within, _) = rest.split_once(&end).unwrap_or_else(|| panic!("no {end}"));
    let begin = before.len() + start.len();
    (&page[..begin], within, &page[begin + within.len()..])
}

/// Whether a page holds these generated parts; renews it if that is asked for.
fn hold(name: &str, generated: &[(String, String)]) {
    let mut page = read(name);
    let mut stale = vec![];
    for (marker, text) in generated {
        let (before, within, after) = parts(&page, marker);
        if within != text {
            stale.push(format!("{marker} should hold:\n{text}"));
            page = format!("{before}{text}{after}");
        }
    }
    if !stale.is_empty() {
        let renew = "is stale; renew it with SAFSIM_BLESS=1 cargo test --test documentation";
        let bless = env::var_os("SAFSIM_BLESS").is_some_and(|value| value == "1");
        assert!(bless, "docs/{name} {renew}\n{}", stale.join("\n"));
        // All at once: the other tests may be reading the page.
        let new = path(name).with_extension("md.new");
        fs::write(&new, &page).and_then(|()| fs::rename(&new, path(name))).expect("the page can be written");
    }
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

fn definition_table() -> String {
    let mut text =
        String::from("\n| Section | Name | Value | Why it is fixed | Meaning |\n| --- | --- | ---: | --- | --- |\n");
    for &Definition { name, section, value, fixed, meaning } in DEFINITIONS {
        let (value, why) = (value.replace('_', " "), fixed.name());
        writeln!(text, "| {section} | `{name}` | {value} | {why} | {meaning} |").expect("text");
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

/// What `safsim list TOPIC` says, as a table in Markdown: of these columns, with these heads.
fn listed(topic: &str, columns: &[(&str, &str)], keep: impl Fn(&csv::StringRecord) -> bool) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_safsim")).args(["list", topic, "--format", "csv"]).output();
    let output = output.expect("safsim runs");
    assert!(output.status.success(), "list {topic}");
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let header = reader.headers().expect("a header").clone();
    let place = |name: &str| header.iter().position(|column| column == name).expect("a column");
    let places: Vec<usize> = columns.iter().map(|(name, _)| place(name)).collect();
    let heads: Vec<&str> = columns.iter().map(|(_, head)| *head).collect();
    let mut text = format!("\n| {} |\n|{}\n", heads.join(" | "), " --- |".repeat(heads.len()));
    for row in reader.records().map(|row| row.expect("a row")).filter(keep) {
        let cell = |&at: &usize| match unmarked(&row[at]) {
            "TRUE" => "yes".to_owned(),
            "FALSE" => String::new(),
            cell => cell.strip_suffix(".0").unwrap_or(cell).to_owned(),
        };
        writeln!(text, "| {} |", places.iter().map(cell).collect::<Vec<_>>().join(" | ")).expect("text");
    }
    text.push('\n');
    text
}

/// What a model description must say for somebody to build the model again, besides its equations.
fn starting_points() -> Vec<(String, String)> {
    let all = |_: &csv::StringRecord| true;
    let skills = ["vision", "framing", "leveraging", "seizing", "risk_taking", "brokering", "external_support"];
    let sources =
        ["political", "economic", "norms", "values", "data"].map(|name| (format!("receptivity_{name}"), name));
    let means: Vec<(&str, &str)> = [("name", "Role")]
        .into_iter()
        .chain(skills.map(|name| (name, name)))
        .chain(sources.iter().map(|(column, name)| (column.as_str(), *name)))
        .collect();
    let roles = [
        ("name", "Role"),
        ("label", "Who"),
        ("group", "Group"),
        ("hierarchical", "h"),
        ("clinical", "Clinical"),
        ("spanner", "Spanner"),
        ("engagement", "Engagement"),
        ("programme_funded", "Paid by the programme"),
        ("disposition", "Disposition"),
        ("tenure", "Tenure"),
        ("reputation", "Reputation"),
        ("headroom", "Headroom"),
    ];
    let kinds = [
        ("name", "Kind"),
        ("label", "What"),
        ("complexity", "Complexity"),
        ("cost", "Cost"),
        ("cash_releasing", "Cash-releasing"),
        ("metric_alignment", "Metric alignment"),
        ("local_value", "Local value"),
        ("copyable", "Copied"),
        ("needs", "Needs"),
    ];
    let posts = [
        ("organisation", "Organisation"),
        ("kind", "Kind"),
        ("own_interest", "Own interest"),
        ("headroom", "Headroom"),
        ("role", "Role"),
        ("people", "People"),
    ];
    let settings =
        [("section", "Section"), ("key", "Key"), ("takes", "Takes"), ("default", "Default"), ("meaning", "Meaning")];
    let shocks = [("name", "Kind"), ("about", "About"), ("meaning", "What happens")];
    let mut kits = String::new();
    for kit in Vocabulary::built_in().kits.iter().map(|kit| kit.name.as_str()) {
        write!(kits, "\n**{kit}**\n{}", listed("posts", &posts, |row| &row[0] == kit)).expect("text");
    }
    let own = |row: &csv::StringRecord| !["[[regime]]", "[sweep]", "[outcome]"].contains(&&row[0]);
    [
        ("roles", listed("roles", &roles, all)),
        ("role means", listed("roles", &means, all)),
        ("kinds", listed("kinds", &kinds, all)),
        ("posts", kits),
        ("shocks", listed("shocks", &shocks, all)),
        ("settings", listed("settings", &settings, own)),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .to_vec()
}

#[test]
fn the_tables_are_up_to_date() {
    let tables =
        [("parameters", parameter_table(&page())), ("definitions", definition_table()), ("metrics", metric_table())];
    let tables = tables.map(|(name, table)| (name.to_owned(), table)).to_vec();
    hold("model.md", &[tables, starting_points()].concat());
}

/// docs/scenario-files.md: what a kind of shock takes.
fn shock_table() -> String {
    let mut text =
        "\n| Kind | What happens | `duration` | Magnitude 0 | Own settings |\n| --- | --- | --- | --- | --- |\n"
            .to_owned();
    for kind in ShockKind::ALL {
        let row = kind.row();
        let duration = match row.span {
            ShockSpan::AtOnce => "none",
            ShockSpan::ForGood => "none: for good",
            ShockSpan::GoodOrMonths => "0 is for good",
            ShockSpan::Months => "at least 1",
        };
        let settings = row.settings.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        let zero = row.anyway.map_or(String::new(), |anyway| format!("a mistake: {anyway}"));
        writeln!(text, "| `{}` | {} | {duration} | {zero} | {settings} |", row.name, row.does).expect("text");
    }
    text + "\n"
}

/// docs/scenario-files.md: what a word of `[rules]`, or of another `section`, stands for.
fn word_table(section: &str) -> String {
    let mut text = "\n| Key | Word | Means | Stands for |\n| --- | --- | --- | --- |\n".to_owned();
    let mut titles = String::new();
    for one in shorthands() {
        let Some(key) = one.key.strip_prefix(section).and_then(|key| key.strip_prefix('.')) else { continue };
        for word in &one.words {
            let settings: Vec<String> = word.settings.iter().map(|(key, value)| format!("`{key} = {value}`")).collect();
            writeln!(text, "| `{key}` | `{}` | {} | {} |", word.name, word.meaning, settings.join(", ")).expect("text");
        }
        if !one.adapted.is_empty() {
            writeln!(titles, "| `{key}` | {} | {} |", one.title, one.adapted).expect("text");
        }
    }
    let head = if titles.is_empty() { "" } else { "\n| Key | Rule | As adapted |\n| --- | --- | --- |\n" };
    format!("{text}{head}{titles}\n")
}

#[test]
fn what_words_stand_for_is_up_to_date() {
    let table = |name: &str, section| (name.to_owned(), word_table(section));
    hold("scenario-files.md", &[table("rules", "rules"), table("purposes", "programme")]);
}

#[test]
fn the_kinds_of_shock_are_up_to_date() {
    hold("scenario-files.md", &[("shocks".to_owned(), shock_table())]);
}

/// What a kind does to a site is an equation, which nobody can write but by hand.
#[test]
fn every_kind_of_shock_has_its_equation() {
    let page = page();
    let (_, rest) = page.split_once("\n| Kind | Objective part |\n| --- | --- |\n").expect("the table of section 6.1");
    let rows = rest.lines().take_while(|line| line.starts_with('|'));
    let kinds: Vec<&str> = rows.filter_map(|line| line.split('`').nth(1)).collect();
    assert_eq!(kinds, ShockKind::ALL.map(ShockKind::name));
}

#[test]
fn the_words_of_the_pages_are_up_to_date() {
    let mut text = String::from("\n| Word | Also said | In everyday words |\n| --- | --- | --- |\n");
    for word in PAGE_WORDS {
        let name = word.name.to_lowercase();
        let also: Vec<&str> =
            word.forms.iter().copied().filter(|form| !name.contains(form.trim_end_matches('s'))).collect();
        writeln!(text, "| {} | {} | {} |", word.name, also.join(", "), word.means).expect("text");
    }
    text.push('\n');
    hold("glossary.md", &[("page words".to_owned(), text)]);
}

/// docs/results.md says of every column what the code says that writes it.
#[test]
fn the_columns_are_up_to_date() {
    let tables: Vec<(String, String)> =
        column_reference().into_iter().map(|(table, text)| (format!("columns: {table}"), text)).collect();
    hold("results.md", &tables);
}

#[test]
fn every_parameter_stands_in_the_text_of_its_section() {
    let page = page();
    let text = page.replace(parts(&page, "parameters").1, "");
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

/// A number as the text may have it: in digits, or in words where it is small.
fn in_words(value: &str) -> Vec<String> {
    let digits = value.trim_end_matches(".0").replace('_', " ");
    let words: &[&str] = match digits.as_str() {
        "2" => &["two"],
        "3" => &["three"],
        "4" => &["four"],
        "5" => &["five"],
        "9" => &["nine"],
        "24" => &["two years"],
        "0.5" => &["half"],
        _ => &[],
    };
    words.iter().map(|word| (*word).to_owned()).chain([digits]).collect()
}

/// What is fixed for the sake of rounding or of pictures alone may stand in the list alone.
#[test]
fn every_definition_stands_in_the_text_of_its_section() {
    let page = page();
    let mut text = page.clone();
    for table in ["parameters", "definitions", "metrics"] {
        text = text.replace(parts(&page, table).1, "");
    }
    let missing = DEFINITIONS.iter().filter(|row| row.fixed != Fixed::Show).filter(|row| {
        let starts = [format!("\n## {} ", row.section), format!("\n### {} ", row.section)];
        let (_, rest) = starts.iter().find_map(|start| text.split_once(start.as_str())).expect("its section");
        let section = rest.split("\n## ").next().unwrap_or(rest);
        let section =
            if row.section.contains('.') { section.split("\n### ").next().unwrap_or(section) } else { section };
        let words: BTreeSet<&str> =
            section.split(|c: char| !c.is_alphanumeric() && c != '.').map(|w| w.trim_matches('.')).collect();
        !in_words(row.value)
            .iter()
            .any(|form| if form.contains(' ') { section.contains(form) } else { words.contains(form.as_str()) })
    });
    let missing: Vec<_> =
        missing.map(|row| format!("{} = {} (section {})", row.name, row.value, row.section)).collect();
    assert!(missing.is_empty(), "docs/model.md does not say:\n{}", missing.join("\n"));
}

/// In sections 5 and 6 code font is kept for names, so a parameter that was renamed or removed is noticed: names with an
/// underscore that stand in an equation must be parameters, kinds of shock, or on this list.
const OTHER_NAMES: &[&str] = &[
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
        .filter(|name| Parameters::find(name).is_none() && ShockKind::named(name).is_none())
        .filter(|name| !OTHER_NAMES.contains(name))
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

/// The row of `event` in docs/results.md, and the words in it between back quotes after "`why`".
fn documented_whys(event: &str) -> BTreeSet<String> {
    let page = read("results.md");
    let row = page.lines().find(|line| line.starts_with(&format!("| `{event}` | "))).expect("a row");
    let told = row.split_once("`why`").map_or("", |(_, told)| told);
    told.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Every reason for a departure stands in the documentation, and every one that stands there is given by a run.
#[test]
fn reasons_of_departures_are_those_of_the_documentation() {
    let names = Leaving::all().map(|leaving| leaving.name().to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(documented_whys("left"), names);
    let mut given = BTreeSet::new();
    // Departures are told of those who lead: Ann as well.
    let leads = "site.one-way.actor.Ann.role=director".to_owned();
    for (name, sets) in [("six-sites", &[][..]), ("staff-loss", &[]), ("tests/baseline/every-process.toml", &[leads])] {
        let scenario = load(&Source::named(name), sets).unwrap();
        let observe = Observe { events: true, ..Observe::default() };
        let engine = Engine::new(&scenario);
        // Whoever is to leave may have left before in one of them.
        for replicate in 0..4 {
            given.extend(engine.run(1, replicate, &observe).events.iter().filter_map(Event::leaving));
        }
    }
    assert_eq!(given, Leaving::all().collect());
}

/// What lesson 1 says of ends is the rule of the model.
#[test]
fn the_rule_of_ending_is_that_of_the_code() {
    let p = Parameters::default();
    assert_eq!((p.ended_scale, p.ended_months, p.ended_age), (0.05, 3.0, 9.0), "the rule has changed: mend the lesson");
    let lesson = read("lessons/1-a-survival-curve.md").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(lesson.contains("three months in a row below a twentieth of full scale, at an age of nine months or more"));
}
