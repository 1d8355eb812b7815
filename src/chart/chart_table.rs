/// The numbers of a picture, for who reads rather than looks: each row as wide as `columns`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// Names with units; the first column names the row.
    pub columns: Vec<String>,
    /// Cells as a reader wants them: rounded, with a % sign where they are shares; "–" where there is no value.
    pub rows: Vec<Vec<String>>,
}
