use super::syntax::{mistake, mistakes};
use super::{Entry, Node, Table, Value};
use crate::diagnostics::{Diagnostic, SourceId, Span};
use toml::de::{DeTable, DeValue};

/// The document in `text`, or its mistakes of syntax.
pub(in crate::scenario) fn parse_document(source: SourceId, text: &str) -> Result<Node, Vec<Diagnostic>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let place = Place { source, offset: 0 };
        return Ok(Node { value: Value::Table(place.table(document.get_ref())), span: place.span(0..0) });
    }
    Err(mistakes(source, text, errors))
}

/// The value in `text`, which begins at byte `offset` of its source.
pub(in crate::scenario) fn parse_value(source: SourceId, offset: usize, text: &str) -> Result<Node, Vec<Diagnostic>> {
    let place = Place { source, offset };
    match DeValue::parse(text) {
        Ok(value) => Ok(place.node(value.span(), value.get_ref())),
        Err(error) => {
            let range = error.span().unwrap_or(0..text.len());
            Err(vec![mistake(place.span(range), &error, "")])
        }
    }
}

struct Place {
    source: SourceId,
    offset: usize,
}

impl Place {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.source, range.start + self.offset..range.end + self.offset)
    }

    fn node(&self, range: std::ops::Range<usize>, value: &DeValue<'_>) -> Node {
        let value = match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(whole) => match i64::from_str_radix(whole.as_str(), whole.radix()) {
                Ok(n) => Value::Whole(n),
                Err(_) => Value::Number(if whole.as_str().starts_with('-') { -1e300 } else { 1e300 }),
            },
            DeValue::Float(float) => Value::Number(float.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(_) => Value::Date,
            DeValue::Array(list) => {
                Value::List(list.iter().map(|item| self.node(item.span(), item.get_ref())).collect())
            }
            DeValue::Table(table) => Value::Table(self.table(table)),
        };
        Node { value, span: self.span(range) }
    }

    /// The parser sorts keys by name; where they stand tells their order in the file.
    fn table(&self, table: &DeTable<'_>) -> Table {
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                key_span: self.span(key.span()),
                node: self.node(value.span(), value.get_ref()),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span);
        Table { entries }
    }
}
