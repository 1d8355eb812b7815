use super::Rule;
use super::faults::shortened;
use crate::diagnostics::{Diagnostic, Span, nearest};
use crate::scenario::raw::{Node, Value, decimal_comma};

/// "`key` must be ...".
pub(super) fn must(name: &str, rule: &Rule, span: Span) -> Diagnostic {
    Diagnostic::at(span, format!("{name} must be {}", rule.describe()))
}

/// The value is not even of the right sort.
pub(super) fn mismatch(name: &str, rule: &Rule, node: &Node) -> Diagnostic {
    let text = node.value.text().unwrap_or("");
    let hint = match (rule, &node.value) {
        (Rule::Number { .. } | Rule::Whole { .. }, Value::Text(text)) if text.trim().parse::<f64>().is_ok() => {
            Some(format!("write it without quotes: {}", text.trim()))
        }
        (Rule::Number { .. } | Rule::Whole { .. }, Value::Text(text)) => number_meant(text),
        (Rule::Any(rules), Value::Text(text)) if number_meant(text).is_some() && rules.iter().any(is_number) => {
            number_meant(text)
        }
        (Rule::Flag, Value::Text(text)) => match text.to_lowercase().as_str() {
            "true" | "yes" | "on" => Some("write true, without quotes".to_owned()),
            "false" | "no" | "off" => Some("write false, without quotes".to_owned()),
            _ => None,
        },
        (Rule::List { .. }, Value::Text(text)) => Some(format!("put it in a list: [\"{text}\"]")),
        (Rule::Any(rules), Value::Text(text)) => {
            let words = rules.iter().filter_map(|rule| if let Rule::Word(word) = rule { Some(*word) } else { None });
            nearest(text, words).map(|word| format!("did you mean \"{word}\"?"))
        }
        (Rule::Month | Rule::Any(_), Value::Date) => {
            Some("a month is a text of year and month: \"2015-04\"".to_owned())
        }
        _ => None,
    };
    let label = if matches!((rule, &node.value), (Rule::Any(_), Value::Text(_))) {
        format!("not \"{}\"", shortened(text))
    } else {
        format!("this is {}", node.value.what())
    };
    must(name, rule, node.span).label(label).hint_if(hint)
}

fn is_number(rule: &Rule) -> bool {
    matches!(rule, Rule::Number { .. } | Rule::Whole { .. })
}

/// The number that a text means which is none in TOML: `0,5`, `50 %`.
fn number_meant(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(percent) = text.strip_suffix('%') {
        let number: f64 = percent.trim().replace(',', ".").parse().ok().filter(|x: &f64| x.is_finite())?;
        return Some(format!("shares are parts of 1: {}", number / 100.0));
    }
    decimal_comma(text).map(|number| format!("decimals have a point: {number}"))
}
