use super::unit_words::unit_in_tables;
use crate::analysis::Headline;
use std::borrow::Cow;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Kind {
    /// Text in UTF-8.
    Text,
    /// Calendar months.
    Month,
    /// Whole numbers.
    Whole,
    /// Numbers in double precision.
    Number,
    /// Numbers that were recorded in single precision.
    Single,
    /// True or false.
    Flag,
}

impl Kind {
    /// What it is called for a reader.
    pub(in crate::report) const fn word(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Month => "month",
            Kind::Whole => "integer",
            Kind::Number => "number",
            Kind::Single => "number (single)",
            Kind::Flag => "boolean",
        }
    }
}

/// A column of a table: it cannot be made without saying what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct Column {
    pub(in crate::report) name: Cow<'static, str>,
    pub(in crate::report) kind: Kind,
    /// In words; empty where there is none.
    pub(in crate::report) unit: Cow<'static, str>,
    /// One sentence or more, in Markdown.
    pub(in crate::report) meaning: Cow<'static, str>,
}

impl Column {
    const fn of(name: &'static str, kind: Kind, unit: &'static str, meaning: &'static str) -> Column {
        Column { name: Cow::Borrowed(name), kind, unit: Cow::Borrowed(unit), meaning: Cow::Borrowed(meaning) }
    }

    /// Of texts.
    pub(in crate::report) const fn text(name: &'static str, meaning: &'static str) -> Column {
        Column::of(name, Kind::Text, "", meaning)
    }

    /// Of calendar months.
    pub(in crate::report) const fn month(name: &'static str, meaning: &'static str) -> Column {
        Column::of(name, Kind::Month, "month", meaning)
    }

    /// Of whole numbers.
    pub(in crate::report) const fn whole(name: &'static str, unit: &'static str, meaning: &'static str) -> Column {
        Column::of(name, Kind::Whole, unit, meaning)
    }

    /// Of numbers in double precision.
    pub(in crate::report) const fn number(name: &'static str, unit: &'static str, meaning: &'static str) -> Column {
        Column::of(name, Kind::Number, unit, meaning)
    }

    /// Of numbers in single precision.
    pub(in crate::report) const fn single(name: &'static str, unit: &'static str, meaning: &'static str) -> Column {
        Column::of(name, Kind::Single, unit, meaning)
    }

    /// Of true and false.
    pub(in crate::report) const fn flag(name: &'static str, meaning: &'static str) -> Column {
        Column::of(name, Kind::Flag, "", meaning)
    }

    /// Of the values of a headline metric.
    pub(in crate::report) fn headline(headline: &Headline) -> Column {
        Column {
            name: Cow::Owned(headline.name.clone()),
            kind: if headline.is_whole() { Kind::Whole } else { Kind::Number },
            unit: Cow::Borrowed(unit_in_tables(headline.unit)),
            meaning: Cow::Owned(headline.meaning.clone()),
        }
    }

    /// Of the values of an axis of a sweep.
    pub(in crate::report) fn axis(key: &str, kind: Kind) -> Column {
        Column {
            name: Cow::Owned(key.to_owned()),
            kind,
            unit: Cow::Borrowed(""),
            meaning: Cow::Owned(format!("The value of `{key}` at this point.")),
        }
    }
}
