use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Where something stands: the file of findings, and the bytes of a key and of its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextPlace {
    pub file: usize,
    pub key: Range<usize>,
    pub value: Range<usize>,
}

/// Where findings and their settings stand in the texts that they come from.
#[derive(Clone, Debug, Default)]
pub(super) struct TextPlaces(BTreeMap<(String, String), TextPlace>);

impl TextPlaces {
    /// Takes in a file whose entries stand in `list`; one that is not TOML has no places.
    pub fn add(&mut self, file: usize, list: &str, text: &str) {
        let Ok(document) = DeTable::parse(text) else { return };
        let Some(DeValue::Array(findings)) = document.get_ref().get(list).map(|list| list.get_ref()) else {
            return;
        };
        for finding in findings.iter() {
            let DeValue::Table(table) = finding.get_ref() else { continue };
            let Some(DeValue::String(id)) = table.get("id").map(|id| id.get_ref()) else { continue };
            self.walk(file, id, "", table);
        }
    }

    fn walk(&mut self, file: usize, id: &str, path: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let path = if path.is_empty() { key.get_ref().to_string() } else { format!("{path}/{}", key.get_ref()) };
            let place = TextPlace { file, key: key.span(), value: value.span() };
            self.0.entry((id.to_owned(), path.clone())).or_insert(place);
            match value.get_ref() {
                DeValue::Table(inner) => self.walk(file, id, &path, inner),
                DeValue::Array(list) => {
                    for (i, one) in list.iter().enumerate() {
                        if let DeValue::Table(inner) = one.get_ref() {
                            self.walk(file, id, &format!("{path}/{i}"), inner);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Where the key at the end of `path` stands in the finding `id`.
    pub fn of(&self, id: &str, path: &str) -> Option<&TextPlace> {
        self.0.get(&(id.to_owned(), path.to_owned()))
    }
}
