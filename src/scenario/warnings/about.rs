use super::seen::Seen;
use super::{funding, idle, lines, names, programme, shocks, silent, sites};
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Scenario;
use crate::scenario::entries::Fields;
use crate::scenario::grammar::SCENARIO;
use crate::scenario::raw::{Node, Table, Value};
use std::collections::BTreeMap;

/// What is to be said of a scenario that is right: its document, with the places of all that is said, and what that means.
pub(in crate::scenario) fn about(document: &Table, span: Span, scenario: &Scenario) -> Vec<Diagnostic> {
    let file = Fields::whole_file(&SCENARIO, document).standing_at(span);
    let seen = Seen { programme: file.inner("programme"), file, scenario };
    let mut out = Vec::new();
    programme::look(&seen, &mut out);
    funding::look(&seen, &mut out);
    lines::look(&seen, &mut out);
    sites::look(&seen, &mut out);
    idle::look(&seen, &mut out);
    silent::look(&seen, &mut out);
    shocks::look(&seen, &mut out);
    names::look(&seen, &mut out);
    read_elsewhere(document, out)
}

/// Those of `said` that hold wherever their place is used: one setting of `site.*` may be read at one site, though not at
/// another.
fn read_elsewhere(document: &Table, said: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut uses: BTreeMap<Span, (usize, usize)> = BTreeMap::new();
    for one in said.iter().filter_map(Diagnostic::span) {
        uses.entry(one).or_default().0 += 1;
    }
    document.entries.iter().for_each(|entry| count(&entry.node, &mut uses));
    let everywhere = |span: Span| uses.get(&span).is_none_or(|(told, used)| told >= used);
    said.into_iter().filter(|one| one.span().is_none_or(everywhere)).collect()
}

/// Counts the values that stand at each of these places, `node` and those inside it.
fn count(node: &Node, uses: &mut BTreeMap<Span, (usize, usize)>) {
    if let Some((_, used)) = uses.get_mut(&node.span) {
        *used += 1;
    }
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| count(item, uses)),
        Value::Table(table) => table.entries.iter().for_each(|entry| count(&entry.node, uses)),
        _ => {}
    }
}
