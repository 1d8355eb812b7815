use crate::scenario::built_in::built_in_kinds;
use crate::scenario::entries::{organisation_label, words_of};
use crate::scenario::grammar::Section;
use crate::scenario::raw::{Entry, Node, Table, Value};
use std::collections::BTreeMap;

/// The labels of all kinds of initiative, which name the initiatives that have no name of their own.
#[derive(Debug)]
pub(super) struct Labels(BTreeMap<String, String>);

impl Labels {
    /// Those built in and those of `documents`; a later document wins.
    pub fn of<'a>(documents: impl IntoIterator<Item = &'a Table>) -> Labels {
        let mut labels: BTreeMap<String, String> =
            built_in_kinds().iter().map(|kind| (kind.name.clone(), kind.label.clone())).collect();
        for document in documents {
            for node in document.get("initiative_kind").and_then(|node| node.value.list()).unwrap_or_default() {
                let Some(table) = node.value.table() else { continue };
                let Some(name) = table.get("name").and_then(|node| node.value.text()) else { continue };
                let label = table.get("label").and_then(|node| node.value.text()).map(str::to_owned);
                match label {
                    Some(label) => labels.insert(name.to_owned(), label),
                    None => {
                        labels.entry(name.to_owned()).or_insert_with(|| words_of(name)).is_empty().then(String::new)
                    }
                };
            }
        }
        Labels(labels)
    }

    /// The name of an entry of `section`: its own, or what stands for it.
    pub fn name(&self, section: &Section, table: &Table) -> Option<String> {
        if let Some(name) = table.get("name") {
            return name.value.text().map(str::to_owned);
        }
        let kind = table.get("kind")?.value.text()?;
        match section.path {
            "site.organisation" => Some(organisation_label(kind)),
            "site.initiative" => self.0.get(kind).cloned(),
            _ => None,
        }
    }
}

/// Turns the short list `initiatives` of a site into entries of its own, so that they can be patched by name.
pub(super) fn spell_out_initiatives(site: &mut Table) {
    if !matches!(site.get("initiatives"), Some(Node { value: Value::List(_), .. })) {
        return;
    }
    let Some(Entry { node: Node { value: Value::List(kinds), span }, key_span, .. }) = site.remove("initiatives")
    else {
        return;
    };
    let entries = kinds.into_iter().map(|kind| {
        let place = kind.span;
        let table = Table { entries: vec![Entry { key: "kind".to_owned(), key_span: place, node: kind }] };
        Node { value: Value::Table(table), span: place }
    });
    match site.get_mut("initiative") {
        Some(Node { value: Value::List(list), .. }) => list.extend(entries),
        Some(_) => {}
        None => {
            let node = Node { value: Value::List(entries.collect()), span };
            site.put(Entry { key: "initiative".to_owned(), key_span, node });
        }
    }
}

/// Takes the entries that once stood in the short list out of the entries of a site: a new short list stands for them.
pub(super) fn drop_spelled_out(site: &mut Table) {
    if let Some(Value::List(list)) = site.get_mut("initiative").map(|node| &mut node.value) {
        list.retain(|node| !is_spelled_out(node));
    }
}

/// The entries that once stood in the short list, which a new list of entries leaves alone.
pub(super) fn spelled_out(site: &Table) -> Vec<Node> {
    let list = site.get("initiative").and_then(|node| node.value.list()).unwrap_or_default();
    list.iter().filter(|node| is_spelled_out(node)).cloned().collect()
}

/// Such an entry stands where its kind stands, and so does the key of that, which no file can write.
fn is_spelled_out(node: &Node) -> bool {
    let kind = node.value.table().and_then(|table| table.entry("kind"));
    kind.is_some_and(|kind| !node.span.is_nowhere() && kind.key_span == node.span)
}
