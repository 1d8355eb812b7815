//! No text makes the loader panic, and what it accepts reads back.

use proptest::prelude::*;
use safsim::diagnostics::Paint;
use safsim::scenario::{Source, built_ins, load, load_study, study_to_toml, to_toml};
use std::time::Instant;

/// Loads; draws the mistakes, or reads the scenario back.
fn survives(text: String, sets: &[String]) {
    match load_study(&Source::Text { name: "fuzz".to_owned(), text }, sets) {
        Err(mistakes) => {
            assert!(!mistakes.is_empty() && !mistakes.render(Paint::Plain, 80).to_string().is_empty());
            let _ = mistakes.render(Paint::Coloured, 60);
        }
        Ok(study) => {
            let text = study_to_toml(&study);
            let again = load_study(&Source::Text { name: "resolved".to_owned(), text: text.clone() }, &[]);
            assert_eq!(again.unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}")), study, "{text}");
        }
    }
}

const SEED: &str = include_str!("scenarios/valid/everything.toml");
const STUDY: &str = include_str!("scenarios/valid/study.toml");

/// Values that files go wrong with.
const VALUES: &[&str] = &[
    "0",
    "-1",
    "1",
    "2",
    "0.5",
    "1e308",
    "1e999",
    "-inf",
    "nan",
    "99999999999999999999999",
    "9223372036854775807",
    "\"\"",
    "\"none\"",
    "\"all\"",
    "\"2015-04\"",
    "\"0001-01\"",
    "\"9999-12\"",
    "2015-04-01",
    "true",
    "[]",
    "{}",
    "[[]]",
    "[[0, 0.5]]",
    "[[0, 0.5], [0, 0.6]]",
    "[[-20000, 1], [20000, 0]]",
    "[\"all\"]",
    "[\"acute\", 1]",
    "{ site = \"A\" }",
    "{ a = { b = { c = 1 } } }",
    "\"\\u0000\"",
    "\"\u{1F600}\u{301}中\"",
    "\"*\"",
    "[[\"2015-04\", 1]]",
    "\"acute\"",
];

fn lines() -> Vec<&'static str> {
    SEED.lines().chain(built_ins()[0].text.lines()).chain(STUDY.lines()).collect()
}

#[derive(Debug, Clone)]
enum Change {
    Drop(usize),
    Double(usize),
    Swap(usize, usize),
    Value(usize, usize),
    Key(usize, String),
    Insert(usize, String),
    Cut(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>();
    prop_oneof![
        at.prop_map(Change::Drop),
        at.prop_map(Change::Double),
        (at, at).prop_map(|(a, b)| Change::Swap(a, b)),
        (at, at).prop_map(|(a, b)| Change::Value(a, b)),
        (at, at).prop_map(|(a, b)| Change::Value(a, b)),
        (at, at).prop_map(|(a, b)| Change::Value(a, b)),
        (at, "[a-z_]{1,9}").prop_map(|(a, key)| Change::Key(a, key)),
        (at, "\\PC{0,12}").prop_map(|(a, text)| Change::Insert(a, text)),
        at.prop_map(Change::Cut),
    ]
}

fn apply(text: &mut Vec<String>, change: Change) {
    if text.is_empty() {
        return;
    }
    let n = text.len();
    match change {
        Change::Drop(i) => drop(text.remove(i % n)),
        Change::Double(i) => text.insert(i % n, text[i % n].clone()),
        Change::Swap(i, j) => text.swap(i % n, j % n),
        Change::Value(i, v) => {
            if let Some((key, _)) = text[i % n].clone().split_once('=') {
                text[i % n] = format!("{key}= {}", VALUES[v % VALUES.len()]);
            }
        }
        Change::Key(i, key) => {
            if let Some((_, value)) = text[i % n].clone().split_once('=') {
                text[i % n] = format!("{key} ={value}");
            }
        }
        Change::Insert(i, more) => text.insert(i % n, more),
        Change::Cut(i) => text.truncate(i % n + 1),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_files(file in 0usize..4, changes in prop::collection::vec(change(), 1..8)) {
        let file = [SEED, built_ins()[0].text, STUDY, STUDY][file];
        let mut text: Vec<String> = file.lines().map(str::to_owned).collect();
        changes.into_iter().for_each(|change| apply(&mut text, change));
        survives(text.join("\n"), &[]);
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        survives(text, &[]);
    }

    #[test]
    fn any_toml_signs(text in "[a-z0-9_=.\\[\\]{}\"',#\n \\-é\u{0}]{0,200}") {
        survives(text, &[]);
    }

    #[test]
    fn bytes_read_as_text(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        survives(String::from_utf8_lossy(&bytes).into_owned(), &[]);
    }

    #[test]
    fn any_setting(set in "[a-z0-9_=.*\"' \\[\\]{}é-]{0,40}") {
        survives(SEED.to_owned(), &[set]);
    }

    #[test]
    fn settings_of_real_keys(line in any::<usize>(), path in any::<usize>(), value in any::<usize>()) {
        let keys = ["", "site.A.", "site.*.", "programme.", "programme.funding.", "shock.0.", "shock.*.", "site.A.initiative.0.",
            "site.A.organisation.0.", "site.A.board.0.", "site.A.actor.*.", "time.", "parameters.", "run."];
        let lines = lines();
        let key = lines[line % lines.len()].split('=').next().unwrap_or("").trim();
        let set = format!("{}{key}={}", keys[path % keys.len()], VALUES[value % VALUES.len()]);
        survives(SEED.to_owned(), &[set]);
    }

    #[test]
    fn regimes_and_axes_of_real_keys(
        line in any::<usize>(), path in any::<usize>(), value in any::<usize>(), other in any::<usize>(), axis in any::<bool>()
    ) {
        let keys = ["", "site.A.", "site.*.", "site.copy.", "site.1.", "programme.", "programme.funding.", "shock.0.", "shock.*.",
            "site.A.initiative.*.", "site.A.organisation.0.", "site.A.board.0.", "time.", "parameters.", "policy."];
        let lines = lines();
        let key = lines[line % lines.len()].split('=').next().unwrap_or("").trim().trim_matches(['"', '\'', '[', ']']);
        let (one, two) = (VALUES[value % VALUES.len()], VALUES[other % VALUES.len()]);
        let asked = if axis {
            format!("[sweep.axes]\n'{}{key}' = [{one}, {two}]\n", keys[path % keys.len()])
        } else {
            format!("[[regime]]\nname = 'one'\n[regime.set]\n'{}{key}' = {one}\n", keys[path % keys.len()])
        };
        let base = &STUDY[..STUDY.find("[[regime]]").unwrap_or(0)];
        survives(format!("{base}\n{asked}"), &[]);
    }
}

#[test]
fn hostile_texts() {
    let deep = |open: &str, close: &str, n: usize| format!("name = {}1{}", open.repeat(n), close.repeat(n));
    let texts = [
        deep("[", "]", 100_000),
        deep("{a=", "}", 50_000),
        format!("[{}]\nx=1", vec!["a"; 100_000].join(".")),
        format!("name = \"{}\"", "x".repeat(1_000_000)),
        format!("name = \"x\"\n{}", "y = 1\n".repeat(2_000)),
        format!("name = \"x\"\n[parameters]\n{}", (0..20_000).map(|i| format!("p{i} = 1\n")).collect::<String>()),
        format!("name = \"x\"\n{}", "[[site]]\n".repeat(20_000)),
        format!("name = \"x\"\n{}", "[[site]]\nname='a'\n".repeat(5_000)),
        format!("name = \"x\"\nreplace = [{}]", "\"site\",".repeat(20_000)),
        "\u{feff}name = \"x\"\r\n[[site]]\r\nname = 5\r\n".to_owned(),
        "name = \"x\"\n[[site]]\nname = 'a\u{202e}b'\npopulation = 1\n".to_owned(),
        String::new(),
        "\0".to_owned(),
        "extends = \"fuzz\"".to_owned(),
        format!(
            "name = \"x\"\n[[site]]\nname = 'a'\n{}",
            (0..1_000).map(|i| format!("[[regime]]\nname = 'r{i}'\n")).collect::<String>()
        ),
        format!("name = \"x\"\n[[site]]\nname = 'a'\n[[regime]]\nname = 'r'\nset = {{ {} }}", deep("{a=", "}", 60)),
        "name = \"x\"\n[[site]]\nname = 'a'\n[sweep.axes]\ncontagion = { from = 0, to = 1e999, steps = 1000 }"
            .to_owned(),
        "name = \"x\"\n[[site]]\nname = 'a'\n[sweep.axes]\ncontagion = { from = 0, to = 1, steps = 1000 }".to_owned(),
        format!("name = \"x\"\n[[site]]\nname = 'a'\n[sweep]\naxes = {{ contagion = [{}] }}", "1,".repeat(20_000)),
        format!(
            "name = \"x\"\n[[site]]\nname = 'a'\n[sweep.axes]\n{}",
            (0..300).map(|i| format!("'site.{i}.deficit' = [0, 1]\n")).collect::<String>()
        ),
        "extends = \"/\"".to_owned(),
        "extends = \"\"".to_owned(),
    ];
    for text in texts {
        let (start, head) = (Instant::now(), text.chars().take(40).collect::<String>());
        survives(text, &[]);
        assert!(start.elapsed().as_secs() < 10, "{head}: {:?}", start.elapsed());
    }
}

#[test]
fn many_sites_load_at_once() {
    let text = "name = \"many\"\n[[site]]\nname = \"practice\"\ntype = \"mcp\"\ncount = 6500\ninitiatives = [\"dementia_support\"]\n";
    let start = Instant::now();
    let scenario = load(&Source::Text { name: "many".to_owned(), text: text.to_owned() }, &[]).unwrap();
    let loaded = start.elapsed();
    let resolved = to_toml(&scenario);
    assert_eq!(scenario.sites.len(), 6500);
    assert!(resolved.len() < 40_000, "{} bytes", resolved.len());
    assert!(loaded.as_secs_f64() < 1.0, "{loaded:?}");
}
