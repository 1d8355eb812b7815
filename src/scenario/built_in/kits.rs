use super::table::built_in_table;
use crate::scenario::Organisation;
use crate::scenario::entries::{Fields, organisations};
use crate::scenario::grammar::KIT_FILE;
use crate::scenario::raw::{Node, Table};
use std::sync::LazyLock;

/// A set of organisations that a site may have.
#[derive(Debug)]
pub(in crate::scenario) struct Kit {
    pub name: String,
    pub organisations: Vec<Organisation>,
}

static TABLE: LazyLock<Table> =
    LazyLock::new(|| built_in_table("data/kits.toml", include_str!("../data/kits.toml"), &KIT_FILE));

static KITS: LazyLock<Vec<Kit>> = LazyLock::new(|| {
    let file = Fields::whole_file(&KIT_FILE, &TABLE);
    let mut mistakes = Vec::new();
    let kits = file
        .entries("kit")
        .iter()
        .map(|kit| {
            let organisations = organisations(&kit.entries("organisation"), &mut mistakes);
            Kit { name: kit.text("name").to_owned(), organisations }
        })
        .collect();
    assert!(mistakes.is_empty(), "data/kits.toml: {mistakes:?}");
    kits
});

/// All kits.
pub(in crate::scenario) fn built_in_kits() -> &'static [Kit] {
    &KITS
}

/// The kit of that name.
pub(in crate::scenario) fn built_in_kit(name: &str) -> Option<&'static Kit> {
    KITS.iter().find(|kit| kit.name == name)
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
