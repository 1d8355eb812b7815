//! One thing, one name: no two rooms give different types the same name at their doors, no two files of a room have types
//! of one name, and no room names a type of its own as a type that it may import.

use super::paths::{blank_comments_and_texts, blank_test_items};
use super::{ROOMS, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Names that two rooms may share, and why.
const SHARED: &[(&str, &str)] =
    &[("Site", "a place of the model: `scenario` has what a file says of it, `world` the same place as it lives")];

/// Types that are named like one which their room may import, as `room/Type`, and why.
const LIKE_AN_IMPORT: &[(&str, &str)] = &[
    ("world/Site", "see above"),
    ("processes/Terms", "what a pair's trust grows by is what `world` calls the terms of a pair"),
];

/// The types that the door of a room shows as its own: what is defined there, or comes from a file of the room.
fn shown(door: &str) -> BTreeSet<String> {
    let code: String = door.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for statement in code.split("pub use ").skip(1) {
        let statement = statement.split(';').next().unwrap_or("");
        if !statement.starts_with("crate::") {
            // What a thing is renamed to is what the door shows.
            for one in statement.split([',', '{', '}']) {
                let one = one.rsplit(" as ").next().unwrap_or(one);
                names.extend(one.rsplit("::").next().map(|name| name.trim().to_owned()));
            }
        }
    }
    for keyword in ["pub struct ", "pub enum ", "pub trait ", "pub type "] {
        for rest in code.split(keyword).skip(1) {
            names.insert(rest.chars().take_while(|c| c.is_alphanumeric()).collect());
        }
    }
    let is_type = |name: &String| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    names.into_iter().filter(is_type).collect()
}

#[test]
fn no_two_rooms_show_types_of_one_name() {
    let mut rooms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir("src").unwrap() {
        let path = entry.unwrap().path();
        if let Ok(door) = fs::read_to_string(path.join("mod.rs")) {
            for name in shown(&door) {
                rooms.entry(name).or_default().push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert!(rooms.len() > 200, "only {} names were found", rooms.len());
    let twice: Vec<_> = rooms.iter().filter(|(_, rooms)| rooms.len() > 1).collect();
    let new: Vec<_> = twice.iter().filter(|(name, _)| SHARED.iter().all(|(shared, _)| shared != name)).collect();
    assert!(new.is_empty(), "these names stand for two things; rename one of them: {new:?}");
    let over: Vec<_> = SHARED.iter().filter(|(shared, _)| twice.iter().all(|(name, _)| name != shared)).collect();
    assert!(over.is_empty(), "nobody needs these exceptions: {over:?}");
}

#[test]
fn the_door_is_read_as_it_stands() {
    let door = "pub use crate::quantity::Origin;\npub use a::{First, second, Third as Fourth};\n// pub use b::Fifth;\n\
                pub(crate) use c::Sixth;\npub use d::Seventh;\n/// Eighth.\npub struct Ninth {\n    pub tenth: u8,\n}\nmod e;\npub use f::ELEVENTH;\n";
    assert_eq!(shown(door).into_iter().collect::<Vec<_>>(), ["First", "Fourth", "Ninth", "Seventh"]);
}

/// The types that a source file defines outside of its tests, at any depth.
fn defined(source: &str) -> Vec<String> {
    let code = blank_test_items(&blank_comments_and_texts(source));
    let words: Vec<&str> = code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
    let is_type = |name: &str| name.starts_with(char::is_uppercase);
    let pairs = words.windows(2).filter(|pair| matches!(pair[0], "struct" | "enum" | "trait") && is_type(pair[1]));
    let mut names: Vec<String> = pairs.map(|pair| pair[1].to_owned()).collect();
    // A `type` inside an `impl` names what the trait asks for.
    let aliases = code.lines().filter_map(|line| line.trim_start_matches("pub").trim_start().strip_prefix("type "));
    let outer = |rest: &&str| code.contains(&format!("\ntype {rest}")) || code.contains(&format!("\npub type {rest}"));
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    names.extend(aliases.filter(outer).map(name));
    names
}

/// Room -> type -> files that define it.
fn types_of_rooms() -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let mut rooms: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for (path, source) in sources() {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if stem.ends_with("tests") || path.parent() == Some(Path::new("")) {
            continue;
        }
        let room = path.iter().next().unwrap().to_string_lossy().into_owned();
        for name in defined(&source) {
            rooms.entry(room.clone()).or_default().entry(name).or_default().push(path.display().to_string());
        }
    }
    rooms
}

#[test]
fn no_two_files_of_a_room_have_types_of_one_name() {
    let rooms = types_of_rooms();
    assert!(rooms.values().map(BTreeMap::len).sum::<usize>() > 400, "found the types");
    let twice: Vec<_> = rooms.values().flatten().filter(|(_, files)| files.len() > 1).collect();
    assert!(twice.is_empty(), "these names stand for two things in one room; rename one of them: {twice:#?}");
}

#[test]
fn no_type_is_named_like_one_that_its_room_may_import() {
    let rooms = types_of_rooms();
    let shown_by = |room: &str| {
        fs::read_to_string(Path::new("src").join(room).join("mod.rs"))
            .map_or_else(|_| BTreeSet::new(), |door| shown(&door))
    };
    let mut found: BTreeSet<String> = BTreeSet::new();
    for (room, may_import) in ROOMS {
        let others = ROOMS.iter().map(|(other, _)| *other).filter(|other| other != room);
        for other in others.filter(|other| may_import.is_none_or(|rooms| rooms.contains(other))) {
            let same = shown_by(other).into_iter().filter(|name| rooms[*room].contains_key(name));
            found.extend(same.map(|name| format!("{room}/{name}")));
        }
    }
    let listed: BTreeSet<String> = LIKE_AN_IMPORT.iter().map(|(name, _)| (*name).to_owned()).collect();
    let new: Vec<_> = found.difference(&listed).collect();
    assert!(new.is_empty(), "these are named like what their room may import; rename them: {new:?}");
    let over: Vec<_> = listed.difference(&found).collect();
    assert!(over.is_empty(), "nobody needs these exceptions: {over:?}");
}

#[test]
fn types_are_found_wherever_they_stand() {
    let source = "pub struct First;\n// struct Second;\npub(super) enum Third { A }\nfn f() {\n    struct Fourth;\n}\n\
                  type Fifth = u8;\nimpl X for Y {\n    type Sixth = u8;\n}\n#[cfg(test)]\nmod tests {\n    struct Seventh;\n}\n";
    assert_eq!(defined(source), ["First", "Third", "Fourth", "Fifth"]);
}
