use super::grammar::{Defined, SCENARIO, check_shape};
use super::layers::Reader;
use super::raw::{Entry, Node, Table, Value};
use super::resolve::resolve;
use super::study::{Base, with_settings};
use super::{Reach, Scenario, Source};
use crate::diagnostics::{Diagnostics, SourceText, Span};
use std::ops::Range;

/// A setting of an arm, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ArmSetting {
    /// The dotted key.
    pub key: String,
    /// Its value.
    pub value: toml::Value,
    /// The text it stands in: a place in the list of files.
    pub file: usize,
    /// The bytes of its key, and of its value, in there.
    pub places: (Range<usize>, Range<usize>),
}

/// The base of `source` with the settings of each of `arms` laid over it, one scenario for each; as regimes are, but the
/// settings stand in `files` of another sort. A base that is a text may extend built-in scenarios only: where its text comes
/// from is not known here, and what else it would read would be no part of what is known of it.
///
/// # Errors
///
/// All mistakes at once, each at its place in the base or in one of the files.
pub fn load_arms(
    source: &Source,
    files: &[SourceText],
    arms: &[Vec<ArmSetting>],
) -> Result<Vec<Scenario>, Diagnostics> {
    let mut reader = Reader::new(Reach::Confined);
    let file = reader.read(source);
    let Reader { mut sources, mut out, .. } = reader;
    let Some(Node { value: Value::Table(document), span }) = file else { return Err(Diagnostics::new(sources, out)) };
    let mut table = document.clone();
    let defined = Defined::of(&table);
    check_shape(&SCENARIO, &mut table, span, &defined, &mut out);
    table.entries.retain(|entry| !matches!(entry.key.as_str(), "regime" | "sweep" | "outcome"));
    let scenario = resolve(&table, span, &defined, &mut out);
    if !out.is_empty() {
        return Err(Diagnostics::new(sources, out));
    }
    let mut document = document;
    document.entries.retain(|entry| !matches!(entry.key.as_str(), "regime" | "sweep" | "outcome"));
    let ids: Vec<_> = files.iter().map(|file| sources.add(file.clone())).collect();
    let base = Base { document: &document, span, scenario: Some(&scenario), sources: &sources };
    let arm = |settings: &Vec<ArmSetting>, out: &mut Vec<_>| {
        let entry = |setting: &ArmSetting| {
            let place = |range: &Range<usize>| Span::new(ids[setting.file], range.clone());
            let (key_span, span) = (place(&setting.places.0), place(&setting.places.1));
            Entry { key: setting.key.clone(), key_span, node: Node { value: value(&setting.value, span), span } }
        };
        let entries: Vec<Entry> = settings.iter().map(entry).collect();
        let place = entries.first().map_or(span, |entry| entry.key_span);
        with_settings(&entries, "in this arm", place, &base, out).1
    };
    let scenarios: Vec<Scenario> = arms.iter().map(|settings| arm(settings, &mut out)).collect();
    if out.is_empty() { Ok(scenarios) } else { Err(Diagnostics::new(sources, out)) }
}

/// A value all of whose parts stand at `span`.
fn value(given: &toml::Value, span: Span) -> Value {
    let node = |inner: &toml::Value| Node { value: value(inner, span), span };
    match given {
        toml::Value::String(text) => Value::Text(text.clone()),
        toml::Value::Integer(whole) => Value::Whole(*whole),
        toml::Value::Float(float) => Value::Number(*float),
        toml::Value::Boolean(flag) => Value::Flag(*flag),
        toml::Value::Datetime(_) => Value::Date,
        toml::Value::Array(list) => Value::List(list.iter().map(node).collect()),
        toml::Value::Table(table) => {
            let entry =
                |(key, inner): (&String, &toml::Value)| Entry { key: key.clone(), key_span: span, node: node(inner) };
            Value::Table(Table { entries: table.iter().map(entry).collect() })
        }
    }
}
