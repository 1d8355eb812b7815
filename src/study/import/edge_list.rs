use super::network::{Acquaintance, Network};
use super::table::{TableAsked, rows};
use crate::diagnostics::{Diagnostic, SourceId};
use std::collections::BTreeMap;

const EDGE_LIST: TableAsked = TableAsked {
    what: "network",
    must: &["from", "from_organisation", "to", "to_organisation"],
    may: &["from_role", "to_role"],
    filled: 2,
};

/// A network as a list of ties in CSV. A row without `to` is somebody who knows nobody.
pub(super) fn edge_list(source: SourceId, text: &str, out: &mut Vec<Diagnostic>) -> Network {
    let mut network = Network::default();
    let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in rows(source, text, &EDGE_LIST, out) {
        let mut person = |name: usize, role: usize, network: &mut Network| {
            let (name, home) = (row.text(name).to_owned(), row.text(name + 1).to_owned());
            let leads = is_leader(row.text(role));
            let at = *known.entry((home.clone(), name)).or_insert_with(|| {
                network.people.push(Acquaintance { home, leads });
                network.people.len() - 1
            });
            network.people[at].leads |= leads;
            at
        };
        let from = person(0, 4, &mut network);
        match (row.text(2).is_empty(), row.text(3).is_empty()) {
            (true, true) => {}
            (false, false) => {
                let to = person(2, 5, &mut network);
                network.tie(from, to);
            }
            (true, false) => out.push(Diagnostic::at(row.whole, "this row has no `to`")),
            (false, true) => {
                let hint = "two people of one name in two organisations are two people";
                out.push(Diagnostic::at(row.whole, "this row has no `to_organisation`").hint(hint));
            }
        }
    }
    network
}

/// Whether this is the word for somebody who leads an organisation.
pub(super) fn is_leader(role: &str) -> bool {
    role.eq_ignore_ascii_case("leader")
}
