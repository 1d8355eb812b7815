use crate::diagnostics::Span;
use crate::scenario::raw::{Node, Value};
use std::fmt;

/// A value on an axis of a sweep. Displayed as written, a text without its quotes.
#[derive(Clone, Debug, PartialEq)]
pub enum AxisValue {
    /// A number with a point.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// A text: a month, a word, a name.
    Text(String),
    /// True or false.
    Flag(bool),
}

impl AxisValue {
    /// The number that it is, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match *self {
            AxisValue::Number(x) => Some(x),
            #[expect(clippy::cast_precision_loss, reason = "whole numbers of scenarios are far smaller")]
            AxisValue::Whole(n) => Some(n as f64),
            AxisValue::Text(_) | AxisValue::Flag(_) => None,
        }
    }

    /// What a file says; `None` for a list, a table or a mistake.
    pub(super) fn of(value: &Value) -> Option<AxisValue> {
        match value {
            Value::Number(x) => Some(AxisValue::Number(*x)),
            Value::Whole(n) => Some(AxisValue::Whole(*n)),
            Value::Text(text) => Some(AxisValue::Text(text.clone())),
            Value::Flag(flag) => Some(AxisValue::Flag(*flag)),
            Value::Date | Value::List(_) | Value::Table(_) | Value::Bad => None,
        }
    }

    /// As if it stood at `span` of a file.
    pub(in crate::scenario) fn node(&self, span: Span) -> Node {
        let value = match self {
            AxisValue::Number(x) => Value::Number(*x),
            AxisValue::Whole(n) => Value::Whole(*n),
            AxisValue::Text(text) => Value::Text(text.clone()),
            AxisValue::Flag(flag) => Value::Flag(*flag),
        };
        Node { value, span }
    }

    /// Whether a scenario would take the two for the same: 1 and 1.0 are.
    pub(super) fn is_same(&self, other: &AxisValue) -> bool {
        self == other || matches!((self.number(), other.number()), (Some(a), Some(b)) if a == b)
    }
}

impl fmt::Display for AxisValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AxisValue::Number(x) => write!(f, "{x:?}"),
            AxisValue::Whole(n) => write!(f, "{n}"),
            AxisValue::Text(text) => f.write_str(text),
            AxisValue::Flag(flag) => write!(f, "{flag}"),
        }
    }
}
