use super::cell::Cell;
use super::column::Column;
use super::number::{exact, single, whole};
use crate::disk::NewFile;
use std::io::{self, BufWriter};

/// A table as text, written row by row.
#[derive(Debug)]
pub(super) struct CsvFile {
    writer: csv::Writer<BufWriter<NewFile>>,
    /// The cell that is being written.
    text: String,
}

impl CsvFile {
    /// Begins with the header line.
    pub(super) fn new(file: NewFile, columns: &[Column]) -> io::Result<CsvFile> {
        let mut writer = csv::WriterBuilder::new().from_writer(BufWriter::with_capacity(1 << 16, file));
        writer.write_record(columns.iter().map(|column| column.name.as_bytes())).map_err(of_system)?;
        Ok(CsvFile { writer, text: String::new() })
    }

    pub(super) fn cell(&mut self, cell: &Cell) -> io::Result<()> {
        self.text.clear();
        let text = match cell {
            Cell::Text(text) => text,
            Cell::Flag(flag) => {
                if *flag {
                    "true"
                } else {
                    "false"
                }
            }
            Cell::None => "",
            Cell::Whole(value) => whole(*value, &mut self.text),
            Cell::Number(value) => exact(*value, &mut self.text),
            Cell::Single(value) => single(*value, &mut self.text),
        };
        self.writer.write_field(text).map_err(of_system)
    }

    pub(super) fn end_row(&mut self) -> io::Result<()> {
        self.writer.write_record(None::<&[u8]>).map_err(of_system)
    }

    /// Writes what is still in memory.
    pub(super) fn finish(self) -> io::Result<NewFile> {
        let buffer = self.writer.into_inner().map_err(|e| e.into_error())?;
        buffer.into_inner().map_err(|e| e.into_error())
    }
}

/// The system's own error, so that a full disk is known as one.
fn of_system(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
