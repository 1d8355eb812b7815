use crate::diagnostics::{Diagnostic, Diagnostics, SourceText, Sources};
use crate::scenario::grammar::{Defined, Section, check_shape};
use crate::scenario::raw::{Node, Table, Value, parse_document};

/// The document in `text`, checked against `section`.
///
/// # Panics
///
/// If it holds a mistake: it is part of the program, and tested.
pub(super) fn built_in_table(name: &str, text: &str, section: &Section) -> Table {
    let mut sources = Sources::default();
    let id = sources.add(SourceText { name: name.to_owned(), text: text.to_owned(), lines: true });
    let mut list: Vec<Diagnostic> = Vec::new();
    let mut node = parse_document(id, text).unwrap_or_else(|mistakes| {
        list = mistakes;
        Node { value: Value::Bad, span: crate::diagnostics::Span::NOWHERE }
    });
    if let Value::Table(table) = &mut node.value {
        check_shape(section, table, node.span, Defined::built_in(), &mut list);
    }
    let mistakes = Diagnostics::new(sources, list);
    assert!(mistakes.is_empty(), "{mistakes}");
    match node.value {
        Value::Table(table) => table,
        _ => Table::default(),
    }
}
