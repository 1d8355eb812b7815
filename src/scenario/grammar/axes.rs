use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::raw::{Node, Table, Value};

/// Most values of one axis: each is tried when the file is read.
pub(super) const LONGEST: i64 = 1_000;

/// What checks the shape of a table.
pub(super) type CheckShape<'a> = &'a dyn Fn(&mut Table, Span, &mut Vec<Diagnostic>);

/// Checks the table of axes `name`; one that is no list must be a range, whose shape `check_range` looks at.
pub(super) fn check_axes(
    name: &str,
    check_range: CheckShape<'_>,
    axes: &mut Table,
    span: Span,
    out: &mut Vec<Diagnostic>,
) {
    if axes.entries.is_empty() {
        let hint = "name at least one: axes = { \"programme.funding.award\" = [0.4, 0.6, 0.8] }";
        out.push(Diagnostic::at(span, format!("{name} is empty: nothing varies")).hint(hint));
    }
    for entry in &mut axes.entries {
        let before = out.len();
        if let Some(key) = unquoted(&entry.key, &entry.node) {
            let hint = format!("put the whole key in quotes: \"{key}\" = ...");
            out.push(Diagnostic::at(entry.key_span, "the dotted key of an axis stands in quotes").hint(hint));
        } else {
            check_axis(&entry.key, check_range, &mut entry.node, out);
        }
        if out.len() > before {
            entry.node.value = Value::Bad;
        }
    }
}

/// The dotted key that was meant, if TOML has read one without quotes as tables within tables.
fn unquoted(key: &str, node: &Node) -> Option<String> {
    let Value::Table(table) = &node.value else { return None };
    match table.entries.as_slice() {
        [only] if matches!(only.node.value, Value::List(_) | Value::Table(_)) => {
            Some(unquoted(&format!("{key}.{}", only.key), &only.node).unwrap_or_else(|| format!("{key}.{}", only.key)))
        }
        _ => None,
    }
}

fn check_axis(name: &str, check_range: CheckShape<'_>, node: &mut Node, out: &mut Vec<Diagnostic>) {
    let forms = "a list of values, { from = .., to = .., steps = .. } or { low = .., high = .. }";
    let span = node.span;
    match &mut node.value {
        Value::List(items) => {
            if items.is_empty() {
                out.push(Diagnostic::at(span, format!("the axis `{name}` is empty")));
            }
            if items.len() as u64 > LONGEST.unsigned_abs() {
                let message = format!("the axis `{name}` has {} values; {LONGEST} are the most", items.len());
                out.push(Diagnostic::at(span, message));
            }
            for item in items {
                if matches!(item.value, Value::List(_) | Value::Table(_) | Value::Date) {
                    let message = format!("a value of the axis `{name}` must be a number, a text, true or false");
                    let hint = "time lines and lists can be compared as regimes: [[regime]]";
                    out.push(
                        Diagnostic::at(item.span, message).label(format!("this is {}", item.value.what())).hint(hint),
                    );
                }
            }
        }
        Value::Table(table) => {
            let before = out.len();
            check_range(table, span, out);
            let has = |keys: &[&str]| keys.iter().all(|key| table.get(key).is_some());
            let (steps, ends) = (["from", "to", "steps"], ["low", "high"]);
            let right = (has(&steps) || has(&ends)) && table.entries.len() == if has(&steps) { 3 } else { 2 };
            if out.len() == before && !right {
                out.push(Diagnostic::at(span, format!("the axis `{name}` must be {forms}")));
            }
        }
        Value::Bad => {}
        other => {
            let message = format!("the axis `{name}` must be {forms}");
            out.push(Diagnostic::at(span, message).label(format!("this is {}", other.what())));
        }
    }
}
