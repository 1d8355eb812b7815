//! The walls of the house (docs/architecture.md): who may import whom, checked on the source text.
//!
//! To move a wall, change the tables below and the picture in the same commit.

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/long.rs"]
mod long;
#[path = "architecture/one_name.rs"]
mod one_name;
#[path = "architecture/paths.rs"]
mod paths;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use circles::{Imports, circle, imports, inner_imports};
use paths::{Named, named_paths};

/// Room -> rooms that it may import; `None` means any.
const ROOMS: &[(&str, Option<&[&str]>)] = &[
    ("letters", Some(&[])),
    ("quantity", Some(&[])),
    ("random", Some(&[])),
    ("diagnostics", Some(&["letters"])),
    ("disk", Some(&[])),
    ("stats", Some(&[])),
    ("chart", Some(&["letters"])),
    ("scenario", Some(&["letters", "quantity", "diagnostics"])),
    ("record", Some(&["quantity"])),
    ("world", Some(&["scenario", "record", "quantity", "random"])),
    ("processes", Some(&["world", "scenario", "quantity", "random", "record"])),
    ("engine", Some(&["processes", "world", "scenario", "record", "random", "quantity"])),
    ("experiment", Some(&["engine", "scenario", "record", "quantity", "disk"])),
    ("analysis", Some(&["record", "stats", "random", "quantity"])),
    ("evidence", Some(&["letters", "diagnostics", "scenario", "record", "analysis", "stats", "quantity"])),
    ("calibration", Some(&["evidence", "scenario", "random", "stats"])),
    ("answers", Some(&["diagnostics", "analysis"])),
    (
        "report",
        Some(&["letters", "calibration", "evidence", "analysis", "record", "chart", "stats", "quantity", "disk"]),
    ),
    (
        "study",
        Some(&[
            "experiment",
            "report",
            "engine",
            "answers",
            "calibration",
            "evidence",
            "analysis",
            "record",
            "scenario",
            "diagnostics",
            "stats",
            "quantity",
            "disk",
        ]),
    ),
    ("live", Some(&["study", "engine", "evidence", "analysis", "record", "scenario", "diagnostics", "quantity"])),
    ("cli", None),
];

/// An inner room, and those that it may import.
type InnerRoom = (&'static str, &'static [&'static str]);

/// Rooms with inner rooms that keep an order: each may import those that are named, which stand above it here.
const INNER_ROOMS: &[(&str, &[InnerRoom])] = &[
    (
        "chart",
        &[
            ("words", &[]),
            ("sheet", &["words"]),
            ("axes", &["sheet", "words"]),
            ("parts", &["axes", "sheet", "words"]),
            ("kinds", &["parts", "axes", "sheet", "words"]),
            ("any_chart", &["kinds", "parts", "sheet", "words"]),
        ],
    ),
    (
        "report",
        &[
            ("folder", &[]),
            ("words", &[]),
            ("terminal", &[]),
            ("markup", &[]),
            ("live_page", &["markup"]),
            ("tables", &["folder"]),
            ("figures", &["folder", "words"]),
            ("summaries", &["terminal", "words"]),
            ("story", &["figures", "folder", "terminal", "words"]),
            ("calibration_page", &["figures", "folder", "tables", "words"]),
            ("evidence_page", &["figures", "folder", "tables", "words"]),
            ("page", &["figures", "folder", "live_page", "markup", "story", "words"]),
        ],
    ),
];

/// Outside crate or part of the standard library -> rooms, or inner rooms, that may use it.
const TOOLS: &[(&str, &[&str])] = &[
    ("std::fs", &["disk", "scenario", "experiment", "report", "study"]),
    ("signal_hook", &["cli"]),
    ("std::env", &["cli"]),
    ("std::thread", &["experiment", "cli"]),
    ("rayon", &["engine", "experiment", "analysis", "report", "study", "cli"]),
    ("libc", &["scenario"]),
    ("rand", &["random"]),
    ("rand_chacha", &["random"]),
    ("annotate_snippets", &["diagnostics"]),
    ("plotters", &["chart/sheet"]),
    ("resvg", &["chart/sheet"]),
    ("png", &["chart/sheet"]),
    ("skrifa", &["chart/sheet"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("indicatif", &["cli"]),
    ("ctrlc", &["cli"]),
    ("anstream", &["cli"]),
    ("anstyle", &["cli"]),
    ("terminal_size", &["cli"]),
    ("unicode_width", &["chart/sheet", "report/terminal", "cli"]),
    ("unicode_segmentation", &["chart/sheet", "report/terminal"]),
    ("unicode_bidi", &["chart/sheet"]),
    ("csv", &["report/tables", "study"]),
    ("roxmltree", &["study/import"]),
    ("parquet", &["report/tables"]),
    ("minijinja", &["report/page"]),
    ("sobol_burley", &["experiment"]),
    ("sha2", &["experiment", "report/folder", "report/markup"]),
    ("strsim", &["diagnostics"]),
    ("postcard", &["analysis", "experiment", "report/page", "study"]),
    ("toml", &["answers", "calibration", "evidence", "scenario", "live"]),
    ("serde_json", &["scenario", "report", "live"]),
];

/// Outside crates that every room may use, each with the reason.
const FREE_FOR_ALL: &[(&str, &str)] =
    &[("serde", "says which types may be written down"), ("libm", "mathematics with the same bits everywhere")];

/// Files of `processes` that are no process, so that processes may import them; each with the reason.
const SHARED_BY_PROCESSES: &[(&str, &str)] = &[("now", "what every process may read: scenario, nation, month")];

/// File names that say nothing.
const EMPTY_NAMES: &[&str] = &["utils", "util", "common", "helpers", "helper", "manager", "types", "misc"];

/// All mistakes of one file, as `line: message`.
fn check_file(path: &Path, source: &str, origins: &BTreeMap<String, String>) -> Vec<(usize, String)> {
    let parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
    let Some((&file, folders)) = parts.split_last() else { return Vec::new() };
    let stem = file.trim_end_matches(".rs");
    let mut module = folders.to_vec();
    if !(stem == "mod" || folders.is_empty() && matches!(stem, "lib" | "main")) {
        module.push(stem);
    }
    let mut mistakes = Vec::new();
    for name in folders.iter().chain([&stem]) {
        if EMPTY_NAMES.contains(name) {
            mistakes.push((1, format!("the name `{name}` says nothing: name the one thing that is in it")));
        }
    }
    if stem == "mod" && !source.lines().any(|l| l.starts_with("//!") && l.contains("Must never know")) {
        mistakes.push((1, "the door says nothing: its doc comment needs a line \"Must never know: ...\"".to_owned()));
    }
    let tools: Vec<&str> = TOOLS.iter().map(|(tool, _)| tool.split("::").next().unwrap_or(tool)).collect();
    let mut outside = tools;
    outside.push("safsim");
    for Named { line, inside, segments } in named_paths(source, &module, &outside) {
        let complaint = match module.first().copied() {
            None if stem == "main" => check_main(inside, &segments),
            None => None,
            Some(room) if inside => check_inside(room, &module, &segments, origins),
            Some(_) => check_tool(&module, &segments),
        };
        mistakes.extend(complaint.map(|text| (line, text)));
    }
    if module.first().is_some_and(|room| ROOMS.iter().all(|(known, _)| known != room)) {
        mistakes.push((1, format!("`{}` is not a room: add it to ROOMS, or move the file into one", module[0])));
    }
    mistakes.sort();
    mistakes.dedup();
    mistakes
}

fn check_main(inside: bool, segments: &[String]) -> Option<String> {
    (!inside && segments[0] == "safsim" && segments.get(1).is_none_or(|room| room != "cli"))
        .then(|| "`main` only calls `cli`".to_owned())
}

fn check_inside(
    room: &str,
    module: &[&str],
    segments: &[String],
    origins: &BTreeMap<String, String>,
) -> Option<String> {
    let Some(target) = segments.first().filter(|s| *s != "*") else {
        return Some("names the crate root: name the room".to_owned());
    };
    if target != room {
        let (_, allowed) = ROOMS.iter().find(|(name, _)| *name == room)?;
        return allowed
            .is_some_and(|rooms| !rooms.contains(&target.as_str()))
            .then(|| format!("`{room}` may not import `{target}`"));
    }
    // Inside the room of processes: no process imports another.
    let (own, other) = (module.get(1)?, segments.get(1)?);
    let other = origins.get(other)?;
    (room == "processes" && own != other && SHARED_BY_PROCESSES.iter().all(|(shared, _)| shared != other))
        .then(|| format!("process `{own}` may not import process `{other}`"))
}

fn check_tool(module: &[&str], segments: &[String]) -> Option<String> {
    let path = segments.join("::");
    let (tool, rooms) = TOOLS.iter().find(|(tool, _)| path == *tool || path.starts_with(&format!("{tool}::")))?;
    // Tests stand beside what they test, and look at what another inner room made.
    let is_test = module.last().is_some_and(|file| file.ends_with("tests"));
    let may = |room: &&str| {
        let inner: Vec<&str> = room.split('/').collect();
        module.starts_with(if is_test { &inner[..1] } else { &inner })
    };
    let inner = |room: &&str| module.len() > 2 && room.starts_with(&format!("{}/", module[0]));
    let place = if rooms.iter().any(inner) { module[..2].join("/") } else { module[0].to_owned() };
    (!rooms.iter().any(may)).then(|| format!("`{place}` may not use `{tool}`"))
}

/// For the room of processes: module or re-exported item -> the process that it comes from.
fn origins(files: &[(PathBuf, String)]) -> BTreeMap<String, String> {
    let mut origins = BTreeMap::new();
    for (path, _) in files {
        if let Ok(inner) = path.strip_prefix("processes")
            && let Some(process) = inner.iter().next().and_then(|p| p.to_str()).map(|p| p.trim_end_matches(".rs"))
            && process != "mod"
        {
            origins.insert(process.to_owned(), process.to_owned());
        }
    }
    let names: Vec<String> = origins.keys().cloned().collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for (path, source) in files {
        if path == Path::new("processes/mod.rs") {
            for named in named_paths(source, &["processes"], &names) {
                let segments = if named.inside { &named.segments[1..] } else { &named.segments[..] };
                if let (Some(process), Some(item)) = (segments.first(), segments.last())
                    && names.contains(&process.as_str())
                {
                    origins.insert(item.clone(), process.clone());
                }
            }
        }
    }
    origins
}

fn check(files: &[(PathBuf, String)]) -> Vec<String> {
    let origins = origins(files);
    let mut mistakes = Vec::new();
    for (path, source) in files {
        for (line, text) in check_file(path, source, &origins) {
            mistakes.push(format!("src/{}:{line}: {text}", path.display()));
        }
        let door = path.with_file_name("mod.rs");
        if path.parent().is_some_and(|p| p != Path::new("")) && files.iter().all(|(other, _)| *other != door) {
            mistakes.push(format!("src/{}:1: its folder has no door (mod.rs)", path.display()));
        }
    }
    mistakes
}

fn read_sources(root: &Path, folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).expect("src can be read").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            read_sources(root, &entry, files);
        } else if entry.extension().is_some_and(|e| e == "rs") {
            let source = fs::read_to_string(&entry).expect("a source file is UTF-8");
            files.push((entry.strip_prefix(root).expect("inside src").to_owned(), source));
        }
    }
}

#[test]
fn every_import_goes_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    read_sources(&root, &root, &mut files);
    assert!(files.len() > 10, "found the sources");
    let mistakes = check(&files);
    assert!(mistakes.is_empty(), "walls are broken (docs/architecture.md):\n{}", mistakes.join("\n"));
}

#[test]
fn the_picture_names_every_room() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md")).expect("page");
    for (room, _) in ROOMS {
        assert!(page.contains(&format!("| `{room}` |")), "docs/architecture.md has no line for `{room}`");
    }
}

/// `SAFSIM_BLESS=1 cargo test --test architecture` renews the table on the page.
#[test]
fn the_page_says_who_sees_which_tool() {
    let mut table = String::from("\n| Tool | Rooms that may use it |\n| --- | --- |\n");
    for (tool, rooms) in TOOLS {
        let rooms: Vec<String> = rooms.iter().map(|room| format!("`{room}`")).collect();
        table += &format!("| `{tool}` | {} |\n", rooms.join(", "));
    }
    table.push('\n');
    assert_on_page("tools", &table);
}

/// A stretch of the page between `<!-- name -->` and `<!-- /name -->`.
#[track_caller]
fn assert_on_page(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let page = fs::read_to_string(&path).expect("page");
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = page.split_once(&open).expect("the table begins");
    let (within, after) = rest.split_once(&close).expect("the table ends");
    if std::env::var_os("SAFSIM_BLESS").is_some() {
        fs::write(&path, format!("{before}{open}{expected}{close}{after}")).expect("page");
    } else {
        assert!(within == expected, "docs/architecture.md is stale: SAFSIM_BLESS=1 cargo test --test architecture");
    }
}

/// `SAFSIM_BLESS=1 cargo test --test architecture` renews the table on the page.
#[test]
fn the_page_says_what_lies_in_rooms() {
    let mut table = String::from("\n| Room | Inner room | May import |\n| --- | --- | --- |\n");
    for (room, inner) in INNER_ROOMS {
        for (name, allowed) in *inner {
            let allowed: Vec<String> = allowed.iter().map(|other| format!("`{other}`")).collect();
            let allowed = if allowed.is_empty() { "nothing".to_owned() } else { allowed.join(", ") };
            table += &format!("| `{room}` | `{name}` | {allowed} |\n");
        }
    }
    table.push('\n');
    assert_on_page("inner rooms", &table);
}

/// What may be used and is not is no wall, but a word that is not true.
#[test]
fn every_room_uses_the_tools_that_it_may_use() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    read_sources(&root, &root, &mut files);
    for (tool, rooms) in TOOLS {
        let (outside, inner) = tool.split_once("::").unwrap_or((tool, ""));
        for room in *rooms {
            let uses = |(path, source): &(PathBuf, String)| {
                path.starts_with(room)
                    && named_paths(source, &[room], &[outside]).iter().any(|named| {
                        !named.inside
                            && named.segments[0] == outside
                            && (inner.is_empty() || named.segments[1] == inner)
                    })
            };
            assert!(files.iter().any(uses), "`{room}` does not use `{tool}`");
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    read_sources(&root, &root, &mut files);
    files
}

/// What is wrong with the imports inside rooms.
fn check_circles(imports: &Imports) -> Vec<String> {
    let mut mistakes = Vec::new();
    mistakes.extend(circle(imports).map(|files| format!("files import one another: {}", files.join(" -> "))));
    let rooms: BTreeSet<&str> = imports.keys().filter_map(|file| file.split('/').next()).collect();
    for room in rooms {
        let inner = inner_imports(room, imports);
        if let Some(names) = circle(&inner) {
            mistakes.push(format!("inner rooms of `{room}` import one another: {}", names.join(" -> ")));
        }
        if let Some((_, rows)) = INNER_ROOMS.iter().find(|(name, _)| *name == room) {
            mistakes.extend(check_inner(room, &inner, rows));
        }
    }
    mistakes
}

/// What the table of inner rooms does not say, and what it says though it is not so.
fn check_inner(room: &str, inner: &Imports, rows: &[(&str, &[&str])]) -> Vec<String> {
    let mut mistakes = Vec::new();
    for (name, to) in inner {
        let Some((_, allowed)) = rows.iter().find(|(row, _)| row == name) else {
            mistakes.push(format!("`{room}/{name}` is no inner room: add it to INNER_ROOMS, or move it into one"));
            continue;
        };
        for other in to.iter().filter(|other| !allowed.contains(&other.as_str())) {
            mistakes.push(format!("`{room}/{name}` may not import `{room}/{other}`"));
        }
        for other in allowed.iter().filter(|other| !to.contains(**other)) {
            mistakes.push(format!("`{room}/{name}` does not import `{room}/{other}`: take it out of INNER_ROOMS"));
        }
    }
    for (place, (name, allowed)) in rows.iter().enumerate() {
        let above: Vec<&str> = rows[..place].iter().map(|row| row.0).collect();
        if allowed.iter().any(|other| !above.contains(other)) || above.contains(name) || !inner.contains_key(*name) {
            mistakes.push(format!(
                "the row of `{room}/{name}` names what does not stand above it, or nothing that is there"
            ));
        }
    }
    mistakes
}

#[test]
fn no_import_inside_a_room_goes_in_a_circle() {
    let found = imports(&sources());
    assert!(found.values().map(BTreeSet::len).sum::<usize>() > 300, "found the imports");
    let mistakes = check_circles(&found);
    assert!(mistakes.is_empty(), "circles inside rooms (docs/architecture.md):\n{}", mistakes.join("\n"));
}

/// A row twice is one that somebody will change only once.
#[test]
fn no_row_stands_twice() {
    let mut rows: Vec<String> = Vec::new();
    rows.extend(ROOMS.iter().map(|(room, _)| format!("room {room}")));
    rows.extend(ROOMS.iter().flat_map(|(room, to)| to.unwrap_or(&[]).iter().map(move |to| format!("{room} to {to}"))));
    rows.extend(TOOLS.iter().map(|(tool, _)| format!("tool {tool}")));
    rows.extend(TOOLS.iter().flat_map(|(tool, rooms)| rooms.iter().map(move |room| format!("{tool} in {room}"))));
    rows.extend(FREE_FOR_ALL.iter().map(|(tool, _)| format!("tool {tool}")));
    rows.extend(INNER_ROOMS.iter().map(|(room, _)| format!("inner rooms of {room}")));
    let once: BTreeSet<&String> = rows.iter().collect();
    assert_eq!(once.len(), rows.len(), "a row stands twice in {rows:#?}");
}

/// Every outside crate has its rooms, or a reason to have none.
#[test]
fn every_dependency_is_guarded() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest: toml::Table = toml::from_str(&fs::read_to_string(path).expect("Cargo.toml")).expect("a manifest");
    let mut crates: Vec<String> = Vec::new();
    let tables = manifest.get("target").and_then(toml::Value::as_table).into_iter().flat_map(|all| all.values());
    for table in tables.filter_map(toml::Value::as_table).chain([&manifest]) {
        let dependencies = table.get("dependencies").and_then(toml::Value::as_table);
        crates.extend(dependencies.into_iter().flat_map(|table| table.keys()).map(|name| name.replace('-', "_")));
    }
    assert!(crates.len() > 20, "found the dependencies");
    let known =
        |name: &str| TOOLS.iter().any(|(tool, _)| *tool == name) || FREE_FOR_ALL.iter().any(|(tool, _)| *tool == name);
    for name in &crates {
        assert!(known(name), "`{name}` has no row in TOOLS: which rooms may use it?");
    }
    for (tool, _) in TOOLS.iter().filter(|(tool, _)| !tool.starts_with("std::")) {
        assert!(crates.iter().any(|name| name == tool), "`{tool}` is no dependency: take its row out of TOOLS");
    }
}

#[test]
fn no_import_goes_in_a_circle() {
    let mut open: Vec<&str> = Vec::new();
    fn visit<'a>(room: &'a str, open: &mut Vec<&'a str>) {
        assert!(!open.contains(&room), "circle: {open:?} -> {room}");
        open.push(room);
        for next in ROOMS.iter().find(|(name, _)| *name == room).and_then(|(_, r)| *r).unwrap_or(&[]) {
            visit(next, open);
        }
        open.pop();
    }
    for (room, _) in ROOMS {
        visit(room, &mut open);
    }
}

/// The checker itself: each sample, with the mistakes it must find (line and a part of the message).
mod checker {
    use super::*;

    fn found(path: &str, source: &str) -> Vec<String> {
        let door = "//! Must never know: anything.\npub use spread::Exposure;\nmod spread;\nmod shocks;\n";
        let mut files: Vec<(PathBuf, String)> = vec![(PathBuf::from("processes/spread.rs"), String::new())];
        files.push((PathBuf::from("processes/mod.rs"), door.to_owned()));
        files.push((PathBuf::from(path), source.to_owned()));
        let folder = Path::new(path).parent().expect("a folder");
        if folder != Path::new("") && folder != Path::new("processes") && !path.ends_with("mod.rs") {
            files.push((folder.join("mod.rs"), "//! Must never know: anything.\n".to_owned()));
        }
        check(&files)
    }

    #[track_caller]
    fn assert_found(path: &str, source: &str, expected: &[(usize, &str)]) {
        let found = found(path, source);
        let expected: Vec<String> = expected.iter().map(|(line, text)| format!("src/{path}:{line}: {text}")).collect();
        assert_eq!(found, expected, "in\n{source}");
    }

    #[test]
    fn a_wall_is_seen_in_every_way_of_writing_an_import() {
        let broken = (2, "`world` may not import `engine`");
        for import in [
            "use crate::engine::simulate;",
            "use crate::{quantity::Share, engine::{self, simulate}};",
            "use {crate::quantity::Share, crate::engine::simulate};",
            "use super::super::engine;",
            "use super::{super::engine::simulate};",
            "pub use crate::engine as machine;",
            "fn f() { crate::engine::simulate() }",
            "type T = Vec<crate :: engine :: Run>;",
            "macro_rules! m { () => { $crate::engine::simulate() } }",
            "pub(crate) use crate::engine::*;",
        ] {
            assert_found("world/site.rs", &format!("\n{import}\n"), &[broken]);
        }
        assert_found("stats/mean.rs", "use crate::*;", &[(1, "names the crate root: name the room")]);
        let nested = "use crate::{\n    quantity::{Share,\n        Month},\n    report::Page,\n    analysis,\n};";
        let both = [(4, "`world` may not import `report`"), (5, "`world` may not import `analysis`")];
        assert_found("world/site.rs", nested, &both);
    }

    #[test]
    fn comments_texts_tests_and_open_doors_are_left_alone() {
        let source = r####"
            //! [`crate::engine`]
            /* use crate::engine; /* crate::engine::x */ crate::engine::y */
            use crate::quantity::{Month, Share}; // crate::engine
            use super::ties::{self as bonds, Tie};
            const A: &str = "crate::engine::x \" crate::engine::y";
            const B: &str = r#"crate::engine::x " crate::engine::y"#;
            const C: [char; 3] = ['"', '\'', '\u{22}'];
            fn engine<'a>(x: &'a self::engine::X, crate_engine: my::crate_::X) -> &'a str { x }
            #[cfg(test)]
            mod tests {
                use crate::engine::simulate;
                fn f() { if true { crate::report::x() } }
            }
            #[cfg(test)]
            use crate::engine::simulate;
        "####;
        assert_found("world/site.rs", source, &[]);
        assert_found("cli/run.rs", "use crate::engine::simulate;\nuse clap::Parser;", &[]);
    }

    #[test]
    fn code_after_a_test_module_is_still_read() {
        let source = "#[cfg(test)]\nmod tests { fn f() { [1]; } }\nuse crate::cli::run;\n";
        assert_found("world/site.rs", source, &[(3, "`world` may not import `cli`")]);
    }

    #[test]
    fn processes_do_not_know_each_other() {
        let message = "process `shocks` may not import process `spread`";
        for import in ["use super::spread::f;", "use super::Exposure;", "use crate::processes::{spread};"] {
            assert_found("processes/shocks.rs", import, &[(1, message)]);
        }
        assert_found("processes/shocks.rs", "use super::Month;\nuse self::felt::x;", &[]);
    }

    #[test]
    fn tools_stay_in_their_rooms() {
        assert_found("world/site.rs", "use rayon::prelude::*;", &[(1, "`world` may not use `rayon`")]);
        assert_found("engine/month.rs", "fn f() { std::fs::read(x) }", &[(1, "`engine` may not use `std::fs`")]);
        assert_found("engine/month.rs", "use std::{fmt, fs::File};", &[(1, "`engine` may not use `std::fs`")]);
        assert_found("engine/month.rs", "use std::fmt;\nfn f(rayon: u32) -> u32 { rayon }", &[]);
        assert_found("main.rs", "fn main() { safsim::engine::simulate() }", &[(1, "`main` only calls `cli`")]);
        assert_found("main.rs", "fn main() { safsim::cli::main() }", &[]);
    }

    #[test]
    fn names_doors_and_rooms() {
        assert_found("world/utils.rs", "", &[(1, "the name `utils` says nothing: name the one thing that is in it")]);
        let silent = "the door says nothing: its doc comment needs a line \"Must never know: ...\"";
        assert_found("world/mod.rs", "//! A world.", &[(1, silent)]);
        assert_found("new.rs", "", &[(1, "`new` is not a room: add it to ROOMS, or move the file into one")]);
        let files = [(PathBuf::from("world/site.rs"), String::new())];
        assert_eq!(check(&files), ["src/world/site.rs:1: its folder has no door (mod.rs)"]);
    }

    /// A small house: a room with a door, two inner rooms and a loose file.
    fn house(changed: &[(&str, &str)]) -> Vec<(PathBuf, String)> {
        let mut files: BTreeMap<&str, &str> = BTreeMap::from([
            ("world/mod.rs", "mod low;\nmod high;\nmod top;\npub use high::*;\npub use top::run;"),
            ("world/low/mod.rs", "mod sum;\nmod part;\npub(super) use sum::Sum;"),
            ("world/low/sum.rs", "use super::part::Part;\npub struct Sum(Part);"),
            ("world/low/part.rs", "pub struct Part;"),
            ("world/high/mod.rs", "mod site;\npub use site::Site;"),
            ("world/high/site.rs", "use crate::world::low::Sum;\npub struct Site(Sum);"),
            ("world/top.rs", "use super::Site;\npub fn run(_: Site) {}"),
        ]);
        files.extend(changed.iter().copied());
        files.into_iter().map(|(path, source)| (PathBuf::from(path), source.to_owned())).collect()
    }

    #[test]
    fn imports_are_seen_through_doors() {
        let found = imports(&house(&[]));
        let of = |file: &str| found[file].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(of("world/low/sum.rs"), ["world/low/part.rs"]);
        assert_eq!(of("world/high/site.rs"), ["world/low/sum.rs"]);
        assert_eq!(of("world/top.rs"), ["world/high/site.rs"], "through `pub use high::*`");
        assert_eq!(check_circles(&found), Vec::<String>::new());
    }

    #[test]
    fn circles_inside_a_room_are_refused() {
        let between_files = imports(&house(&[("world/low/part.rs", "fn f(_: super::Sum) {}")]));
        let said = "files import one another: world/low/sum.rs -> world/low/part.rs -> world/low/sum.rs";
        assert_eq!(check_circles(&between_files), [said]);
        // No two files import each other, but their folders do.
        let between_rooms = imports(&house(&[
            ("world/high/mod.rs", "mod site;\nmod word;\npub use site::Site;\npub use word::Word;"),
            ("world/high/word.rs", "pub struct Word;"),
            ("world/low/part.rs", "use crate::world::Word;\npub struct Part(Word);"),
        ]));
        assert_eq!(check_circles(&between_rooms), ["inner rooms of `world` import one another: high -> low -> high"]);
    }

    #[test]
    fn inner_rooms_keep_their_order() {
        let inner = inner_imports("world", &imports(&house(&[])));
        let good: &[(&str, &[&str])] = &[("low", &[]), ("high", &["low"]), ("top", &["high"])];
        assert_eq!(check_inner("world", &inner, good), Vec::<String>::new());
        let narrow: &[(&str, &[&str])] = &[("low", &[]), ("high", &[]), ("top", &["high"])];
        assert_eq!(check_inner("world", &inner, narrow), ["`world/high` may not import `world/low`"]);
        let wide: &[(&str, &[&str])] = &[("low", &[]), ("high", &["low"]), ("top", &["high", "low"])];
        let idle = "`world/top` does not import `world/low`: take it out of INNER_ROOMS";
        assert_eq!(check_inner("world", &inner, wide), [idle]);
        let loose = "`world/top` is no inner room: add it to INNER_ROOMS, or move it into one";
        assert_eq!(check_inner("world", &inner, &good[..2]), [loose]);
    }

    #[test]
    fn tools_stay_in_their_inner_rooms() {
        assert_found("report/words/x.rs", "use parquet::x;", &[(1, "`report/words` may not use `parquet`")]);
        assert_found("report/tables/x.rs", "use parquet::x;", &[]);
        assert_found("chart/kinds/flow_tests.rs", "use resvg::usvg;", &[]);
        assert_found("world/site.rs", "use parquet::x;", &[(1, "`world` may not use `parquet`")]);
    }
}
