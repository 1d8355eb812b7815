use super::entry_name::{Labels, drop_spelled_out, spell_out_initiatives};
use crate::diagnostics::Diagnostic;
use crate::scenario::grammar::{Form, SCENARIO, Section};
use crate::scenario::raw::{Entry, Node, Table, Value};
use std::collections::BTreeMap;

/// Lays the document `patch` over `base`: tables key by key, named entries by name, nameless ones appended.
pub(super) fn merge(base: &mut Table, patch: Table, out: &mut Vec<Diagnostic>) {
    let labels = Labels::of([&*base, &patch]);
    merge_tables(&SCENARIO, base, patch, &labels, out);
}

fn merge_tables(section: &Section, base: &mut Table, patch: Table, labels: &Labels, out: &mut Vec<Diagnostic>) {
    if section.path == "site" && patch.get("initiative").is_some() && patch.get("initiatives").is_none() {
        spell_out_initiatives(base);
    }
    if section.path == "site" && patch.get("initiatives").is_some() {
        drop_spelled_out(base);
    }
    for entry in patch.entries {
        let inner = section.key(&entry.key).and_then(|key| key.rule.section());
        match (inner, base.get_mut(&entry.key), entry) {
            (
                Some(inner),
                Some(Node { value: Value::Table(old), .. }),
                Entry { node: Node { value: Value::Table(new), .. }, .. },
            ) if inner.form == Form::Table => merge_tables(inner, old, new, labels, out),
            (
                Some(inner),
                Some(Node { value: Value::List(old), .. }),
                Entry { node: Node { value: Value::List(new), .. }, .. },
            ) => match inner.form {
                Form::Named => merge_named(inner, old, new, labels, out),
                _ => old.extend(new),
            },
            // What a base allows stays allowed.
            (
                None,
                Some(Node { value: Value::List(old), .. }),
                Entry { key, node: Node { value: Value::List(new), .. }, .. },
            ) if section.form == Form::File && key == "allow" => old.extend(new),
            (_, _, entry) => base.put(entry),
        }
    }
}

fn merge_named(section: &Section, base: &mut Vec<Node>, patch: Vec<Node>, labels: &Labels, out: &mut Vec<Diagnostic>) {
    let mut places: BTreeMap<String, (usize, Option<crate::diagnostics::Span>)> = BTreeMap::new();
    for (i, node) in base.iter().enumerate() {
        if let Some(name) = node.value.table().and_then(|table| labels.name(section, table)) {
            places.entry(name).or_insert((i, None));
        }
    }
    for node in patch {
        let name = node.value.table().and_then(|table| labels.name(section, table));
        let place = name.as_ref().and_then(|name| places.get_mut(name));
        match (place, node) {
            (Some((_, Some(first))), node) => {
                let name = name.unwrap_or_default();
                let message = format!("two entries of {} are named \"{name}\"", section.title());
                out.push(Diagnostic::at(node.span, message).also(*first, "the first one"));
            }
            (Some((i, patched)), Node { value: Value::Table(new), span }) => {
                *patched = Some(span);
                if let Value::Table(old) = &mut base[*i].value {
                    merge_tables(section, old, new, labels, out);
                }
            }
            (_, node) => base.push(node),
        }
    }
}
