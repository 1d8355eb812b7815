use super::axes::check_axes;
use super::faults::{folder_fault, name_fault, number_fault, shortened, whole_fault};
use super::months::{check_month, check_points};
use super::{Key, Rule, Vocabulary};
use crate::diagnostics::{Advice, Diagnostic, Said, Span, nearest};
use crate::scenario::OutcomeSection;
use crate::scenario::raw::{Node, Value, decimal_comma};

/// Checks the value of `key`. A value that is wrong is reported and becomes [`Value::Bad`]; in a list, only the
/// wrong items do, and among axes the wrong ones.
pub(super) fn check_value(key: &Key, node: &mut Node, out: &mut Vec<Diagnostic>) {
    let before = out.len();
    check(&format!("`{}`", key.name), &key.rule, node, out);
    let parts = matches!((&key.rule, &node.value), (_, Value::List(_)) | (Rule::Axes(_), Value::Table(_)));
    let whole = !parts || matches!(key.rule, Rule::Any(_));
    if out.len() > before && whole {
        node.value = Value::Bad;
    }
}

fn check(name: &str, rule: &Rule, node: &mut Node, out: &mut Vec<Diagnostic>) {
    let span = node.span;
    let wrong = |node: &Node| mismatch(name, rule, node);
    match (rule, &mut node.value) {
        (_, Value::Bad) | (Rule::Section(_), _) => {}
        (Rule::Any(rules), value) => match rules.iter().find(|rule| rule.is(value)).or_else(|| {
            rules
                .iter()
                .find(|rule| rule.fits(value) && !matches!(rule, Rule::Section(_)) && !rule.yields(rules, value))
        }) {
            Some(rule) => check(name, rule, node, out),
            None if rules.iter().any(|rule| matches!(rule, Rule::Section(_)) && rule.fits(&node.value)) => {}
            None => out.push(mismatch(name, rule, node)),
        },
        // What it may hold was decided where it was read.
        (Rule::Text, Value::Text(_)) => {}
        (Rule::Name, Value::Text(text)) => {
            out.extend(name_fault(text).map(|fault| must(name, rule, span).label(fault)))
        }
        (Rule::OwnName, Value::Text(text)) => {
            let fault = name_fault(text).map(|fault| must(name, rule, span).label(fault));
            out.extend(fault.or_else(|| reserved(text, span)));
        }
        (Rule::Slug, Value::Text(text)) => {
            if let Some(fault) = folder_fault(text) {
                let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                let better: String = text.trim().chars().take(100).map(|c| if plain(c) { c } else { '-' }).collect();
                let better = match better.trim_start_matches('-') {
                    better if folder_fault(better).is_none() => better.to_owned(),
                    better => format!("{better}-1"),
                };
                let says = better.chars().any(char::is_alphanumeric) && folder_fault(&better).is_none();
                let hint = says.then(|| format!("perhaps \"{better}\""));
                out.push(must(name, rule, span).label(fault).note("it names a folder").hint_if(hint));
            }
            out.extend(reserved(text, span));
        }
        (Rule::Snake, Value::Text(text)) => {
            let good = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if !good || !text.starts_with(|c: char| c.is_ascii_lowercase()) || text.len() > 100 {
                out.push(must(name, rule, span));
            }
            out.extend(reserved(text, span));
        }
        (Rule::Month, Value::Text(text)) => check_month(name, text, span, out),
        (Rule::Number { low, high, above }, Value::Whole(_) | Value::Number(_)) => {
            let x = node.value.number().unwrap_or(f64::NAN);
            out.extend(number_fault(x, *low, *high, *above).map(|fault| must(name, rule, span).label(fault)));
        }
        (Rule::Whole { low, high }, Value::Whole(n)) => {
            out.extend(whole_fault(*n, *low, *high).map(|fault| must(name, rule, span).label(fault)));
        }
        (Rule::Whole { high, .. }, Value::Number(x)) => {
            let fault = if x.fract() != 0.0 || !x.is_finite() {
                "this is not a whole number".to_owned()
            } else if *x > 1e15 || *x < -1e15 {
                format!("this is too {}", if *x > 0.0 { "large" } else { "small" })
            } else {
                "this is written as a fraction".to_owned()
            };
            let hint =
                (x.fract() == 0.0 && x.abs() <= *high as f64).then(|| format!("write it without the point: {x:.0}"));
            out.push(must(name, rule, span).label(fault).hint_if(hint));
        }
        (Rule::Words(vocabulary), Value::Text(text)) => {
            if !vocabulary.words().contains(&text.as_str()) {
                out.push(unknown_word(*vocabulary, text, span));
            }
        }
        (Rule::Open(_), Value::Text(text)) => {
            out.extend(name_fault(text).map(|fault| must(name, rule, span).label(fault)))
        }
        (Rule::Metric, Value::Text(text)) => {
            if !OutcomeSection::knows(text) {
                out.push(unknown_metric(text, span));
            }
        }
        (Rule::Settings, Value::Table(_)) => {}
        (Rule::Axes(range), Value::Table(axes)) => check_axes(name, range, axes, span, out),
        (Rule::Points { low, high }, Value::List(points)) => check_points(name, points, (*low, *high), span, out),
        (Rule::List { of, least }, Value::List(items)) => {
            if items.len() < *least {
                out.push(
                    Diagnostic::at(span, format!("{name} is empty")).label(format!("must be {}", rule.describe())),
                );
            }
            for item in items {
                let before = out.len();
                check(name, of, item, out);
                if out.len() > before {
                    item.value = Value::Bad;
                }
            }
        }
        (Rule::Counts { of, low, high }, Value::Table(table)) => {
            for entry in &mut table.entries {
                if of.words().contains(&entry.key.as_str()) {
                    check(&format!("`{}`", entry.key), &Rule::Whole { low: *low, high: *high }, &mut entry.node, out);
                } else {
                    out.push(unknown_word(*of, &entry.key, entry.key_span));
                }
            }
        }
        (Rule::Numbers { of, low, high }, Value::Table(table)) => {
            for entry in &mut table.entries {
                if of.words().contains(&entry.key.as_str()) {
                    check(
                        &format!("`{}`", entry.key),
                        &Rule::Number { low: *low, high: *high, above: false },
                        &mut entry.node,
                        out,
                    );
                } else {
                    out.push(unknown_word(*of, &entry.key, entry.key_span));
                }
            }
            for word in of.words() {
                if table.get(word).is_none() {
                    out.push(Diagnostic::at(span, format!("{name} lacks `{word}`")));
                }
            }
        }
        (Rule::Flag, Value::Flag(_)) => {}
        (Rule::Word(word), Value::Text(text)) if text == word => {}
        _ => out.push(wrong(node)),
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

/// Tables have a row for `all` sites, arms, kinds and regions, and a board may have `all` organisations.
fn reserved(text: &str, span: Span) -> Option<Diagnostic> {
    text.eq_ignore_ascii_case("all").then(|| {
        Diagnostic::at(span, format!("nothing can be named \"{text}\""))
            .note("\"all\" stands for everything: in the tables, and where a file names members or scopes")
            .hint("another name")
    })
}

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

/// `word` is none of `vocabulary`.
fn unknown_word(vocabulary: Vocabulary, word: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::at(span, format!("\"{}\" is not {}", shortened(word), vocabulary.what()));
    let word = word.to_owned();
    diagnostic.advise(Advice::new(move || {
        let words = vocabulary.words();
        match nearest(&word, words.iter().copied()) {
            Some(meant) => Said::Hint(format!("did you mean \"{meant}\"?")),
            None => Said::Note(format!("the {} are {}", vocabulary.plural(), words.join(", "))),
        }
    }))
}

/// `word` is no metric.
fn unknown_metric(word: &str, span: Span) -> Diagnostic {
    let family = "`survived_N` is the share of initiatives still alive N months (1 to 1200) after the programme";
    if word.strip_prefix("survived_").is_some_and(|months| months.starts_with(|c: char| c.is_ascii_digit())) {
        return Diagnostic::at(span, format!("\"{}\" is not a metric", shortened(word))).note(family);
    }
    let metrics = Vocabulary::Metric.words();
    let diagnostic = Diagnostic::at(span, format!("\"{}\" is not a metric", shortened(word)));
    match nearest(word, metrics.iter().copied()) {
        Some(meant) => diagnostic.hint(format!("did you mean \"{meant}\"?")),
        None => diagnostic.note(format!("the metrics are {}", metrics.join(", "))).note(family),
    }
}
