use crate::diagnostics::{Diagnostics, Severity, Span};
use serde_json::{Value, json};

/// Mistakes for a page: as a terminal shows them, and one by one with their places.
pub(super) fn mistakes(found: &Diagnostics) -> Value {
    let list: Vec<Value> = found
        .list()
        .iter()
        .map(|one| {
            let one = one.worked_out();
            let place = one.span().and_then(|span| place(found, span));
            json!({
                "message": one.message(),
                "mistake": one.severity() == Severity::Mistake,
                "line": place.map(|place| place.0),
                "column": place.map(|place| place.1),
                "label": one.labels().first().map(|label| label.text.clone()),
                "why": one.notes(),
                "hints": one.hints(),
            })
        })
        .collect();
    json!({ "text": found.to_string(), "list": list })
}

/// Line and column of a place, both counted from 1.
fn place(found: &Diagnostics, span: Span) -> Option<(usize, usize)> {
    let source = found.sources().get(span.source())?;
    let before = source.text.get(..span.range().start)?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    Some((before.matches('\n').count() + 1, before[line..].chars().count() + 1))
}
