use super::value::{bare, inline};
use crate::scenario::raw::{Node, Table, Value};

/// A document as one file: what stands alone first, then a header for each section and each entry, their values on one line.
/// Reading it gives the same document.
pub(in crate::scenario) fn file(document: &Table) -> String {
    let is_entries = |list: &[Node]| !list.is_empty() && list.iter().all(|one| one.value.table().is_some());
    let is_section = |value: &Value| match value {
        Value::Table(_) => true,
        Value::List(list) => is_entries(list),
        _ => false,
    };
    let (sections, alone): (Vec<_>, Vec<_>) = document.entries.iter().partition(|one| is_section(&one.node.value));
    let mut text = String::new();
    for entry in alone {
        text += &line(&entry.key, &entry.node.value);
    }
    for entry in sections {
        let key = bare(&entry.key);
        match &entry.node.value {
            Value::Table(table) => text += &section(&format!("[{key}]"), table),
            Value::List(list) => {
                list.iter().filter_map(|one| one.value.table()).for_each(|one| {
                    text += &section(&format!("[[{key}]]"), one);
                });
            }
            _ => {}
        }
    }
    text
}

fn section(header: &str, table: &Table) -> String {
    let lines: String = table.entries.iter().map(|entry| line(&entry.key, &entry.node.value)).collect();
    format!("\n{header}\n{lines}")
}

fn line(key: &str, value: &Value) -> String {
    format!("{} = {}\n", bare(key), inline(value))
}

#[cfg(test)]
mod tests {
    use super::file;
    use crate::scenario::write::document_without_places;

    #[test]
    fn reads_back_as_it_was() {
        let text = "a = 1\nb = []\n\"c d\" = \"x\\\"y\"\n[e]\nf = [[0, 0.5], [12, 1.0]]\n[e.g]\nh = true\n[[i]]\nj = 1\n[[i.k]]\nl = \"m\"\n[[i]]\n";
        let document = document_without_places(text.to_owned());
        let written = file(&document);
        let mut order = document_without_places(written.clone());
        order.entries.sort_by(|a, b| a.key.cmp(&b.key));
        let mut asked = document;
        asked.entries.sort_by(|a, b| a.key.cmp(&b.key));
        assert_eq!(order, asked, "{written}");
        assert!(written.starts_with("a = 1\nb = []\n\"c d\" = \"x\\\"y\"\n\n[e]\nf = "), "{written}");
    }
}
