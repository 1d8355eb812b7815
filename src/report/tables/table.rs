use super::cell::Cell;
use super::column::Kind;
use super::csv_file::CsvFile;
use super::parquet_file::ParquetFile;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::quantity::Words;
use crate::report::folder::{Failure, Format};
use std::path::PathBuf;

/// A table that grows row by row, in memory that does not; on the disk for good once [`Table::close`] returns.
#[derive(Debug)]
pub(in crate::report) struct Table {
    path: PathBuf,
    kinds: Vec<Kind>,
    /// Columns of names and of units of metrics, where those are told in the words of a field.
    told: Option<(Words, [Option<usize>; 2])>,
    file: TableFile,
}

/// What it is written to.
#[derive(Debug)]
enum TableFile {
    Csv(CsvFile),
    Parquet(ParquetFile),
}

impl Table {
    /// Creates it in `folder`, which takes it down.
    pub(in crate::report) fn create(folder: &TableFolder, schema: &TableSchema) -> Result<Table, Failure> {
        let words = folder.words();
        let schema = &schema.told(words);
        let at = |name: &str| schema.columns.iter().position(|column| column.name == name);
        let told = (!words.is_plain()).then(|| (words.clone(), [at("metric"), at("unit")]));
        let name = folder.format().file_name(schema.stem);
        let path = folder.path().join(&name);
        let file = folder.begin(&name)?;
        let create = || -> std::io::Result<TableFile> {
            Ok(match folder.format() {
                Format::Csv => TableFile::Csv(CsvFile::new(file, &schema.columns)?),
                Format::Parquet => TableFile::Parquet(ParquetFile::new(file, schema)?),
            })
        };
        let file = create().map_err(Failure::at("write", &path))?;
        folder.holds(schema);
        Ok(Table { path, kinds: schema.columns.iter().map(|column| column.kind).collect(), told, file })
    }

    /// Adds a row: a cell for each column, of its kind.
    pub(in crate::report) fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Result<(), Failure> {
        let mut width = 0;
        let write = || -> std::io::Result<()> {
            for cell in cells {
                let fits = self.kinds.get(width).is_some_and(|&kind| cell.fits(kind));
                debug_assert!(fits, "{}: {cell:?} in column {width} of {:?}", self.path.display(), self.kinds);
                let cell = told(cell, width, self.told.as_ref());
                width += 1;
                match &mut self.file {
                    TableFile::Csv(file) => file.cell(&cell),
                    TableFile::Parquet(file) => file.cell(&cell),
                }
            }
            debug_assert_eq!(width, self.kinds.len(), "cells of a row of {}", self.path.display());
            match &mut self.file {
                TableFile::Csv(file) => file.end_row(),
                TableFile::Parquet(file) => file.end_row(),
            }
        };
        write().map_err(Failure::at("write", &self.path))
    }

    /// Writes what is still in memory, and waits until the disk has it.
    pub(in crate::report) fn close(self) -> Result<(), Failure> {
        let finish = || {
            let file = match self.file {
                TableFile::Csv(file) => file.finish()?,
                TableFile::Parquet(file) => file.finish()?,
            };
            file.close()
        };
        finish().map_err(Failure::at("write", &self.path))
    }
}

/// A cell that names a metric or its unit, in the words of a field.
fn told<'a>(cell: Cell<'a>, column: usize, told: Option<&(Words, [Option<usize>; 2])>) -> Cell<'a> {
    match (cell, told) {
        (Cell::Text(text), Some((words, [metric, _]))) if *metric == Some(column) => {
            Cell::Text(words.name(&text).into_owned().into())
        }
        (Cell::Text(text), Some((words, [_, unit]))) if *unit == Some(column) => {
            Cell::Text(words.told(&text).into_owned().into())
        }
        (cell, _) => cell,
    }
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
