//! One thing, one name: no two rooms give different types the same name at their doors.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Names that two rooms may share, and why.
const SHARED: &[(&str, &str)] =
    &[("Site", "a place of the model: `scenario` has what a file says of it, `world` the same place as it lives")];

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
