//! The walls of the house (docs/architecture.md): who may import whom, checked on the source text.
//!
//! To move a wall, change the tables below and the picture in the same commit.

#[path = "architecture/one_name.rs"]
mod one_name;
#[path = "architecture/paths.rs"]
mod paths;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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
    ("report", Some(&["letters", "evidence", "analysis", "record", "chart", "stats", "quantity", "disk"])),
    (
        "study",
        Some(&[
            "experiment",
            "report",
            "engine",
            "evidence",
            "analysis",
            "record",
            "scenario",
            "diagnostics",
            "quantity",
            "disk",
        ]),
    ),
    ("cli", None),
];

/// Outside crate or part of the standard library -> rooms that may use it.
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
    ("plotters", &["chart"]),
    ("resvg", &["chart"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("indicatif", &["cli"]),
    ("ctrlc", &["cli"]),
    ("anstream", &["cli"]),
    ("anstyle", &["cli"]),
    ("terminal_size", &["cli"]),
    ("unicode_width", &["chart", "report", "cli"]),
    ("unicode_segmentation", &["chart", "report"]),
    ("unicode_bidi", &["chart"]),
    ("csv", &["report", "study"]),
    ("parquet", &["report"]),
    ("minijinja", &["report"]),
    ("sobol_burley", &["experiment"]),
    ("sha2", &["experiment", "report"]),
];

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
            Some(room) => check_tool(room, &segments),
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

fn check_tool(room: &str, segments: &[String]) -> Option<String> {
    let path = segments.join("::");
    let (tool, rooms) = TOOLS.iter().find(|(tool, _)| path == *tool || path.starts_with(&format!("{tool}::")))?;
    (!rooms.contains(&room)).then(|| format!("`{room}` may not use `{tool}`"))
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
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let page = fs::read_to_string(&path).expect("page");
    let mut table = String::from("\n| Tool | Rooms that may use it |\n| --- | --- |\n");
    for (tool, rooms) in TOOLS {
        let rooms: Vec<String> = rooms.iter().map(|room| format!("`{room}`")).collect();
        table += &format!("| `{tool}` | {} |\n", rooms.join(", "));
    }
    table.push('\n');
    let (before, rest) = page.split_once("<!-- tools -->\n").expect("the table begins");
    let (within, after) = rest.split_once("<!-- /tools -->").expect("the table ends");
    if std::env::var_os("SAFSIM_BLESS").is_some() {
        fs::write(&path, format!("{before}<!-- tools -->\n{table}<!-- /tools -->{after}")).expect("page");
    } else {
        assert!(within == table, "docs/architecture.md is stale: SAFSIM_BLESS=1 cargo test --test architecture");
    }
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
}
