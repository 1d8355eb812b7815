use super::table::{TableAsked, rows};
use crate::diagnostics::{Diagnostic, SourceId, nearest};
use crate::quantity::Month;
use std::collections::{BTreeMap, BTreeSet};

const GANTT: TableAsked = TableAsked { what: "plan", must: &["initiative", "start"], may: &["lead"], filled: 2 };

/// Something that a plan begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlannedStart {
    /// The word for its kind in the file.
    pub kind: String,
    pub label: String,
    pub start: Month,
    pub lead: Option<String>,
    /// Its name, if it needs one of its own: the plan begins several of that kind.
    pub name: Option<String>,
}

/// What a table begins when. Leads are among `organisations`, if a network names them.
pub(super) fn plan(
    source: SourceId,
    text: &str,
    organisations: Option<&BTreeSet<&str>>,
    out: &mut Vec<Diagnostic>,
) -> Vec<PlannedStart> {
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    let mut begun: BTreeMap<String, usize> = BTreeMap::new();
    let mut starts = Vec::new();
    for row in rows(source, text, &GANTT, out) {
        let (label, (said, span)) = (row.text(0).to_owned(), &row.cells[1]);
        let month: Option<Month> = said.parse().ok();
        if month.is_none() {
            out.push(Diagnostic::at(*span, format!("{said:?} is no month like 2025-01")));
        }
        let lead = Some(row.text(2).to_owned()).filter(|lead| !lead.is_empty());
        let unknown = |lead: &str| organisations.filter(|organisations| !organisations.contains(lead));
        if let Some((lead, organisations)) = lead.as_deref().and_then(|lead| Some((lead, unknown(lead)?))) {
            let message = format!("{lead:?} leads this, and is no organisation of the network");
            let hint = match nearest(lead, organisations.iter().copied()) {
                Some(meant) => format!("did you mean {meant:?}?"),
                None => format!("there are {}", organisations.iter().copied().collect::<Vec<_>>().join(", ")),
            };
            out.push(Diagnostic::at(row.cells[2].1, message).hint(hint));
        }
        let Some(start) = month else { continue };
        let taken: BTreeSet<String> = words.values().cloned().collect();
        let kind = words.entry(label.clone()).or_insert_with(|| unlike(&snake(&label), &taken)).clone();
        let number = begun.entry(label.clone()).or_default();
        *number += 1;
        let name = (*number > 1).then(|| format!("{label} {number}"));
        starts.push(PlannedStart { kind, label, start, lead, name });
    }
    starts
}

fn snake(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let snake: String = text.chars().map(plain).collect();
    let parts: Vec<&str> = snake.split('_').filter(|part| !part.is_empty()).collect();
    let snake = parts.join("_");
    if snake.starts_with(|c: char| c.is_ascii_lowercase()) { snake } else { format!("kind_{snake}") }
}

/// `word`, or with a number that no word of `taken` has: two names may differ in letters that no word has.
fn unlike(word: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(word) {
        return word.to_owned();
    }
    (2..).map(|n| format!("{word}_{n}")).find(|word| !taken.contains(word)).unwrap_or_default()
}
