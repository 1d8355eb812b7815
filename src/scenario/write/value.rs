use super::text::{exact, quoted};
use crate::scenario::raw::{Table, Value};

/// A value as TOML, on one line.
pub(in crate::scenario) fn inline(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::Whole(n) => n.to_string(),
        Value::Number(x) => exact(*x),
        Value::Flag(flag) => flag.to_string(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(&item.value)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(table) => inline_table(table),
        // Neither stands in a checked document.
        Value::Date | Value::Bad => quoted(""),
    }
}

fn inline_table(table: &Table) -> String {
    let entry = |key: &str, value: &Value| format!("{} = {}", bare(key), inline(value));
    let entries: Vec<String> = table.entries.iter().map(|one| entry(&one.key, &one.node.value)).collect();
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
}

/// A key, in quotes where it needs them.
pub(super) fn bare(key: &str) -> String {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if plain { key.to_owned() } else { quoted(key) }
}

/// A name as one part of a dotted key; `None` if no quotes fit it.
pub(super) fn address_part(name: &str) -> Option<String> {
    let plain = !name.is_empty() && name.trim() == name && name != "*" && !name.contains(['.', '=', '"', '\'']);
    if plain {
        Some(name.to_owned())
    } else if !name.contains('"') {
        Some(format!("\"{name}\""))
    } else if !name.contains('\'') {
        Some(format!("'{name}'"))
    } else {
        None
    }
}
