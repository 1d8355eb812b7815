//! What the lessons say, works. Rules are in `docs/lessons/README.md`.
//!
//! The parts of each lesson, its minutes, links, findings and passages; and a test for each lesson: its commands as they stand, in
//! order and in one folder, every file of results that it names, every quoted line, row and picture. `SAFSIM_BLESS=1 cargo test --test lessons` renews these.
//! All lessons at their full size take minutes: `SAFSIM_WHOLE=1 cargo test --test lessons`. Without it commands of five of them run two futures,
//! and what they quote is not looked at.

use std::fs;
use std::path::Path;

use pages::{ROOT, Shown, assert_done, blocks, commands, links, page, prose, safsim};
use quoted::{Ran, numbers, pictures, renewed};

#[path = "lessons/class.rs"]
mod class;
mod pages;
mod quoted;

const FOLDER: &str = "docs/lessons";
const LESSONS: [&str; 6] = [
    "1-a-survival-curve.md",
    "2-why-did-this-one-die.md",
    "3-when-the-money-stops.md",
    "4-boards-champions-and-staff-loss.md",
    "5-what-the-metric-sees.md",
    "6-design-a-programme.md",
];
const PARTS: [&str; 10] = [
    "What you will learn",
    "Plan",
    "Predict first",
    "Run it",
    "Pictures to expect",
    "What came out",
    "Discuss",
    "What the model leaves out",
    "Further exercises",
    "For the teacher",
];

fn lesson(name: &str) -> String {
    page(&format!("{FOLDER}/{name}"))
}

/// The part of `page` under the heading `title`.
fn part<'a>(page: &'a str, title: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("\n## {title}\n")).unwrap_or_else(|| panic!("no part {title}"));
    rest.split_once("\n## ").map_or(rest, |(part, _)| part)
}

/// The scenario files of a page: each names itself in its first line.
fn scenarios(page: &str) -> Vec<(String, String)> {
    let named = |text: String| {
        let name = text.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a first line with the name");
        assert!(name.ends_with(".toml"), "{name} is no name of a scenario file");
        (name.to_owned(), text)
    };
    blocks(page, "toml").into_iter().map(named).collect()
}

/// Runs all commands of a lesson in `folder`, in order; as a quick try unless they are to be `whole`.
fn run(page: &str, folder: &Path, whole: bool) -> Vec<Ran> {
    let files = scenarios(page);
    for (name, text) in &files {
        fs::write(folder.join(name), text).expect("a scenario is kept");
    }
    for (name, _) in files {
        assert_done(&name, &safsim(folder, &["check".to_owned(), name.clone()], ""));
    }
    let run = |shown: Shown| {
        let arguments = if whole { shown.arguments } else { shown.quick() };
        let output = safsim(folder, &arguments, "");
        assert_done(&shown.text, &output);
        let said = String::from_utf8(output.stdout).expect("words");
        if let Some(file) = &shown.output {
            fs::write(folder.join(file), &said).expect("output is kept");
        }
        Ran { command: shown.text, said }
    };
    commands(page).into_iter().map(run).collect()
}

#[test]
fn every_lesson_has_its_parts_and_fills_three_quarters_of_an_hour() {
    for name in LESSONS {
        let page = lesson(name);
        let found: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(found, PARTS, "{name}");
        let rows = part(&page, "Plan").lines().filter_map(|line| line.split('|').nth(1));
        let minutes: u32 = rows.filter_map(|cell| cell.trim().parse::<u32>().ok()).sum();
        assert_eq!(minutes, 45, "{name}");
    }
}

#[test]
fn no_line_is_wider_than_120_columns() {
    for name in LESSONS.into_iter().chain(["README.md"]) {
        for (number, line) in lesson(name).lines().enumerate() {
            assert!(line.chars().count() <= 120, "{name}:{}: {line}", number + 1);
        }
    }
}

/// Every file of results that a lesson names is there after its commands.
fn assert_named_files_exist(name: &str, page: &str, folder: &Path) {
    // Exercises name folders of runs that readers make themselves.
    let text = prose(page.split("\n## Further exercises").next().expect("a page"));
    let named = text.split('`').skip(1).step_by(2).filter(|n| n.starts_with("out/") && !n.contains(' '));
    let missing: Vec<&str> = named.filter(|n| !folder.join(n).exists()).collect();
    assert!(missing.is_empty(), "{name}: not there after its commands: {missing:?}");
}

#[test]
fn links_lead_somewhere() {
    for name in LESSONS.into_iter().chain(["README.md"]) {
        for link in links(&lesson(name)) {
            assert!(Path::new(ROOT).join(FOLDER).join(&link).exists(), "{name}: {link}");
        }
    }
    for name in LESSONS {
        assert!(lesson("README.md").contains(&format!("]({name})")), "the overview leads to {name}");
    }
}

/// Words such as SH-02.
fn findings(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let finding = |word: &&str| {
        word.split_once('-').is_some_and(|(theme, number)| {
            matches!(theme.len(), 1 | 2)
                && theme.bytes().all(|b| b.is_ascii_uppercase())
                && !number.is_empty()
                && number.bytes().all(|b| b.is_ascii_digit())
        })
    };
    words.filter(finding).collect()
}

#[test]
fn findings_that_are_named_exist() {
    let folder = Path::new(ROOT).join("scenarios/evidence");
    let mut catalogue = String::new();
    for entry in fs::read_dir(folder).expect("the findings") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            catalogue += &fs::read_to_string(path).expect("a file of findings");
        }
    }
    let class = [
        "script",
        "roles/national-team",
        "roles/site-leader",
        "roles/board",
        "roles/clinician",
        "roles/councillor",
        "roles/evaluator",
    ];
    let class = class.map(|name| format!("class/{name}.md"));
    for name in LESSONS.into_iter().chain(class.iter().map(String::as_str)) {
        let page = lesson(name);
        assert!(!findings(&page).is_empty(), "{name} names findings");
        for id in findings(&page) {
            assert!(catalogue.contains(&format!("id = \"{id}\"")), "{name}: nobody knows {id}");
        }
    }
}

/// Quotations: paragraphs of `>`, as `"..." [C 5.3.4.1, S4R01; SH-02]`.
fn passages(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut before = false;
    for line in page.lines() {
        let quoted = line.trim_start().strip_prefix("> ");
        match (quoted, before) {
            (Some(text), true) => *found.last_mut().expect("a first line") += &format!(" {text}"),
            (Some(text), false) => found.push(text.to_owned()),
            (None, _) => {}
        }
        before = quoted.is_some();
    }
    found
}

#[test]
fn passages_are_short_and_say_where_they_stand() {
    for name in LESSONS {
        let found = passages(part(&lesson(name), "Discuss"));
        assert!(found.len() >= 3, "{name} rests its questions on passages");
        for passage in found {
            let (words, place) = passage.rsplit_once("\" [").unwrap_or_else(|| panic!("{name}: no place: {passage}"));
            assert!(words.split_whitespace().count() <= 25, "{name}: too long: {passage}");
            assert!(place.starts_with("C ") || place.starts_with("B "), "{name}: whose words? {passage}");
            assert!(!findings(place).is_empty(), "{name}: which finding? {passage}");
        }
    }
}

/// Numbers with decimals, and those before a %, in the prose about results.
fn claimed(text: &str) -> Vec<String> {
    let text = prose(text);
    let lines = text.lines().filter(|line| !line.starts_with("<!--") && !line.starts_with("!["));
    let text = lines.collect::<Vec<_>>().join("\n");
    let shares = text.split('%').rev().skip(1).filter_map(|before| numbers(before.trim_end()).pop());
    numbers(&text).into_iter().filter(|number| number.contains('.')).chain(shares).collect()
}

#[test]
fn numbers_in_the_text_stand_in_what_was_printed() {
    for name in LESSONS {
        let page = lesson(name);
        let printed = numbers(&[blocks(&page, "text"), blocks(&page, "csv")].concat().concat());
        for number in claimed(part(&page, "What came out")) {
            assert!(printed.contains(&number), "{name}: {number} stands in no block");
        }
    }
}

/// The lesson whose quotations are always held against what comes out.
const ALWAYS_WHOLE: &str = LESSONS[0];

fn tried(name: &str) {
    let (page, folder) = (lesson(name), tempfile::tempdir().expect("a temporary folder"));
    let bless = std::env::var_os("SAFSIM_BLESS").is_some();
    let is_whole = bless || name == ALWAYS_WHOLE || std::env::var_os("SAFSIM_WHOLE").is_some();
    let ran = run(&page, folder.path(), is_whole);
    assert!(!ran.is_empty(), "{name} shows commands");
    assert_named_files_exist(name, &page, folder.path());
    if !is_whole {
        return;
    }
    let now = renewed(&page, &ran, folder.path());
    for (file, picture) in pictures(&page) {
        let beside = Path::new(ROOT).join(FOLDER).join(name).with_file_name(picture);
        let (drawn, kept) = (folder.path().join(file), beside);
        if bless {
            fs::copy(drawn, kept).expect("a picture is renewed");
        } else {
            let same = fs::read(drawn).expect("a picture") == fs::read(kept).expect("a picture of the lesson");
            assert!(same, "{picture} is stale: SAFSIM_BLESS=1 cargo test --test lessons");
        }
    }
    if bless {
        fs::write(Path::new(ROOT).join(FOLDER).join(name), now).expect("a lesson is renewed");
    } else {
        let stale = page.lines().zip(now.lines()).filter(|(old, new)| old != new);
        let stale: Vec<String> = stale.map(|(old, new)| format!("quoted: {old}\nis now: {new}")).collect();
        assert!(
            stale.is_empty(),
            "{name}: SAFSIM_BLESS=1 cargo test --test lessons renews it, and then its text must be \
             read again:\n{}",
            stale.join("\n")
        );
    }
}

#[test]
fn lesson_1_works_and_quotes_what_comes_out() {
    tried(LESSONS[0]);
}

#[test]
fn lesson_2_works_and_whole_quotes_what_comes_out() {
    tried(LESSONS[1]);
}

#[test]
fn lesson_3_works_and_whole_quotes_what_comes_out() {
    tried(LESSONS[2]);
}

#[test]
fn lesson_4_works_and_whole_quotes_what_comes_out() {
    tried(LESSONS[3]);
}

#[test]
fn lesson_5_works_and_whole_quotes_what_comes_out() {
    tried(LESSONS[4]);
}

#[test]
fn lesson_6_works_and_whole_quotes_what_comes_out() {
    tried(LESSONS[5]);
}
