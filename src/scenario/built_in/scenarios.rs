use crate::diagnostics::{SourceText, Sources};
use crate::scenario::grammar::folder_fault;
use crate::scenario::raw::parse_document;
use std::sync::LazyLock;

/// A scenario that is part of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its name.
    pub name: &'static str,
    /// The whole file.
    pub text: &'static str,
    /// What it asks, in one line.
    pub question: String,
    /// The command that it is made for: `run`, `compare` or `sweep`.
    pub command: &'static str,
}

macro_rules! scenarios {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../scenarios/", $name, ".toml"))),)*]
    };
}

/// Names and texts, the default first.
const TEXTS: &[(&str, &str)] = scenarios! {
    "six-sites" "single-site" "funding-regimes" "staff-loss" "metric-narrowing" "board-or-champion" "policy-shift" "copying"
    "place-or-system" "award-by-horizon" "simple-rules" "four-pilots" "fifty-vanguards" "workforce"
};

macro_rules! scenarios_beyond {
    ($($name:literal: $path:literal)*) => {
        &[$(($name, include_str!(concat!("../../../scenarios/beyond/", $path, ".toml"))),)*]
    };
}

/// Examples of fields beyond health, and behind them the fields that they stand on.
const TEXTS_BEYOND: &[(&str, &str)] = scenarios_beyond! {
    "school-pilot": "school-pilot" "energy-fund": "energy-fund" "safeguarding-hubs": "safeguarding-hubs"
    "school-field": "findings/base/school-field" "energy-field": "findings/base/energy-field"
    "safeguarding-field": "findings/base/safeguarding-field"
};
/// How many of these are examples.
const EXAMPLES_BEYOND: usize = 3;

static BUILT_INS: LazyLock<Vec<BuiltIn>> = LazyLock::new(|| TEXTS.iter().copied().map(of_text).collect());
static BEYOND: LazyLock<Vec<BuiltIn>> = LazyLock::new(|| TEXTS_BEYOND.iter().copied().map(of_text).collect());

fn of_text((name, text): (&'static str, &'static str)) -> BuiltIn {
    BuiltIn { name, text, question: question(text), command: command(text) }
}

/// All built-in scenarios, the default first.
#[must_use]
pub fn built_ins() -> &'static [BuiltIn] {
    &BUILT_INS
}

/// Examples from other fields than that of the built-in vocabulary, which are part of the program too.
#[must_use]
pub fn examples_beyond() -> &'static [BuiltIn] {
    &BEYOND[..EXAMPLES_BEYOND]
}

/// The one of that name, an example from another field and what that stands on included.
pub(in crate::scenario) fn built_in(name: &str) -> Option<&'static BuiltIn> {
    BUILT_INS.iter().chain(BEYOND.iter()).find(|one| one.name == name)
}

/// The name of the built-in scenario in a file of that path.
pub(in crate::scenario) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn command(text: &str) -> &'static str {
    let has = |section: &str| text.lines().any(|line| line.starts_with(section));
    if has("[[regime]]") {
        "compare"
    } else if has("[sweep") {
        "sweep"
    } else {
        "run"
    }
}

fn question(text: &str) -> String {
    let id = Sources::default().add(SourceText { name: String::new(), text: String::new(), lines: true });
    let document = parse_document(id, text).ok();
    let table = document.as_ref().and_then(|node| node.value.table());
    let question = table.and_then(|table| table.get("question").or_else(|| table.get("description")));
    let text = question.and_then(|node| node.value.text()).unwrap_or("");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The file of the built-in scenario `template` under a new name, comments and all, to start one's own from.
///
/// `None` if there is no such template, or if `new_name` is no name for a scenario: letters, digits, `-` and `_`, and a folder may have it.
#[must_use]
pub fn starter(template: &str, new_name: &str) -> Option<String> {
    if folder_fault(new_name).is_some() {
        return None;
    }
    let text = built_in(template)?.text;
    let mut done = false;
    let lines = text.split_inclusive('\n').map(|line| {
        if !done && line.trim_start().starts_with("name") && line.contains('=') {
            done = true;
            format!("name = \"{new_name}\"\n")
        } else if let Some(base) = line.strip_prefix("extends = \"").and_then(|rest| Some(rest.split_once('"')?.0)) {
            // A path would count from the new file.
            format!("extends = \"{}\"\n", stem(base))
        } else {
            line.to_owned()
        }
    });
    Some(lines.collect())
}
