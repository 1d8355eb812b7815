use super::axes::check_axes;
use super::value::check_value;
use super::{Defined, Form, Key, Preset, Rule, Section, meant_key, unknown_key};
use crate::diagnostics::{Diagnostic, MOST_MISTAKES, Span};
use crate::scenario::raw::{Entry, Node, Table, Value};

/// Checks `table` against `section`: keys, types, ranges. What is wrong is reported and becomes [`Value::Bad`], or is
/// taken out if its key is unknown, so that nobody reports it again; nor does anybody miss the key that was meant.
///
/// `defined` are the words of the field.
pub(in crate::scenario) fn check_shape(
    section: &Section,
    table: &mut Table,
    span: Span,
    defined: &Defined,
    out: &mut Vec<Diagnostic>,
) {
    let mut meant: Vec<&'static str> = Vec::new();
    let mut unknown = 0;
    table.entries.retain(|entry| {
        let known = section.key(&entry.key).is_some();
        if !known {
            unknown += 1;
            if out.len() < MOST_MISTAKES {
                out.push(unknown_key(section, &entry.key, entry.key_span));
            }
            // Of a table of thousands of keys that nobody knows, no key was meant.
            if unknown <= 100 {
                meant.extend(meant_key(section, &entry.key));
            }
        }
        known
    });
    for key in meant {
        if table.get(key).is_none() {
            put_bad(table, key, span);
        }
    }
    let mut missing: Vec<&Key> = Vec::new();
    for key in &section.keys {
        match table.get_mut(key.name) {
            Some(node) => check_node(key, node, defined, out),
            None if matches!(key.preset, Preset::Required) => {
                missing.push(key);
                put_bad(table, key.name, span);
            }
            None => {}
        }
    }
    if !missing.is_empty() {
        out.push(lacks(section, &missing, span));
    }
}

fn check_node(key: &Key, node: &mut Node, defined: &Defined, out: &mut Vec<Diagnostic>) {
    let span = node.span;
    if let (Rule::Axes(range), Value::Table(axes)) = (&key.rule, &mut node.value) {
        let check_range =
            |table: &mut Table, span, out: &mut Vec<Diagnostic>| check_shape(range, table, span, defined, out);
        return check_axes(&format!("`{}`", key.name), &check_range, axes, span, out);
    }
    let Some(section) = key.rule.section() else { return check_value(key, node, defined, out) };
    match (&mut node.value, section.form) {
        (Value::Table(table), Form::Table | Form::Inline) => check_shape(section, table, node.span, defined, out),
        (Value::List(entries), Form::Named | Form::Nameless) => {
            for entry in entries {
                if out.len() >= MOST_MISTAKES {
                    return;
                }
                if let Value::Table(table) = &mut entry.value {
                    check_shape(section, table, entry.span, defined, out);
                } else if entry.value != Value::Bad {
                    let message = format!("an entry of {} must be a table", section.title());
                    out.push(Diagnostic::at(entry.span, message).label(format!("this is {}", entry.value.what())));
                    entry.value = Value::Bad;
                }
            }
        }
        (Value::Table(_), Form::Named | Form::Nameless) => {
            let message = format!("`{}` is a list of entries", section.path);
            let hint = format!("write {} with two brackets on each side", section.title());
            out.push(Diagnostic::at(node.span, message).hint(hint));
            node.value = Value::Bad;
        }
        (Value::List(_), Form::Table) => {
            let message = format!("there is only one {}", section.title());
            out.push(Diagnostic::at(node.span, message).hint("write it with one bracket on each side"));
            node.value = Value::Bad;
        }
        _ if matches!(key.rule, Rule::Any(_)) => check_value(key, node, defined, out),
        (Value::Bad, _) => {}
        (other, _) => {
            let message = format!("`{}` must be {}", key.name, key.rule.describe());
            out.push(Diagnostic::at(node.span, message).label(format!("this is {}", other.what())));
            node.value = Value::Bad;
        }
    }
}

/// What should stand there has been reported.
fn put_bad(table: &mut Table, key: &str, span: Span) {
    let node = Node { value: Value::Bad, span };
    table.put(Entry { key: key.to_owned(), key_span: span, node });
}

/// `section` lacks keys that it must have.
fn lacks(section: &Section, missing: &[&Key], span: Span) -> Diagnostic {
    let names: Vec<String> = missing.iter().map(|key| format!("`{}`", key.name)).collect();
    let diagnostic = Diagnostic::at(span, format!("{} lacks {}", section.title(), names.join(", ")));
    missing
        .iter()
        .fold(diagnostic, |diagnostic, key| diagnostic.note(format!("`{}` is {}", key.name, key.rule.describe())))
}
