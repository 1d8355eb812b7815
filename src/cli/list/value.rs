use crate::report::quoted;

/// What stands in a cell of a listing.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::cli) enum Value {
    Text(String),
    Whole(u64),
    Number(f64),
    Flag(bool),
    /// Nothing.
    None,
}

impl Value {
    /// For a reader.
    pub(super) fn text(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Whole(whole) => whole.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
            Value::None => String::new(),
        }
    }

    /// As in the tables of results: texts quoted, numbers with a point.
    pub(super) fn csv(&self) -> String {
        match self {
            Value::Text(text) => quoted(text),
            Value::Number(number) => format!("{number:?}"),
            Value::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
            Value::Whole(_) | Value::None => self.text(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Value {
        Value::Number(number)
    }
}

impl From<u32> for Value {
    fn from(whole: u32) -> Value {
        Value::Whole(whole.into())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Flag(flag)
    }
}
