//! Names of what is built in, for the lists of words: read without the grammar, which those lists are part of.

use crate::diagnostics::{SourceText, Sources};
use crate::scenario::raw::{Node, Table, parse_document};
use std::sync::LazyLock;

static ROLES: LazyLock<Vec<String>> = LazyLock::new(|| names(include_str!("../data/roles.toml"), "role"));
static ORGANISATION_KINDS: LazyLock<Vec<String>> =
    LazyLock::new(|| names(include_str!("../data/organisation_kinds.toml"), "organisation_kind"));
static KITS: LazyLock<Vec<String>> = LazyLock::new(|| names(include_str!("../data/kits.toml"), "kit"));
static KINDS: LazyLock<Vec<String>> = LazyLock::new(|| names(include_str!("../data/kinds.toml"), "initiative_kind"));

static SHORTHANDS: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| {
    let texts = [include_str!("../data/purposes.toml"), include_str!("../data/rules.toml")];
    texts.into_iter().flat_map(words).collect()
});

/// Of the words of a key that is short for settings.
pub(super) fn words_of(key: &str) -> &'static [String] {
    SHORTHANDS.iter().find(|(own, _)| own == key).map_or(&[], |(_, words)| words)
}

/// Of roles.
pub(in crate::scenario) fn roles() -> &'static [String] {
    &ROLES
}

/// Of kinds of organisation.
pub(super) fn organisation_kinds() -> &'static [String] {
    &ORGANISATION_KINDS
}

/// Of kits of organisations.
pub(super) fn kits() -> &'static [String] {
    &KITS
}

/// Of kinds of initiative.
pub(super) fn kinds() -> &'static [String] {
    &KINDS
}

/// The `name` of every `[[entry]]` of a text that is part of the program, in order.
fn names(text: &str, entry: &str) -> Vec<String> {
    let id = Sources::default().add(SourceText { name: String::new(), text: String::new(), lines: true });
    let document = parse_document(id, text).ok();
    let entries = document.as_ref().and_then(|node| node.value.table()?.get(entry)?.value.list()).unwrap_or_default();
    entries.iter().filter_map(|one| one.value.table()?.get("name")?.value.text()).map(str::to_owned).collect()
}

/// The `key` of every `[[shorthand]]` of such a text, with the names of its words.
fn words(text: &str) -> Vec<(String, Vec<String>)> {
    let id = Sources::default().add(SourceText { name: String::new(), text: String::new(), lines: true });
    let document = parse_document(id, text).ok();
    let list = |table: &Table, key: &str| table.get(key).and_then(|node| Some(node.value.list()?.to_vec()));
    let entries = document.as_ref().and_then(|node| list(node.value.table()?, "shorthand")).unwrap_or_default();
    let name = |node: &Node, key: &str| Some(node.value.table()?.get(key)?.value.text()?.to_owned());
    let one = |node: &Node| {
        let words = list(node.value.table()?, "word").unwrap_or_default();
        Some((name(node, "key")?, words.iter().filter_map(|word| name(word, "name")).collect()))
    };
    entries.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use crate::scenario::built_in::{
        built_in_kinds, built_in_kits, built_in_organisation_kinds, built_in_roles, shorthands,
    };

    #[test]
    fn they_are_those_of_what_is_read_by_the_grammar() {
        let roles: Vec<&str> = built_in_roles().iter().map(|role| role.name.as_str()).collect();
        let kits: Vec<&str> = built_in_kits().iter().map(|kit| kit.name.as_str()).collect();
        let kinds: Vec<&str> = built_in_kinds().iter().map(|kind| kind.name.as_str()).collect();
        let organisation_kinds: Vec<&str> =
            built_in_organisation_kinds().iter().map(|kind| kind.name.as_str()).collect();
        assert_eq!(super::organisation_kinds(), organisation_kinds);
        assert_eq!(super::roles(), roles);
        assert_eq!(super::kits(), kits);
        assert_eq!(super::kinds(), kinds);
        for one in shorthands() {
            let words: Vec<&str> = one.words.iter().map(|word| word.name.as_str()).collect();
            assert_eq!(super::words_of(&one.key), words, "{}", one.key);
        }
    }
}
