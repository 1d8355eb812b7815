use crate::diagnostics::{Diagnostic, SourceId, Span, nearest};
use crate::scenario::{CsvCell, CsvTable, csv_table, row_span, too_long};

/// A table that is looked for: what it is called in mistakes, the columns that it must have, and those that it may have.
pub(super) struct TableAsked {
    pub what: &'static str,
    pub must: &'static [&'static str],
    pub may: &'static [&'static str],
    /// How many of the columns that it must have must have a cell in every row.
    pub filled: usize,
}

/// A row: a cell for each column that was asked for, first those that must be there, with its place. Empty where there is none.
pub(super) struct TableRow {
    pub cells: Vec<(String, Span)>,
    pub whole: Span,
}

impl TableRow {
    pub(super) fn text(&self, at: usize) -> &str {
        &self.cells[at].0
    }
}

/// The rows of `text`; all that is wrong with it goes to `out`.
pub(super) fn rows(source: SourceId, text: &str, asked: &TableAsked, out: &mut Vec<Diagnostic>) -> Vec<TableRow> {
    let what = asked.what;
    let Some(CsvTable { head, rows }) = csv_table(source, text, out) else { return Vec::new() };
    if head.is_empty() {
        let message = format!("the {what} table is empty");
        let hint = format!("its first line names its columns: {}", asked.must.join(","));
        out.push(Diagnostic::at(Span::new(source, 0..0), message).hint(hint));
        return Vec::new();
    }
    let line = row_span(&head);
    let before = out.len();
    let columns: Vec<Option<usize>> = asked
        .must
        .iter()
        .chain(asked.may)
        .enumerate()
        .map(|(n, name)| column(name, n < asked.must.len(), &head, (what, line), out))
        .collect();
    if out.len() > before {
        return Vec::new();
    }
    if rows.is_empty() {
        out.push(Diagnostic::at(line, format!("the {what} table has heads and no row")));
    }
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        let whole = row_span(&row);
        if let Some(fault) = too_long(&row, head.len(), &format!("the {what} table")) {
            out.push(fault);
            continue;
        }
        let cell = |column: &Option<usize>| match column.and_then(|at| row.get(at)) {
            Some(cell) => (cell.text.trim().to_owned(), cell.span),
            None => (String::new(), whole),
        };
        let cells: Vec<(String, Span)> = columns.iter().map(cell).collect();
        match (0..asked.filled).find(|&at| cells[at].0.is_empty()) {
            Some(at) => out.push(Diagnostic::at(whole, format!("this row has no `{}`", asked.must[at]))),
            None => read.push(TableRow { cells, whole }),
        }
    }
    read
}

/// Where the column `name` is.
fn column(
    name: &str,
    must: bool,
    head: &[CsvCell],
    (what, line): (&str, Span),
    out: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let mut found = (0..head.len()).filter(|&at| head[at].text.trim().eq_ignore_ascii_case(name));
    let (first, second) = (found.next(), found.next());
    if second.is_some() {
        out.push(Diagnostic::at(line, format!("the {what} table has two columns `{name}`")));
    } else if first.is_none() && must {
        let heads: Vec<&str> = head.iter().map(|cell| cell.text.trim()).collect();
        let message = format!("the {what} table has no column `{name}`; it has {}", heads.join(", "));
        let hint =
            nearest(name, heads.iter().copied()).map(|meant| format!("is it \"{meant}\"? then call it `{name}`"));
        out.push(Diagnostic::at(line, message).hint_if(hint));
    }
    first
}
