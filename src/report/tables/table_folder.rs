use super::table_schema::TableSchema;
use crate::disk::NewFile;
use crate::quantity::Words;
use crate::report::folder::{Failure, Format, PACKAGE, Shelf};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A folder that tables are written to, all in one format. It knows what was written, and describes it in the end.
#[derive(Debug)]
pub struct TableFolder {
    shelf: Shelf,
    format: Format,
    /// What columns, units and metrics are called.
    words: Words,
    /// A resource of the data package for each table.
    resources: Mutex<Vec<Value>>,
}

impl TableFolder {
    /// The file that describes all tables: a data package of the Frictionless standards.
    pub const PACKAGE: &'static str = PACKAGE;

    /// A folder that exists.
    #[must_use]
    pub fn new(path: &Path, format: Format) -> TableFolder {
        TableFolder::on(&Shelf::at(path), format)
    }

    /// A shelf, which takes down every file.
    #[must_use]
    pub fn on(shelf: &Shelf, format: Format) -> TableFolder {
        TableFolder { shelf: shelf.clone(), format, words: Words::default(), resources: Mutex::default() }
    }

    /// The same, with columns, units and metrics in the words of a field.
    #[must_use]
    pub fn in_words(self, words: &Words) -> TableFolder {
        TableFolder { words: words.clone(), ..self }
    }

    pub(in crate::report) const fn words(&self) -> &Words {
        &self.words
    }

    pub(in crate::report) fn path(&self) -> &Path {
        self.shelf.folder()
    }

    /// Begins a file of it.
    pub(in crate::report) fn begin(&self, name: &str) -> Result<NewFile, Failure> {
        self.shelf.begin(name)
    }

    pub(in crate::report) const fn format(&self) -> Format {
        self.format
    }

    /// Takes down that a table was begun.
    pub(in crate::report) fn holds(&self, schema: &TableSchema) {
        let mut resource = Map::new();
        let mut put = |name: &str, value: Value| drop(resource.insert(name.to_owned(), value));
        put("name", json!(schema.stem));
        put("path", json!(self.format.file_name(schema.stem)));
        put("description", json!(schema.about));
        put("format", json!(self.format.name()));
        match self.format {
            Format::Csv => {
                put("mediatype", json!("text/csv"));
                put("encoding", json!("utf-8"));
            }
            Format::Parquet => put("mediatype", json!("application/vnd.apache.parquet")),
        }
        put("schema", schema.to_json(self.format));
        self.resources.lock().unwrap_or_else(PoisonError::into_inner).push(Value::Object(resource));
    }

    /// Writes `datapackage.json` about the tables so far; `name` and `about` are what was run and what it asks.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn describe(&self, name: &str, about: &str) -> Result<(), Failure> {
        let mut package = Map::new();
        // Names of packages are in small letters.
        package.insert("name".to_owned(), json!(name.to_lowercase()));
        package.insert("title".to_owned(), json!(name));
        let about = about.trim();
        if !about.is_empty() {
            package.insert("description".to_owned(), json!(about));
        }
        package.insert(
            "resources".to_owned(),
            Value::Array(std::mem::take(&mut *self.resources.lock().unwrap_or_else(PoisonError::into_inner))),
        );
        // Plain data with text keys: nothing in it can fail to be written.
        let text = serde_json::to_string_pretty(&package).unwrap_or_default() + "\n";
        let path = self.path().join(TableFolder::PACKAGE);
        let mut file = self.begin(TableFolder::PACKAGE)?;
        file.write_all(text.as_bytes()).and_then(|()| file.close()).map_err(Failure::at("write", &path))
    }
}
