use super::document::document_without_places;
use super::scenario::to_toml;
use super::value::{address_part, inline};
use crate::scenario::Scenario;
use crate::scenario::grammar::{Form, SCENARIO, Section};
use crate::scenario::raw::{Node, Table, Value};

/// What turns `from` into `to`: dotted keys as `--set` takes them, each with its value in TOML, in the order of the
/// resolved file. Where entries come, go or change places, the whole list is one value.
#[must_use]
pub fn differences(from: &Scenario, to: &Scenario) -> Vec<(String, String)> {
    between(&document_without_places(to_toml(from)), &document_without_places(to_toml(to)))
}

/// The same of two resolved documents, which stand nowhere.
pub(in crate::scenario) fn between(from: &Table, to: &Table) -> Vec<(String, String)> {
    let mut out = Vec::new();
    // At the top, what a file can lack is a list, and that can be emptied.
    tables(&SCENARIO, "", from, to, &mut out);
    out
}

/// Whether settings can say it: none can take a key away.
fn tables(section: &Section, path: &str, from: &Table, to: &Table, out: &mut Vec<(String, String)>) -> bool {
    for entry in &to.entries {
        let path = join(path, &entry.key);
        let inner = section.key(&entry.key).and_then(|key| key.rule.section());
        match (from.get(&entry.key), inner) {
            (Some(old), _) if *old == entry.node => {}
            (Some(old), Some(inner)) if inner.form != Form::Inline => {
                let said = match (&old.value, &entry.node.value) {
                    (Value::Table(old), Value::Table(new)) => tables(inner, &path, old, new, out),
                    (Value::List(old), Value::List(new)) => lists(inner, &path, old, new, out),
                    _ => false,
                };
                if !said {
                    out.push((path, inline(&entry.node.value)));
                }
            }
            _ => out.push((path, inline(&entry.node.value))),
        }
    }
    from.entries.iter().filter(|entry| to.get(&entry.key).is_none()).all(|entry| {
        let listed = matches!(entry.node.value, Value::List(_))
            && section.key(&entry.key).is_some_and(|key| key.rule.section().is_some());
        if listed {
            out.push((join(path, &entry.key), "[]".to_owned()));
        }
        listed
    })
}

/// Whether the entries are the same ones, in the same order, and settings can say how they differ.
fn lists(section: &Section, path: &str, from: &[Node], to: &[Node], out: &mut Vec<(String, String)>) -> bool {
    let names = |list: &[Node]| -> Vec<Option<String>> {
        let name = |node: &Node| Some(node.value.table()?.get("name")?.value.text()?.to_owned());
        list.iter().map(name).collect()
    };
    let known = names(from);
    if from.len() != to.len() || (section.form == Form::Named && known != names(to)) {
        return false;
    }
    let before = out.len();
    for (i, (old, new)) in from.iter().zip(to).enumerate() {
        let (Some(old), Some(new)) = (old.value.table(), new.value.table()) else { return false };
        let said = old == new
            || entry_part(section, &known, i).is_some_and(|part| tables(section, &join(path, &part), old, new, out));
        if !said {
            out.truncate(before);
            return false;
        }
    }
    true
}

/// How a dotted key calls entry `i`: by its name, else by its number; `None` if both could mean another one.
fn entry_part(section: &Section, names: &[Option<String>], i: usize) -> Option<String> {
    let number = i.to_string();
    if section.form == Form::Named
        && let Some(name) = names.get(i)?.as_ref()
        && names.iter().position(|other| other.as_ref() == Some(name)) == Some(i)
        && let Some(part) = address_part(name)
    {
        return Some(part);
    }
    names.iter().all(|name| name.as_ref() != Some(&number)).then_some(number)
}

fn join(path: &str, part: &str) -> String {
    if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") }
}
