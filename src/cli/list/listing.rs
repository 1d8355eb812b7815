use super::Value;
use crate::report::paragraph;

/// Things of one sort, one row each.
#[derive(Debug)]
pub(in crate::cli) struct Listing {
    /// What they are.
    pub title: String,
    /// Names of the cells of a row, in snake case.
    pub columns: Vec<&'static str>,
    /// So many of the first columns stand side by side for a reader; the sentence says what he wants to know of the others.
    pub abreast: usize,
    /// The rows.
    pub rows: Vec<Listed>,
}

/// One of them.
#[derive(Debug)]
pub(in crate::cli) struct Listed {
    /// A cell for each column.
    pub cells: Vec<Value>,
    /// What stands below its cells for a reader.
    pub sentence: String,
}

impl Listing {
    /// For a reader: aligned cells, the sentence below them.
    pub(super) fn text(&self) -> String {
        let short = self.abreast;
        let rows: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.cells[..short].iter().map(Value::text).collect()).collect();
        let widest = |column: usize| {
            let cells = rows.iter().map(|row| row[column].chars().count());
            cells.chain([self.columns[column].len()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..short).map(widest).collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let padded: Vec<String> = cells.zip(&widths).map(|(c, &width)| format!("{c:width$}")).collect();
            padded.join("  ").trim_end().to_owned() + "\n"
        };
        let mut text = format!("{}\n\n", self.title);
        if short > 1 {
            text += &format!("  {}", line(&mut self.columns[..short].iter().copied()));
        }
        for (row, cells) in self.rows.iter().zip(&rows) {
            text += &format!("  {}", line(&mut cells.iter().map(String::as_str)));
            text += &paragraph("      ", &row.sentence);
        }
        text
    }

    /// For other programs: as the tables of results are written.
    pub(super) fn csv(&self) -> String {
        let mut text = self.columns.join(",") + "\n";
        for row in &self.rows {
            text += &row.cells.iter().map(Value::csv).collect::<Vec<_>>().join(",");
            text.push('\n');
        }
        text
    }
}

/// `text`, and where the numbers come from.
pub(super) fn sourced(text: &str, source: &str) -> String {
    match source.trim_end_matches('.') {
        "" => format!("{text} [no source is given]"),
        source => format!("{text}. {source}."),
    }
}
