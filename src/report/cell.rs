use super::column::Kind;
use std::borrow::Cow;

/// A cell of a table. What does not exist (`None`, an empty text, a number that is not finite) is an empty cell in CSV
/// and null in Parquet.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Whole(i64),
    Number(f64),
    Single(f32),
    Flag(bool),
    None,
}

impl Cell<'_> {
    /// Whether it may stand in a column of this kind; nothing may stand anywhere.
    pub(super) fn fits(&self, kind: Kind) -> bool {
        match self {
            Cell::Text(_) => kind == Kind::Text,
            Cell::Whole(_) => kind == Kind::Whole,
            Cell::Number(_) => kind == Kind::Number,
            Cell::Single(_) => kind == Kind::Single,
            Cell::Flag(_) => kind == Kind::Flag,
            Cell::None => true,
        }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(Cow::Owned(text))
    }
}

impl From<f64> for Cell<'_> {
    fn from(value: f64) -> Self {
        Cell::Number(value)
    }
}

impl From<f32> for Cell<'_> {
    fn from(value: f32) -> Self {
        Cell::Single(value)
    }
}

impl From<bool> for Cell<'_> {
    fn from(value: bool) -> Self {
        Cell::Flag(value)
    }
}

impl From<u32> for Cell<'_> {
    fn from(value: u32) -> Self {
        Cell::Whole(value.into())
    }
}

/// Counts, replicates and seeds: all below 2^63.
impl From<u64> for Cell<'_> {
    fn from(value: u64) -> Self {
        Cell::Whole(value.cast_signed())
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::None, T::into)
    }
}
