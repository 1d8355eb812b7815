use std::borrow::Cow;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text in UTF-8; months are texts such as `2015-04`.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers in double precision.
    Number,
    /// Numbers that were recorded in single precision.
    Single,
    /// True or false.
    Flag,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: Cow<'static, str>,
    pub(super) kind: Kind,
}

impl Column {
    /// Of texts or months.
    pub(super) const fn text(name: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind: Kind::Text }
    }

    /// Of whole numbers.
    pub(super) const fn whole(name: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind: Kind::Whole }
    }

    /// Of numbers in double precision.
    pub(super) const fn number(name: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind: Kind::Number }
    }

    /// Of numbers in single precision.
    pub(super) const fn single(name: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind: Kind::Single }
    }

    /// Of true and false.
    pub(super) const fn flag(name: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind: Kind::Flag }
    }
}
