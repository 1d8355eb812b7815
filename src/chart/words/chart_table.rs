use super::alt_text::clean;

/// The numbers of a picture, for who reads rather than looks: each row as wide as `columns`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// Names with units; the first column names the row.
    pub columns: Vec<String>,
    /// Cells as a reader wants them: rounded, with a % sign where they are shares; "–" where there is no value.
    pub rows: Vec<Vec<String>>,
}

impl ChartTable {
    /// A table of these cells, without letters that no page may hold.
    pub(in crate::chart) fn of(columns: Vec<String>, rows: impl IntoIterator<Item = Vec<String>>) -> ChartTable {
        let cleaned = |cells: Vec<String>| cells.iter().map(|cell| clean(cell).trim().to_owned()).collect();
        ChartTable { columns: cleaned(columns), rows: rows.into_iter().map(cleaned).collect() }
    }

    /// Adds a row that only says something, if there is something to say.
    pub(in crate::chart) fn with_note(mut self, note: Option<String>) -> ChartTable {
        if let Some(note) = note {
            let mut row = vec![String::new(); self.columns.len()];
            if let Some(first) = row.first_mut() {
                *first = note;
            }
            self.rows.push(row);
        }
        self
    }
}

/// The name of what stands at this place, with a word where the picture has only room for `most`.
pub(in crate::chart) fn name_or_left_out(name: &str, place: usize, most: usize) -> String {
    if place < most { name.to_owned() } else { format!("{name} (not drawn)") }
}

#[cfg(test)]
pub(in crate::chart) mod tests {
    use super::*;

    /// What holds for every table, whatever the data.
    pub fn assert_whole(table: &ChartTable) {
        assert!(!table.columns.is_empty());
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{row:?}");
            assert!(!row.iter().any(|cell| cell.contains("NaN") || cell.contains("inf")), "{row:?}");
        }
    }

    #[test]
    fn a_note_is_as_wide_as_the_table() {
        let table = ChartTable::of(vec!["a\u{0}".into(), "b".into()], [vec!["1".into(), " 2".into()]]);
        let table = table.with_note(None).with_note(Some("more".into()));
        assert_eq!(
            (table.columns, table.rows),
            (vec!["a".into(), "b".into()], vec![vec!["1".into(), "2".into()], vec!["more".into(), String::new()],])
        );
        assert_eq!([name_or_left_out("x", 7, 8), name_or_left_out("x", 8, 8)], ["x", "x (not drawn)"]);
    }
}
