use super::blame::Culprit;
use super::read_branch::{branch_at, parted};
use super::{Base, BudgetNeutral, Regime};
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Scenario;
use crate::scenario::entries::Fields;
use crate::scenario::grammar::Form;
use crate::scenario::layers::Setting;
use crate::scenario::raw::{Entry, Table, Value};
use crate::scenario::resolve::{MOST_PARTS, parts};
use std::collections::BTreeMap;

/// A regime, its document, and where its settings stand.
pub(in crate::scenario) struct ReadRegime {
    pub regime: Regime,
    pub document: Table,
    pub culprit: Culprit,
    /// Where its name stands.
    pub name: Span,
}

/// Regimes that are read at most; fewer can be compared.
const MOST_REGIMES: usize = 1000;

/// The regimes of a file whose shape is right.
pub(in crate::scenario) fn read_regimes(
    file: &Fields<'_>,
    base: &Base<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<ReadRegime> {
    let mut names: BTreeMap<&str, Span> = BTreeMap::new();
    let mut regimes = Vec::new();
    let each: usize = base.scenario.map_or(1, |scenario| scenario.sites.iter().map(parts).sum());
    for (i, fields) in file.entries("regime").into_iter().enumerate() {
        if i == MOST_REGIMES {
            let message = format!("the scenario has more than {MOST_REGIMES} regimes");
            out.push(Diagnostic::at(fields.span, message).hint("a [sweep] has many points"));
            break;
        }
        if each.saturating_mul(i + 1) > 2 * MOST_PARTS {
            let message = "the regimes have too many sites in all";
            let note = format!(
                "{each} sites, organisations and initiatives, in {} regimes; {} are the most",
                i + 1,
                2 * MOST_PARTS
            );
            out.push(Diagnostic::at(fields.span, message).note(note));
            break;
        }
        let name = fields.text("name");
        if !fields.is_bad("name") {
            if let Some(first) = names.get(name) {
                let message = format!("two regimes are named \"{name}\"");
                out.push(Diagnostic::at(fields.span_of("name"), message).also(*first, "the first one"));
            }
            names.entry(name).or_insert(fields.span_of("name"));
        }
        regimes.push(regime(&fields, base, out));
    }
    regimes
}

fn regime(fields: &Fields<'_>, base: &Base<'_>, out: &mut Vec<Diagnostic>) -> ReadRegime {
    let name = fields.text("name");
    let set = fields.span_of("set");
    let place = if set.is_nowhere() { fields.span_of("name") } else { fields.key_span_of("set") };
    let entries = fields.given("set").and_then(|node| node.value.table()).map_or(&[][..], |table| &table.entries);
    let title = format!("in regime \"{name}\"");
    let before = out.len();
    let (document, scenario, culprit) = with_settings(entries, &title, place, base, out);
    let branch_at = branch_at(fields, base.scenario, out);
    let scenario = match (base.scenario, branch_at) {
        (Some(from), Some(month)) if out.len() == before => {
            parted(scenario, (from, month), (&title, culprit.place), fields, out)
        }
        _ => scenario,
    };
    refuse_late_budget(fields, &scenario, out);
    let regime = Regime {
        name: name.to_owned(),
        description: fields.text("description").to_owned(),
        budget_neutral: budget_neutral(fields),
        branch_at,
        scenario,
    };
    ReadRegime { regime, document, culprit, name: fields.span_of("name") }
}

/// The base with these settings laid over it: its document, its scenario, and what they are to a reader. A mistake that shows elsewhere is told at the only one of them, or else at
/// `place`.
pub(in crate::scenario) fn with_settings(
    entries: &[Entry],
    title: &str,
    place: Span,
    base: &Base<'_>,
    out: &mut Vec<Diagnostic>,
) -> (Table, Scenario, Culprit) {
    let mut settings = Vec::new();
    let mut places: BTreeMap<Vec<String>, Span> = BTreeMap::new();
    let mut probe = base.document.clone();
    for entry in entries {
        match setting(entry, base) {
            Ok(setting) => {
                let touched = setting.apply(&mut probe, &mut Vec::new());
                if let Some(first) = places.get(&touched).filter(|_| !touched.is_empty()) {
                    let message = format!("`{}` sets what is already set", entry.key);
                    out.push(Diagnostic::at(entry.key_span, message).also(*first, "here"));
                }
                places.entry(touched).or_insert(entry.key_span);
                settings.push(setting);
            }
            Err(mistake) => out.push(mistake),
        }
    }
    let culprit = Culprit {
        settings: entries.iter().map(|entry| entry.key_span.to(entry.node.span)).collect(),
        place: match entries {
            [only] => only.key_span.to(only.node.span),
            _ => place,
        },
        title: title.to_owned(),
    };
    let (document, scenario) = base.document_with(&settings, &culprit, out);
    (document, scenario, culprit)
}

/// `true` is the same as "spent".
fn budget_neutral(fields: &Fields<'_>) -> Option<BudgetNeutral> {
    match fields.maybe_text("budget_neutral") {
        Some("given") => Some(BudgetNeutral::Given),
        Some("spent") => Some(BudgetNeutral::Spent),
        _ => fields.flag("budget_neutral").then_some(BudgetNeutral::Spent),
    }
}

/// Awards are scaled when the programme begins: what parts later cannot be made alike in money by them.
fn refuse_late_budget(fields: &Fields<'_>, scenario: &Scenario, out: &mut Vec<Diagnostic>) {
    let late = scenario.past.as_ref().is_some_and(|past| i64::from(past.until) > i64::from(scenario.programme.start));
    if late && budget_neutral(fields).is_some() {
        let message = "a regime that parts after the programme has begun cannot be made alike in money";
        out.push(
            Diagnostic::at(fields.span_of("budget_neutral"), message)
                .also(fields.span_of("branch_at"), "it parts here")
                .note("awards are scaled once, when the programme begins")
                .hint("leave out one of the two"),
        );
    }
}

/// One entry of `set`.
fn setting(entry: &Entry, base: &Base<'_>) -> Result<Setting, Diagnostic> {
    let setting = Setting::of_entry(&entry.key, entry.key_span, base.sources, entry.node.clone())?;
    let why = match setting.head() {
        "name" => Some("the scenario's name stands for all its regimes; a regime's own is its `name`"),
        "time" | "run" => Some("regimes share months, seed and replicates, so that only what they change differs"),
        "regime" | "sweep" | "outcome" | "allow" => Some("it belongs to the whole study, not to one arm of it"),
        "extends" | "replace" => Some("it is decided before regimes are laid over the scenario"),
        _ => None,
    };
    if let Some(why) = why {
        let message = format!("a regime cannot change `{}`", entry.key);
        return Err(Diagnostic::at(entry.key_span, message).note(why));
    }
    let section = setting.target().and_then(|(_, key)| key.rule.section()).filter(|inner| inner.form != Form::Inline);
    if let (Some(section), Value::Table(table)) = (section, &entry.node.value) {
        let message = format!("a regime sets single keys, not all of {}", section.title());
        let key = table.entries.first().map(|first| dotted(&entry.key, first));
        let hint = key.map(|(key, leaf)| format!("put the whole dotted key in quotes: \"{key}\" = {leaf}"));
        return Err(Diagnostic::at(entry.key_span, message).hint_if(hint));
    }
    Ok(setting)
}

/// The key that was meant, if TOML has read a dotted key without quotes as tables within tables; and its value, if short.
fn dotted(key: &str, inner: &Entry) -> (String, String) {
    let key = format!("{key}.{}", inner.key);
    match &inner.node.value {
        Value::Table(table) if !table.entries.is_empty() => dotted(&key, &table.entries[0]),
        Value::Whole(n) => (key, n.to_string()),
        Value::Number(x) => (key, format!("{x:?}")),
        Value::Flag(flag) => (key, flag.to_string()),
        _ => (key, "...".to_owned()),
    }
}
