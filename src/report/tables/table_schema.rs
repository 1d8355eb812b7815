use super::column::{Column, Kind};
use crate::quantity::Words;
use crate::report::folder::Format;
use serde_json::{Map, Value, json};

/// What a table is: the one place that files, their metadata, `datapackage.json` and docs/results.md take it from.
#[derive(Clone, Debug)]
pub(in crate::report) struct TableSchema {
    /// Its name; the format adds to it.
    pub(in crate::report) stem: &'static str,
    /// What it holds, and what one row is.
    pub(in crate::report) about: &'static str,
    /// Columns that no two rows have the same values in; none if rows may be alike.
    pub(in crate::report) key: &'static [&'static str],
    /// In their order.
    pub(in crate::report) columns: Vec<Column>,
}

impl TableSchema {
    /// The same with names, units and meanings in the words of a field.
    pub(in crate::report) fn told(&self, words: &Words) -> TableSchema {
        let column = |column: &Column| Column {
            name: words.name(&column.name).into_owned().into(),
            kind: column.kind,
            unit: words.told(&column.unit).into_owned().into(),
            meaning: words.told(&column.meaning).into_owned().into(),
        };
        if words.is_plain() {
            return self.clone();
        }
        TableSchema { columns: self.columns.iter().map(column).collect(), ..self.clone() }
    }

    /// As a Table Schema of the Frictionless standards.
    pub(in crate::report) fn to_json(&self, format: Format) -> Value {
        let mut schema = Map::new();
        schema.insert("fields".to_owned(), self.columns.iter().map(|column| field(column, format)).collect());
        schema.insert("missingValues".to_owned(), json!([""]));
        if !self.key.is_empty() {
            schema.insert("primaryKey".to_owned(), json!(self.key));
        }
        Value::Object(schema)
    }
}

fn field(column: &Column, format: Format) -> Value {
    let kind = match (column.kind, format) {
        (Kind::Text, _) => "string",
        (Kind::Month, Format::Csv) => "yearmonth",
        (Kind::Month, Format::Parquet) => "date",
        (Kind::Whole, _) => "integer",
        (Kind::Number | Kind::Single, _) => "number",
        (Kind::Flag, _) => "boolean",
    };
    let mut field = Map::new();
    field.insert("name".to_owned(), json!(column.name));
    field.insert("type".to_owned(), json!(kind));
    if !column.unit.is_empty() {
        field.insert("unit".to_owned(), json!(column.unit));
    }
    field.insert("description".to_owned(), json!(column.meaning));
    Value::Object(field)
}
