use super::table::built_in_table;
use crate::scenario::InitiativeKind;
use crate::scenario::grammar::KIND_FILE;
use crate::scenario::resolve::{Fields, kind};
use std::sync::LazyLock;

static KINDS: LazyLock<Vec<InitiativeKind>> = LazyLock::new(|| {
    let table = built_in_table("data/kinds.toml", include_str!("../data/kinds.toml"), &KIND_FILE);
    Fields::whole_file(&KIND_FILE, &table).entries("initiative_kind").iter().map(kind).collect()
});

/// The kinds of initiative of Table 5.
pub(in crate::scenario) fn built_in_kinds() -> &'static [InitiativeKind] {
    &KINDS
}

/// The label of a name in snake case: `care_home` is "Care home".
pub(in crate::scenario) fn words_of(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
