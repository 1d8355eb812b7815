use super::faults::{number_fault, whole_fault};
use super::mismatch::{mismatch, must};
use super::months::{check_month, check_points};
use super::texts::{check_text, unknown_word};
use super::{Defined, Key, Rule, WordList};
use crate::diagnostics::Diagnostic;
use crate::scenario::raw::{Node, Table, Value};

/// Checks the value of `key`. A value that is wrong is reported and becomes [`Value::Bad`]; in a list, only the
/// wrong items do.
pub(super) fn check_value(key: &Key, node: &mut Node, defined: &Defined, out: &mut Vec<Diagnostic>) {
    let before = out.len();
    check(&format!("`{}`", key.name), &key.rule, node, defined, out);
    let whole = !matches!(node.value, Value::List(_)) || matches!(key.rule, Rule::Any(_));
    if out.len() > before && whole {
        node.value = Value::Bad;
    }
}

fn check(name: &str, rule: &Rule, node: &mut Node, defined: &Defined, out: &mut Vec<Diagnostic>) {
    let span = node.span;
    match (rule, &mut node.value) {
        (_, Value::Bad) | (Rule::Section(_), _) => {}
        (Rule::Any(rules), value) => match rules.iter().find(|rule| rule.is(value)).or_else(|| {
            rules
                .iter()
                .find(|rule| rule.fits(value) && !matches!(rule, Rule::Section(_)) && !rule.yields(rules, value))
        }) {
            Some(rule) => check(name, rule, node, defined, out),
            None if rules.iter().any(|rule| matches!(rule, Rule::Section(_)) && rule.fits(&node.value)) => {}
            None => out.push(mismatch(name, rule, node)),
        },
        // What these hold is looked at as documents and sections are.
        (Rule::Settings | Rule::Spread | Rule::Columns | Rule::Axes(_), Value::Table(_))
        | (Rule::Flag, Value::Flag(_)) => {}
        (Rule::Word(word), Value::Text(text)) if text == word => {}
        (Rule::Month, Value::Text(text)) => check_month(name, text, span, out),
        (Rule::Number { low, high, above }, Value::Whole(_) | Value::Number(_)) => {
            let x = node.value.number().unwrap_or(f64::NAN);
            out.extend(number_fault(x, *low, *high, *above).map(|fault| must(name, rule, span).label(fault)));
        }
        (Rule::Whole { low, high }, Value::Whole(n)) => {
            out.extend(whole_fault(*n, *low, *high).map(|fault| must(name, rule, span).label(fault)));
        }
        (Rule::Whole { high, .. }, Value::Number(x)) => out.push(not_whole(*x, *high, must(name, rule, span))),
        (Rule::Points { low, high }, Value::List(points)) => check_points(name, points, (*low, *high), span, out),
        (Rule::List { of, least }, Value::List(items)) => {
            if items.len() < *least {
                let message = format!("{name} is empty");
                out.push(Diagnostic::at(span, message).label(format!("must be {}", rule.describe())));
            }
            items.iter_mut().for_each(|item| check_item(name, of, item, defined, out));
        }
        (Rule::Counts { of, low, high }, Value::Table(table)) => {
            check_entries(*of, &Rule::Whole { low: *low, high: *high }, table, defined, out);
        }
        (Rule::Numbers { of, low, high }, Value::Table(table)) => {
            check_entries(*of, &Rule::Number { low: *low, high: *high, above: false }, table, defined, out);
            let lacking = of.words().into_iter().filter(|word| table.get(word).is_none());
            let lacking: Vec<String> = lacking.map(|word| format!("`{word}`")).collect();
            if !lacking.is_empty() {
                out.push(Diagnostic::at(span, format!("{name} lacks {}", lacking.join(", "))));
            }
        }
        (
            Rule::Text
            | Rule::Name
            | Rule::OwnName
            | Rule::Slug
            | Rule::Snake
            | Rule::Words(_)
            | Rule::Open(_)
            | Rule::Defined(_)
            | Rule::Metric,
            Value::Text(text),
        ) => check_text(name, rule, text, span, defined, out),
        _ => out.push(mismatch(name, rule, node)),
    }
}

/// A fraction where a whole number must be.
fn not_whole(x: f64, high: i64, must: Diagnostic) -> Diagnostic {
    let fault = if x.fract() != 0.0 || !x.is_finite() {
        "this is not a whole number".to_owned()
    } else if !(-1e15..=1e15).contains(&x) {
        format!("this is too {}", if x > 0.0 { "large" } else { "small" })
    } else {
        "this is written as a fraction".to_owned()
    };
    let hint = (x.fract() == 0.0 && x.abs() <= high as f64).then(|| format!("write it without the point: {x:.0}"));
    must.label(fault).hint_if(hint)
}

fn check_item(name: &str, of: &Rule, item: &mut Node, defined: &Defined, out: &mut Vec<Diagnostic>) {
    let before = out.len();
    check(name, of, item, defined, out);
    if out.len() > before {
        item.value = Value::Bad;
    }
}

/// Every entry of `table` is one of the words `of`, with a value by `rule`.
fn check_entries(of: WordList, rule: &Rule, table: &mut Table, defined: &Defined, out: &mut Vec<Diagnostic>) {
    for entry in &mut table.entries {
        if defined.has(of, &entry.key) {
            check(&format!("`{}`", entry.key), rule, &mut entry.node, defined, out);
        } else {
            out.push(unknown_word(of, &entry.key, entry.key_span, defined));
        }
    }
}

impl Rule {
    /// Whether `value` is exactly this word.
    fn is(&self, value: &Value) -> bool {
        matches!((self, value), (Rule::Word(word), Value::Text(text)) if text == word)
    }

    /// Whether a text looks more like one of the words beside this rule than like what this rule wants.
    fn yields(&self, rules: &[Rule], value: &Value) -> bool {
        let words = rules.iter().filter_map(|rule| if let Rule::Word(word) = rule { Some(*word) } else { None });
        matches!((self, value), (Rule::Month, Value::Text(text)) if !text.starts_with(|c: char| c.is_ascii_digit()))
            && words.count() > 0
    }
}
