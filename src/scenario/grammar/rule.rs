use super::faults::UNBOUNDED;
use super::{Form, Rule, Section};
use crate::scenario::raw::Value;

/// 0 to 1.
pub(super) fn share() -> Rule {
    Rule::Number { low: 0.0, high: 1.0, above: false }
}

/// -1 to 1.
pub(super) fn signed() -> Rule {
    Rule::Number { low: -1.0, high: 1.0, above: false }
}

/// A number, or points whose values lie in the same range.
pub(super) fn line(low: f64, high: f64) -> Rule {
    Rule::Any(vec![Rule::Number { low, high, above: false }, Rule::Points { low, high }])
}

/// A list of names.
pub(super) fn names(least: usize) -> Rule {
    Rule::List { of: Box::new(Rule::Name), least }
}

impl Rule {
    /// What it wants, for a reader: "a share from 0 to 1".
    pub fn describe(&self) -> String {
        match self {
            Rule::Text => "a text in quotes".to_owned(),
            Rule::Name | Rule::OwnName => "a name in quotes".to_owned(),
            Rule::Slug => "a name of letters, digits, `-` and `_`, in quotes".to_owned(),
            Rule::Snake => "a name in small_letters_with_underscores, in quotes".to_owned(),
            Rule::Flag => "true or false".to_owned(),
            Rule::Month => "a month like \"2015-04\"".to_owned(),
            Rule::Number { low, high, above } => {
                let above = if *above { "above " } else { "" };
                if *high >= UNBOUNDED && *low == 0.0 && !above.is_empty() {
                    "a number above 0".to_owned()
                } else if *low <= -UNBOUNDED {
                    "a number".to_owned()
                } else if *high >= UNBOUNDED {
                    format!("a number of {low} or more")
                } else {
                    format!("a number from {above}{low} to {high}")
                }
            }
            Rule::Whole { low, high } => format!("a whole number from {low} to {high}"),
            Rule::Word(word) => format!("\"{word}\""),
            Rule::Words(list) | Rule::Open(list) | Rule::Defined(list) => list.what().to_owned(),
            Rule::Points { .. } => "a time line like [[0, 0.9], [24, 0.3]]".to_owned(),
            Rule::List { of, .. } => format!("a list of {}", of.plural()),
            Rule::Counts { of, .. } => format!("a table of counts by {} like {{ {} = 2 }}", of.word(), of.example()),
            Rule::Numbers { of, .. } => {
                format!("a table of numbers by {} like {{ {} = 0.5 }}", of.word(), of.example())
            }
            Rule::Metric => "a metric".to_owned(),
            Rule::Spread => "a range like { low = 0.2, high = 0.6 } over which sites are spread".to_owned(),
            Rule::Columns => "a table of columns like { population = \"Pupils\" }".to_owned(),
            Rule::Settings => "a table of settings like { \"programme.funding.award\" = 0.4 }".to_owned(),
            Rule::Axes(_) => "a table of axes like { \"programme.funding.award\" = [0.4, 0.6] }".to_owned(),
            Rule::Section(section) => match section.form {
                Form::Inline => format!("a table {{ ... }} ({})", keys_of(section)),
                Form::Named | Form::Nameless => format!("[[{}]] entries", section.path),
                _ => format!("a table [{}]", section.path),
            },
            Rule::Any(rules) => either(rules.iter().map(Rule::describe).collect()),
        }
    }

    fn plural(&self) -> String {
        match self {
            Rule::Words(list) | Rule::Open(list) | Rule::Defined(list) => list.plural().to_owned(),
            Rule::Name => "names in quotes".to_owned(),
            Rule::Metric => "metrics".to_owned(),
            Rule::Whole { low, high } => format!("whole numbers from {low} to {high}"),
            other => other.describe(),
        }
    }

    /// Whether `value` is of the sort that this wants, right or wrong.
    pub fn fits(&self, value: &Value) -> bool {
        match self {
            Rule::Text | Rule::Name | Rule::OwnName | Rule::Slug | Rule::Snake | Rule::Month => {
                matches!(value, Value::Text(_))
            }
            Rule::Words(_) | Rule::Open(_) | Rule::Defined(_) | Rule::Metric => matches!(value, Value::Text(_)),
            Rule::Word(_) => false,
            Rule::Flag => matches!(value, Value::Flag(_)),
            Rule::Number { .. } | Rule::Whole { .. } => matches!(value, Value::Whole(_) | Value::Number(_)),
            Rule::Points { .. } | Rule::List { .. } => matches!(value, Value::List(_)),
            Rule::Counts { .. }
            | Rule::Numbers { .. }
            | Rule::Settings
            | Rule::Spread
            | Rule::Columns
            | Rule::Axes(_) => {
                matches!(value, Value::Table(_))
            }
            Rule::Section(_) => matches!(value, Value::Table(_) | Value::List(_)),
            Rule::Any(rules) => rules.iter().any(|rule| rule.fits(value)),
        }
    }
}

/// "a, b or c".
pub(super) fn either(mut words: Vec<String>) -> String {
    match words.pop() {
        None => String::new(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
    }
}

fn keys_of(section: &Section) -> String {
    section.keys.iter().map(|key| key.name).collect::<Vec<_>>().join(", ")
}
