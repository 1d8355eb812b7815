use super::organisation_kinds::built_in_organisation_kinds;
use super::table::built_in_table;
use crate::scenario::Kit;
use crate::scenario::entries::{Fields, kit};
use crate::scenario::grammar::{Defined, KIT_FILE};
use crate::scenario::raw::{Node, Table};
use std::sync::LazyLock;

static TABLE: LazyLock<Table> =
    LazyLock::new(|| built_in_table("data/kits.toml", include_str!("../data/kits.toml"), &KIT_FILE));

static KITS: LazyLock<Vec<Kit>> = LazyLock::new(|| {
    let file = Fields::whole_file(&KIT_FILE, &TABLE);
    let mut mistakes = Vec::new();
    let kits = file
        .entries("kit")
        .iter()
        .map(|fields| kit(fields, built_in_organisation_kinds(), Defined::built_in(), &mut mistakes))
        .collect();
    assert!(mistakes.is_empty(), "data/kits.toml: {mistakes:?}");
    kits
});

/// All kits.
pub(in crate::scenario) fn built_in_kits() -> &'static [Kit] {
    &KITS
}

/// The entries of the kit of that name, as if they stood in no file.
pub(in crate::scenario) fn raw_kit(name: &str) -> Option<Node> {
    let kits = TABLE.get("kit")?.value.list()?;
    let kit = kits
        .iter()
        .filter_map(|kit| kit.value.table())
        .find(|kit| kit.get("name").and_then(|node| node.value.text()) == Some(name))?;
    let mut node = kit.get("organisation")?.clone();
    node.forget_places();
    Some(node)
}
