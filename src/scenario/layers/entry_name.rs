use crate::scenario::Ground;
use crate::scenario::built_in::{built_in_kinds, built_in_organisation_kinds, raw_kit};
use crate::scenario::entries::words_of;
use crate::scenario::grammar::{Section, ground};
use crate::scenario::raw::{Entry, Node, Table, Value};
use std::collections::BTreeMap;

/// The labels of all kinds of initiative and of organisation, which name the entries that have no name of their own.
#[derive(Debug)]
pub(super) struct Labels {
    initiatives: BTreeMap<String, String>,
    organisations: BTreeMap<String, String>,
    /// The organisations of the documents' own kits, in their order.
    kits: Vec<(String, Node)>,
    ground: Ground,
}

impl Labels {
    /// Those built in and those of `documents`; a later document wins.
    pub fn of<'a>(documents: impl IntoIterator<Item = &'a Table>) -> Labels {
        let mut labels = Labels {
            initiatives: built_in_kinds().iter().map(|kind| (kind.name.clone(), kind.label.clone())).collect(),
            organisations: built_in_organisation_kinds()
                .iter()
                .map(|kind| (kind.name.clone(), kind.label.clone()))
                .collect(),
            kits: Vec::new(),
            ground: Ground::default(),
        };
        for document in documents {
            add(&mut labels.initiatives, document, "initiative_kind");
            add(&mut labels.organisations, document, "organisation_kind");
            if document.get("vocabulary").is_some() {
                labels.ground = ground(document);
            }
            let kits = document.get("kit").and_then(|node| node.value.list()).unwrap_or_default();
            let kit =
                |table: &Table| Some((table.get("name")?.value.text()?.to_owned(), table.get("organisation")?.clone()));
            labels.kits.extend(kits.iter().filter_map(|node| kit(node.value.table()?)));
        }
        labels
    }

    /// The organisations that a site has by its `kit` or `type`, as if they stood in no file.
    pub fn kit(&self, site: &Table) -> Option<Node> {
        let word = |key: &str| site.get(key).and_then(|node| node.value.text());
        let first = || match self.ground {
            Ground::Nhs => Some("none"),
            Ground::Blank => self.kits.first().map(|(name, _)| name.as_str()),
        };
        let name = word("kit").or_else(|| word("type")).or_else(first)?;
        let own = self.kits.iter().find(|(other, _)| other == name).map(|(_, node)| {
            let mut node = node.clone();
            node.forget_places();
            node
        });
        own.or_else(|| raw_kit(name).filter(|_| self.ground == Ground::Nhs))
    }

    /// The name of an entry of `section`: its own, or what stands for it.
    pub fn name(&self, section: &Section, table: &Table) -> Option<String> {
        if let Some(name) = table.get("name") {
            return name.value.text().map(str::to_owned);
        }
        let kind = table.get("kind")?.value.text()?;
        match section.path {
            "site.organisation" | "kit.organisation" => {
                Some(self.organisations.get(kind).cloned().unwrap_or_else(|| words_of(kind)))
            }
            "site.initiative" => self.initiatives.get(kind).cloned(),
            _ => None,
        }
    }
}

/// Adds the labels of the entries of `section` in a document.
fn add(labels: &mut BTreeMap<String, String>, document: &Table, section: &str) {
    for node in document.get(section).and_then(|node| node.value.list()).unwrap_or_default() {
        let Some(table) = node.value.table() else { continue };
        let Some(name) = table.get("name").and_then(|node| node.value.text()) else { continue };
        match table.get("label").and_then(|node| node.value.text()) {
            Some(label) => drop(labels.insert(name.to_owned(), label.to_owned())),
            None => drop(labels.entry(name.to_owned()).or_insert_with(|| words_of(name))),
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
