use super::Rule;
use super::faults::number_fault;
use super::mismatch::{mismatch, must};
use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::Month;
use crate::scenario::raw::{Node, Value};

/// Years outside are taken for slips of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2999;

/// Farthest point of a time line from the programme's start, in months.
pub(super) const FAR: i64 = 20_000;

/// Checks a month; `name` is what has it, for a message.
pub(super) fn check_month(name: &str, text: &str, span: Span, out: &mut Vec<Diagnostic>) {
    match text.parse::<Month>() {
        Err(why) => {
            let fixed = text.get(..7).filter(|_| text.len() == 10).and_then(|text| text.parse::<Month>().ok());
            let hint = fixed.map(|month| format!("leave out the day: \"{month}\""));
            let hint = hint.or_else(|| Some(format!("did you mean \"{}\"?", meant_month(text)?)));
            out.push(Diagnostic::at(span, format!("{name} must be a month")).label(why.to_string()).hint_if(hint));
        }
        Ok(month) if !YEARS.contains(&month.year()) => {
            let range = format!("years run from {} to {}", YEARS.start(), YEARS.end());
            out.push(Diagnostic::at(span, format!("{name} lies in the year {}", month.year())).label(range));
        }
        Ok(_) => {}
    }
}

/// The month that was meant by a text of a year of four digits and a month, in numbers or a word, in either order.
fn meant_month(text: &str) -> Option<Month> {
    const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut parts = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let (year, month) = if is_year(first) { (first, second) } else { (second, first) };
    let by_name = |name: &str| NAMES.iter().position(|one| name.to_ascii_lowercase().starts_with(one));
    let month = month.parse().ok().or_else(|| Some(by_name(month)? as i32 + 1))?;
    if parts.next().is_some() || !is_year(year) { None } else { Month::new(year.parse().ok()?, month) }
}

/// Checks the points of a time line, but for their order.
pub(super) fn check_points(
    name: &str,
    points: &mut [Node],
    (low, high): (f64, f64),
    span: Span,
    out: &mut Vec<Diagnostic>,
) {
    if points.is_empty() {
        out.push(Diagnostic::at(span, format!("the time line {name} has no points")));
    }
    if points.iter().any(|point| !matches!(point.value, Value::List(_))) {
        let hint = "a time line is a list of points, each a list of month and value: [[0, 0.9], [24, 0.3]]";
        out.push(Diagnostic::at(span, format!("the points of {name} must be [month, value]")).hint(hint));
        return;
    }
    for point in points {
        let place = point.span;
        let Value::List(pair) = &mut point.value else { continue };
        let [at, value] = pair.as_mut_slice() else {
            let label = format!("this has {} of the two", pair.len());
            let parted = pair.len() == 3 && pair.iter().all(|one| matches!(one.value, Value::Whole(_)));
            let hint = parted.then(|| "decimals have a point: [12, 0.5]".to_owned());
            let message = format!("a point of {name} must be [month, value]");
            out.push(Diagnostic::at(place, message).label(label).hint_if(hint));
            continue;
        };
        match &at.value {
            Value::Text(text) => check_month(&format!("the month of a point of {name}"), text, at.span, out),
            Value::Whole(n) if (-FAR..=FAR).contains(n) => {}
            Value::Whole(_) => {
                let what = format!("a point of {name} is more than {FAR} months from the programme's start");
                out.push(Diagnostic::at(at.span, what));
            }
            other => {
                let what = format!(
                    "the month of a point of {name} must be a whole number of months since the programme's start, \
                     or a month like \"2015-04\""
                );
                out.push(Diagnostic::at(at.span, what).label(format!("this is {}", other.what())));
            }
        }
        let rule = Rule::Number { low, high, above: false };
        match value.value.number() {
            None => out.push(mismatch(&format!("a value of {name}"), &rule, value)),
            Some(x) => out.extend(
                number_fault(x, low, high, false)
                    .map(|fault| must(&format!("a value of {name}"), &rule, value.span).label(fault)),
            ),
        }
    }
}
