use super::column::Kind;
use crate::quantity::Month;
use std::borrow::Cow;

/// A cell of a table. What does not exist (`None`, an empty text, a number that is not finite) is an empty cell in CSV
/// and null in Parquet.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) enum Cell<'a> {
    Text(Cow<'a, str>),
    Month(Month),
    Whole(i64),
    Number(f64),
    Single(f32),
    Flag(bool),
    None,
}

impl Cell<'_> {
    /// Whether it may stand in a column of this kind; nothing may stand anywhere.
    pub(in crate::report) fn fits(&self, kind: Kind) -> bool {
        match self {
            Cell::Text(_) => kind == Kind::Text,
            Cell::Month(_) => kind == Kind::Month,
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

impl From<Month> for Cell<'_> {
    fn from(month: Month) -> Self {
        Cell::Month(month)
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

impl Cell<'_> {
    /// A number in a column of that kind: whole numbers are kept as doubles while they are measured.
    pub(in crate::report) fn measured(value: f64, kind: Kind) -> Self {
        match kind {
            Kind::Whole if value.is_finite() => {
                debug_assert!(value.fract() == 0.0, "{value} is no whole number");
                Cell::Whole(value as i64)
            }
            Kind::Whole => Cell::None,
            _ => Cell::Number(value),
        }
    }
}
