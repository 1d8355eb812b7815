use std::ops::Range;

/// A cell of a table: what it says, and its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvCell {
    /// What it says, without the blanks around it.
    pub text: String,
    /// Its bytes, quotes included.
    pub range: Range<usize>,
}

/// The rows of a table in CSV (RFC 4180): cells between commas, or semicolons or tabs if its first line has more of those; in quotes
/// where they hold one, a line break or a quote, which is doubled. Empty lines are no rows.
///
/// A library would give the cells without the places where they stand.
///
/// # Errors
/// Where the text ends in an open quote, the byte at which that began.
pub fn csv_rows(text: &str) -> Result<Vec<Vec<CsvCell>>, usize> {
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
        let is_empty = |row: &[CsvCell]| row.iter().all(|cell| cell.text.trim().is_empty());
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

fn cell(text: &str, from: usize, comma: char) -> Result<CsvCell, usize> {
    let rest = &text[from..];
    if !rest.starts_with('"') {
        let length = rest.find([comma, '\n', '\r']).unwrap_or(rest.len());
        return Ok(CsvCell { text: rest[..length].trim().to_owned(), range: from..from + length });
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
    Ok(CsvCell { text: said, range: from..at + after })
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
