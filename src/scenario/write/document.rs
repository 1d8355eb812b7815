use crate::diagnostics::{SourceText, Sources};
use crate::scenario::raw::{Table, Value, parse_document};

/// The document in `text`, which this room has written, as a text among `sources`.
pub(in crate::scenario) fn document(text: String, sources: &mut Sources) -> Table {
    let name = "the scenario with its defaults".to_owned();
    let id = sources.add(SourceText { name, text: text.clone(), lines: true });
    match parse_document(id, &text).map(|node| node.value) {
        Ok(Value::Table(table)) => table,
        other => unreachable!("what is written is TOML: {other:?}"),
    }
}

/// The same, standing nowhere, so that only what it says can differ.
pub(in crate::scenario) fn document_without_places(text: String) -> Table {
    let mut table = document(text, &mut Sources::default());
    table.entries.iter_mut().for_each(|entry| entry.forget_places());
    table
}
