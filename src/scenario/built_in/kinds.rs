use super::table::built_in_table;
use crate::scenario::InitiativeKind;
use crate::scenario::entries::{Fields, kind};
use crate::scenario::grammar::{Defined, KIND_FILE};
use std::sync::LazyLock;

static KINDS: LazyLock<Vec<InitiativeKind>> = LazyLock::new(|| {
    let table = built_in_table("data/kinds.toml", include_str!("../data/kinds.toml"), &KIND_FILE);
    Fields::whole_file(&KIND_FILE, &table)
        .entries("initiative_kind")
        .iter()
        .map(|fields| kind(fields, Defined::built_in()))
        .collect()
});

/// The kinds of initiative of Table 5.
pub(in crate::scenario) fn built_in_kinds() -> &'static [InitiativeKind] {
    &KINDS
}
