//! docs/dependencies.md has one line for every dependency in Cargo.toml, and none for anything else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn in_manifest() -> BTreeSet<String> {
    let manifest: toml::Table = read("Cargo.toml").parse().expect("Cargo.toml is TOML");
    let sections = ["dependencies", "dev-dependencies", "build-dependencies"];
    let tables = sections.iter().filter_map(|section| manifest.get(*section)?.as_table());
    tables.flat_map(|table| table.keys().cloned()).collect()
}

/// Names in the first column, and whether the second one says something; what is commented out does not count.
fn in_page(page: &str) -> Vec<(String, bool)> {
    let shown: String =
        page.split("<!--").map(|part| part.split_once("-->").map_or(part, |(_, after)| after)).collect();
    let rows = shown.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    rows.map(|(name, rest)| (name.to_owned(), rest.trim_end_matches('|').trim().len() > 10)).collect()
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let rows = in_page(&read("docs/dependencies.md"));
    let silent: Vec<_> = rows.iter().filter(|(_, says)| !says).collect();
    assert!(silent.is_empty(), "docs/dependencies.md does not say what these are for: {silent:?}");
    let named: BTreeSet<String> = rows.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(named.len(), rows.len(), "a dependency has two lines in docs/dependencies.md");
    let needed = in_manifest();
    let missing: Vec<_> = needed.difference(&named).collect();
    let stale: Vec<_> = named.difference(&needed).collect();
    assert!(missing.is_empty(), "in Cargo.toml, without a line in docs/dependencies.md: {missing:?}");
    assert!(stale.is_empty(), "in docs/dependencies.md, but no longer in Cargo.toml: {stale:?}");
}
