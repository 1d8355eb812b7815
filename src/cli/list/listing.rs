use crate::report::paragraph;

/// Things of one sort, one row each.
#[derive(Debug)]
pub(in crate::cli) struct Listing {
    /// What they are.
    pub title: String,
    /// Names of the cells of a row, in snake case; the last one holds a sentence.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Listing {
    /// For a reader: aligned cells, the sentence below them.
    pub(super) fn text(&self) -> String {
        let short = self.columns.len() - 1;
        let widest = |column: usize| {
            let cells = self.rows.iter().map(|row| row[column].chars().count());
            cells.chain([self.columns[column].len()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..short).map(widest).collect();
        let line = |cells: Vec<&str>| {
            let padded: Vec<String> = cells.iter().zip(&widths).map(|(c, &width)| format!("{c:width$}")).collect();
            padded.join("  ").trim_end().to_owned() + "\n"
        };
        let mut text = format!("{}\n\n", self.title);
        if short > 1 {
            text += &format!("  {}", line(self.columns[..short].to_vec()));
        }
        for row in &self.rows {
            text += &format!("  {}", line(row[..short].iter().map(String::as_str).collect()));
            text += &paragraph("      ", &row[short]);
        }
        text
    }

    /// For other programs.
    pub(super) fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(vec![]);
        // Writing to memory cannot fail.
        let _ = writer.write_record(&self.columns);
        for row in &self.rows {
            let _ = writer.write_record(row);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}
