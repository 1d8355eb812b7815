use super::cell::Cell;
use super::column::{Column, Kind};
use super::marked::marked;
use super::number::{exact, single, whole};
use crate::disk::NewFile;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

/// Rows that readers look at, at least, to tell what a column is: Polars looks at so many.
const LOOKED_AT: u64 = 100;

/// A table as text, written row by row.
///
/// Texts are quoted throughout, also where that is not needed; numbers and truth values never are; what does not exist is
/// nothing at all. A column of numbers that is empty in the rows that readers look at would be taken for one of texts: the
/// first row that has a value there is then moved to the top.
#[derive(Debug)]
pub(in crate::report) struct CsvFile {
    file: BufWriter<NewFile>,
    /// Their kinds, and whether they have shown a value so far.
    columns: Vec<(Kind, bool)>,
    /// The row that is being written, and how many of its cells are there.
    row: String,
    cells: usize,
    rows: u64,
    /// Where the next row begins.
    offset: u64,
    /// Where the first row begins, and rows that are to be moved there: from, to.
    first: u64,
    moved: Vec<(u64, u64)>,
    /// A number that is being written.
    text: String,
}

impl CsvFile {
    /// Begins with the header line.
    pub(in crate::report) fn new(file: NewFile, columns: &[Column]) -> io::Result<CsvFile> {
        let mut header = String::new();
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                header.push(',');
            }
            if column.name.contains(['"', ',', '\n', '\r']) {
                quote(&column.name, &mut header)
            } else {
                header += &column.name
            }
        }
        header.push('\n');
        let mut file = BufWriter::with_capacity(1 << 16, file);
        file.write_all(header.as_bytes())?;
        let first = header.len() as u64;
        let columns = columns.iter().map(|column| (column.kind, false)).collect();
        Ok(CsvFile {
            file,
            columns,
            row: String::new(),
            cells: 0,
            rows: 0,
            offset: first,
            first,
            moved: vec![],
            text: String::new(),
        })
    }

    pub(in crate::report) fn cell(&mut self, cell: &Cell) {
        if self.cells > 0 {
            self.row.push(',');
        }
        let before = self.row.len();
        match cell {
            Cell::Text(text) => self.row += &quoted(text),
            Cell::Month(month) => quote(&month.to_string(), &mut self.row),
            // In capital letters R knows them as well.
            Cell::Flag(flag) => self.row += if *flag { "TRUE" } else { "FALSE" },
            Cell::None => {}
            Cell::Whole(value) => self.row += whole(*value, &mut self.text),
            Cell::Number(value) => self.row += exact(*value, &mut self.text),
            Cell::Single(value) => self.row += single(*value, &mut self.text),
        }
        if self.row.len() > before
            && let Some((kind, shown @ false)) = self.columns.get_mut(self.cells)
        {
            *shown = true;
            if self.rows >= LOOKED_AT && !matches!(kind, Kind::Text | Kind::Month) {
                // The end of the row is not known yet.
                let row = (self.offset, u64::MAX);
                if self.moved.last() != Some(&row) {
                    self.moved.push(row);
                }
            }
        }
        self.cells += 1;
    }

    pub(in crate::report) fn end_row(&mut self) -> io::Result<()> {
        self.row.push('\n');
        self.file.write_all(self.row.as_bytes())?;
        self.offset += self.row.len() as u64;
        if let Some((_, end)) = self.moved.last_mut().filter(|(_, end)| *end == u64::MAX) {
            *end = self.offset;
        }
        self.row.clear();
        (self.cells, self.rows) = (0, self.rows + 1);
        Ok(())
    }

    /// Writes what is still in memory, and moves the rows that are to stand at the top.
    pub(in crate::report) fn finish(self) -> io::Result<NewFile> {
        let mut file = self.file.into_inner().map_err(|e| e.into_error())?;
        let mut moved = vec![];
        for (from, to) in self.moved {
            moved.push((from, part(&mut file, from, to)?));
        }
        raise(&mut file, self.first, &moved)?;
        Ok(file)
    }
}

/// Puts rows, by where they are, to `first`, in their order; what stood between goes down.
fn raise(file: &mut NewFile, first: u64, rows: &[(u64, Vec<u8>)]) -> io::Result<()> {
    /// Bytes that are held at a time.
    const BLOCK: u64 = 1 << 20;
    // What stands between two of them goes down by the length of all later ones; the last part first, each from its end.
    let mut shift = 0;
    for (place, (from, row)) in rows.iter().enumerate().rev() {
        shift += row.len() as u64;
        let begin = place.checked_sub(1).map_or(first, |before| rows[before].0 + rows[before].1.len() as u64);
        let mut end = *from;
        while end > begin {
            let start = begin.max(end.saturating_sub(BLOCK));
            let block = part(file, start, end)?;
            file.seek(SeekFrom::Start(start + shift))?;
            file.write_all(&block)?;
            end = start;
        }
    }
    file.seek(SeekFrom::Start(first))?;
    rows.iter().try_for_each(|(_, row)| file.write_all(row))
}

/// The bytes of a file from one place to before another.
fn part(file: &mut NewFile, from: u64, to: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![];
    file.seek(SeekFrom::Start(from))?;
    file.take(to - from).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A text as a cell of CSV: in quotes, marked if it would be taken for something else, nothing if it is empty.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut cell = String::new();
    if !text.is_empty() {
        quote(&marked(text), &mut cell);
    }
    cell
}

/// Adds a text in quotes.
fn quote(text: &str, row: &mut String) {
    row.push('"');
    for c in text.chars() {
        if c == '"' {
            row.push('"');
        }
        row.push(c);
    }
    row.push('"');
}
