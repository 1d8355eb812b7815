use crate::scenario::raw::{Table, Value};
use std::collections::BTreeMap;

/// How many sites each entry of a document stands for, so that a resolved file has the same entries, and dotted keys
/// mean the same in it.
#[derive(Clone, Debug, Default)]
pub(in crate::scenario) struct Folding(BTreeMap<String, usize>);

impl Folding {
    /// That of the `[[site]]` entries of `document`.
    pub fn of(document: &Table) -> Folding {
        let entries = document.get("site").and_then(|node| node.value.list()).unwrap_or_default();
        let count = |table: &Table| match table.get("count").map(|node| &node.value) {
            Some(Value::Whole(count)) => usize::try_from(*count).unwrap_or(1),
            _ => 1,
        };
        let name = |table: &Table| table.get("name").and_then(|node| node.value.text()).map(str::to_owned);
        Folding(
            entries
                .iter()
                .filter_map(|node| node.value.table())
                .filter_map(|table| Some((name(table)?, count(table))))
                .collect(),
        )
    }

    /// At most so many of the sites "STEM 1", "STEM 2" and so on stand in one entry of this document.
    pub fn base(&self, stem: &str) -> usize {
        self.0.get(stem).copied().unwrap_or(1)
    }

    /// The same in a document that came from this one by changes, of which one may be to `count`.
    pub fn changed(&self, stem: &str) -> usize {
        match self.0.get(stem) {
            Some(count) if self.0.contains_key(&format!("{stem} {}", count + 1)) => *count,
            Some(_) => usize::MAX,
            None => 1,
        }
    }
}
