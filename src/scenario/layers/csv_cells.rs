use crate::diagnostics::{Diagnostic, SourceId, Span};
use std::ops::Range;

/// A cell of a table: what it says, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvCell {
    /// What it says, without the blanks around it.
    pub text: String,
    /// Its place, quotes included.
    pub span: Span,
}

/// A table in CSV: its head, and the rows below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvTable {
    /// The first line; nothing if the table is empty.
    pub head: Vec<CsvCell>,
    /// The others; they may have more cells than the head ([`too_long`]), or fewer.
    pub rows: Vec<Vec<CsvCell>>,
}

/// The table that a text is. A quote that is not closed goes to `out`, and then there is no table.
pub fn csv_table(source: SourceId, text: &str, out: &mut Vec<Diagnostic>) -> Option<CsvTable> {
    let placed = |cell: RawCell| CsvCell { text: cell.text, span: Span::new(source, cell.range) };
    let rows = match csv_rows(text) {
        Ok(rows) => rows,
        Err(at) => {
            out.push(Diagnostic::at(Span::new(source, at..at + 1), "a quote is not closed"));
            return None;
        }
    };
    let mut rows = rows.into_iter().map(|row| row.into_iter().map(placed).collect());
    Some(CsvTable { head: rows.next().unwrap_or_default(), rows: rows.collect() })
}

/// Where a row stands.
#[must_use]
pub fn row_span(row: &[CsvCell]) -> Span {
    match (row.first(), row.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => Span::NOWHERE,
    }
}

/// That a row has more cells than the head of its table, if it has; `name` is what that is called, such as "the table".
#[must_use]
pub fn too_long(row: &[CsvCell], columns: usize, name: &str) -> Option<Diagnostic> {
    let message = format!("this row has {} cells, and {name} {columns} columns", row.len());
    row.get(columns).map(|cell| Diagnostic::at(cell.span, message).hint("a cell with a comma stands in quotes"))
}

/// A cell, and its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RawCell {
    text: String,
    range: Range<usize>,
}

/// The rows of a table in CSV (RFC 4180): cells between commas, or semicolons or tabs if its first line has more of those; in quotes
/// where they hold one, a line break or a quote, which is doubled. Empty lines are no rows. Where the text ends in an open quote, the
/// byte at which that began.
///
/// A library would give the cells without the places where they stand.
fn csv_rows(text: &str) -> Result<Vec<Vec<RawCell>>, usize> {
    let comma = separator(text);
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut at = 0;
    loop {
        let cell = cell(text, at, comma)?;
        at = cell.range.end;
        row.push(cell);
        let rest = &text[at..];
        if rest.starts_with(comma) {
            at += comma.len_utf8();
            continue;
        }
        let is_empty = |row: &[RawCell]| row.iter().all(|cell| cell.text.trim().is_empty());
        let done = std::mem::take(&mut row);
        if !is_empty(&done) {
            rows.push(done);
        }
        at += if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        if at >= text.len() {
            return Ok(rows);
        }
    }
}

fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or("");
    let count = |sign: char| first.matches(sign).count();
    let most = [',', ';', '\t'].into_iter().max_by_key(|&sign| (count(sign), sign == ','));
    most.unwrap_or(',')
}

fn cell(text: &str, from: usize, comma: char) -> Result<RawCell, usize> {
    let rest = &text[from..];
    if !rest.starts_with('"') {
        let length = rest.find([comma, '\n', '\r']).unwrap_or(rest.len());
        return Ok(RawCell { text: rest[..length].trim().to_owned(), range: from..from + length });
    }
    let mut said = String::new();
    let mut at = from + 1;
    loop {
        let close = at + text[at..].find('"').ok_or(from)?;
        said += &text[at..close];
        at = close + 1;
        if !text[at..].starts_with('"') {
            break;
        }
        said.push('"');
        at += 1;
    }
    let after = text[at..].find([comma, '\n', '\r']).unwrap_or(text.len() - at);
    said += text[at..at + after].trim_end();
    Ok(RawCell { text: said, range: from..at + after })
}

#[cfg(test)]
mod tests {
    use super::csv_rows;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let rows = csv_rows(text).unwrap();
        rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn cells_are_those_of_the_standard() {
        assert_eq!(texts("a,b\r\n1, 2 \n\n\"x, \"\"y\"\"\",\n"), [["a", "b"], ["1", "2"], ["x, \"y\"", ""]]);
        assert_eq!(texts("a;b\n1,5;\"two\nlines\""), [["a", "b"], ["1,5", "two\nlines"]]);
        assert_eq!(texts(""), Vec::<Vec<String>>::new());
        assert_eq!(csv_rows("a\n\"open"), Err(2));
        let rows = csv_rows("name,people\nNorth,\"12\"\n").unwrap();
        assert_eq!((rows[1][0].range.clone(), rows[1][1].range.clone()), (12..17, 18..22));
    }
}
