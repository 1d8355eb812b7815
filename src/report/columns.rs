//! Small aligned tables of a summary: a name, then columns of numbers, at most 80 letters wide.

/// Letters of the name, and of each column.
pub(super) const NAME: usize = 24;
const NUMBER: usize = 14;
/// Columns that stand beside one another.
pub(super) const ABREAST: usize = 4;

/// One line; the name has been made to fit.
pub(super) fn row(name: &str, cells: impl IntoIterator<Item = String>) -> String {
    let mut line = format!("{name:NAME$}");
    cells.into_iter().for_each(|cell| line += &format!("{cell:>NUMBER$}"));
    line.trim_end().to_owned() + "\n"
}
