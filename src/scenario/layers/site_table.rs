use super::csv_cells::{CsvCell, CsvTable, csv_table, row_span, too_long};
use crate::diagnostics::{Diagnostic, SourceId, Span, nearest};
use crate::scenario::grammar::{Form, Key, Rule, SCENARIO, Section, unknown_key};
use crate::scenario::raw::{Entry, Node, Table, Value};

/// Keys of an entry that say which table it stands for, and how that is read.
const OWN: [&str; 2] = ["from", "columns"];

/// The table that an entry of `[[site]]` stands for, if it does: its name, and where that stands.
pub(super) fn table_of(entry: &Table) -> Option<(String, Span)> {
    let node = entry.get("from")?;
    Some((node.value.text()?.to_owned(), node.span))
}

/// An entry of `[[site]]` for each row of the table `text`: what the row says, and behind it what the entry says of all of them.
pub(super) fn sites_of(
    entry: &Table,
    span: Span,
    (source, text): (SourceId, &str),
    out: &mut Vec<Diagnostic>,
) -> Vec<Node> {
    let Some(CsvTable { head, rows }) = csv_table(source, text, out) else { return Vec::new() };
    if head.is_empty() {
        out.push(Diagnostic::at(span, "the table of sites is empty").hint("its first line names its columns"));
        return Vec::new();
    }
    let before = out.len();
    let columns = columns(entry, &head, out);
    if out.len() > before {
        return Vec::new();
    }
    let named = columns.iter().any(|(key, _)| key.name == "name");
    if !named {
        let message = "no column of the table is the `name` of sites";
        let heads: Vec<&str> = head.iter().map(|cell| cell.text.as_str()).collect();
        let hint = format!("say which one: columns = {{ name = \"{}\" }}", heads[0]);
        out.push(Diagnostic::at(span, message).note(format!("its columns are {}", heads.join(", "))).hint(hint));
        return Vec::new();
    }
    let mut sites = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(fault) = too_long(&row, head.len(), "the table") {
            out.push(fault);
            continue;
        }
        let whole = row_span(&row);
        let mut site = Table { entries: Vec::new() };
        for (key, column) in &columns {
            let Some(cell) = row.get(*column).filter(|cell| !cell.text.trim().is_empty()) else { continue };
            let span = cell.span;
            let node = Node { value: value(&key.rule, &cell.text, span), span };
            site.put(Entry { key: key.name.to_owned(), key_span: span, node });
        }
        for entry in entry.entries.iter().filter(|entry| !OWN.contains(&entry.key.as_str())) {
            if site.get(&entry.key).is_none() {
                site.put(entry.clone());
            }
        }
        sites.push(Node { value: Value::Table(site), span: whole });
    }
    sites
}

/// Which key each column of the table is: what `columns` says, else the key of its name.
fn columns(entry: &Table, head: &[CsvCell], out: &mut Vec<Diagnostic>) -> Vec<(&'static Key, usize)> {
    let section = site_section();
    let at = |name: &str| head.iter().position(|cell| cell.text == name);
    let mut columns: Vec<(&'static Key, usize)> = Vec::new();
    let given = entry.get("columns").and_then(|node| node.value.table()).map_or(&[][..], |table| &table.entries);
    for one in given {
        let Some(key) = section.key(&one.key).filter(|key| is_plain(key)) else {
            out.push(unknown_key(section, &one.key, one.key_span));
            continue;
        };
        let Some(name) = one.node.value.text() else {
            let message = format!("the column of `{}` must be named by a text", one.key);
            out.push(Diagnostic::at(one.node.span, message).label(format!("this is {}", one.node.value.what())));
            continue;
        };
        match at(name) {
            Some(column) => columns.push((key, column)),
            None => {
                let heads: Vec<&str> = head.iter().map(|cell| cell.text.as_str()).collect();
                let diagnostic = Diagnostic::at(one.node.span, format!("the table has no column \"{name}\""))
                    .also(head[0].span, "its first line");
                out.push(match nearest(name, heads.iter().copied()) {
                    Some(meant) => diagnostic.hint(format!("did you mean \"{meant}\"?")),
                    None => diagnostic.note(format!("its columns are {}", heads.join(", "))),
                });
            }
        }
    }
    for (column, cell) in head.iter().enumerate() {
        let key = section.key(&cell.text).filter(|key| is_plain(key));
        if let Some(key) = key
            && columns.iter().all(|(other, at)| other.name != key.name && *at != column)
        {
            columns.push((key, column));
        }
    }
    columns
}

fn site_section() -> &'static Section {
    SCENARIO.key("site").and_then(|key| key.rule.section()).unwrap_or_else(|| unreachable!("scenarios have sites"))
}

/// Whether a cell can say what it wants.
fn is_plain(key: &Key) -> bool {
    !OWN.contains(&key.name) && key.rule.section().is_none_or(|section| section.form == Form::Inline)
}

/// What a cell says to a key: a number or a flag if the key wants one, else a text; several after semicolons if it wants a list.
fn value(rule: &Rule, text: &str, span: Span) -> Value {
    if let Rule::List { of, .. } = rule {
        let item = |text: &str| Node { value: value(of, text.trim(), span), span };
        return Value::List(text.split(';').filter(|text| !text.trim().is_empty()).map(item).collect());
    }
    let plain = text.trim().replace(['\u{a0}', ' '], "");
    if rule.fits(&Value::Whole(0)) {
        if let Ok(whole) = plain.parse() {
            return Value::Whole(whole);
        }
        if let Ok(number) = plain.parse() {
            return Value::Number(number);
        }
    }
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" if rule.fits(&Value::Flag(true)) => Value::Flag(true),
        "false" | "no" if rule.fits(&Value::Flag(true)) => Value::Flag(false),
        _ => Value::Text(text.trim().to_owned()),
    }
}
