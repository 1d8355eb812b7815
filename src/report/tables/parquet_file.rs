use super::cell::Cell;
use super::parquet_column::{ParquetColumn, schema};
use super::table_schema::TableSchema;
use crate::disk::NewFile;
use crate::report::folder::Format;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use std::io;
use std::sync::Arc;

/// Rows of a row group: so many wait in memory, column by column, before they are written.
pub(in crate::report) const ROWS: usize = 1 << 16;

/// A table in Parquet, written row group by row group. Its bytes follow from its rows and the version of safsim alone.
///
/// Columns are optional (what does not exist is null), texts as dictionaries, pages compressed with Snappy; every row
/// group has the least and largest value of each column. The file's metadata say what the table is (`description`) and what
/// its columns are (`table_schema`, a Frictionless Table Schema with units and meanings).
#[derive(Debug)]
pub(in crate::report) struct ParquetFile {
    writer: SerializedFileWriter<NewFile>,
    columns: Vec<ParquetColumn>,
    /// The column that the next cell belongs to.
    next: usize,
}

impl ParquetFile {
    /// Begins it.
    pub(in crate::report) fn new(file: NewFile, table: &TableSchema) -> io::Result<ParquetFile> {
        let columns = &table.columns;
        let says = |key: &str, value: String| KeyValue::new(key.to_owned(), value);
        let metadata = vec![
            says("description", table.about.to_owned()),
            says("table_schema", table.to_json(Format::Parquet).to_string()),
        ];
        let fields = columns.iter().map(|column| schema(column).map(Arc::new)).collect::<Result<_, _>>();
        let table = fields.and_then(|fields| Type::group_type_builder("safsim").with_fields(fields).build());
        // Indices of pages would wait in memory until the end; statistics of row groups do for these tables.
        let properties = WriterProperties::builder()
            .set_created_by(concat!("safsim version ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .set_key_value_metadata(Some(metadata))
            .build();
        let writer = table.and_then(|t| SerializedFileWriter::new(file, Arc::new(t), Arc::new(properties)));
        let columns = columns.iter().map(|column| ParquetColumn::new(column.kind)).collect();
        Ok(ParquetFile { writer: writer.map_err(of_system)?, columns, next: 0 })
    }

    pub(in crate::report) fn cell(&mut self, cell: &Cell) {
        if let Some(column) = self.columns.get_mut(self.next) {
            column.push(cell);
        }
        self.next += 1;
    }

    pub(in crate::report) fn end_row(&mut self) -> io::Result<()> {
        for column in self.columns.iter_mut().skip(self.next) {
            column.push(&Cell::None);
        }
        self.next = 0;
        if self.columns.first().is_some_and(|column| column.len() >= ROWS) { self.write_rows() } else { Ok(()) }
    }

    fn write_rows(&mut self) -> io::Result<()> {
        let mut write = || {
            let mut group = self.writer.next_row_group()?;
            for column in &mut self.columns {
                if let Some(writer) = group.next_column()? {
                    column.write(writer)?;
                }
            }
            group.close().map(drop)
        };
        write().map_err(of_system)
    }

    /// Writes what is still in memory.
    pub(in crate::report) fn finish(mut self) -> io::Result<NewFile> {
        if self.columns.first().is_some_and(|column| column.len() > 0) {
            self.write_rows()?;
        }
        self.writer.finish().map_err(of_system)?;
        self.writer.inner().try_clone()
    }
}

/// The system's own error, so that a full disk is known as one.
fn of_system(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
