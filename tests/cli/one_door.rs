//! `check`'s yes is every command's yes, and its no theirs.

use crate::program::{Home, is_whole};
use crate::small::{AS_IT_IS, GRID, MILD, NEUTRAL, SOBOL, WHOLE, regimes, swept, town};
use proptest::test_runner::{RngAlgorithm, TestRng};
use rand::RngExt;

/// Whether the command starts: it may fail later, but does not find the scenario wrong.
fn starts(home: &Home, line: &str) -> bool {
    home.safsim(&format!("{line} --quiet")).status != 2
}

#[test]
fn what_the_commands_refuse_check_refuses_with_a_place() {
    let home = Home::new();
    regimes(&home, "one.toml", &[AS_IT_IS]);
    let many: Vec<String> =
        (0..65).map(|i| format!("[[regime]]\nname = \"r{i}\"\nset = {{ contagion = 0.{i:02} }}\n")).collect();
    regimes(&home, "many.toml", &many.iter().map(String::as_str).collect::<Vec<_>>());
    regimes(&home, "penniless.toml", &[AS_IT_IS, &NEUTRAL.replace("= 0.4", "= 0.0")]);
    regimes(&home, "baseless.toml", &[&AS_IT_IS.replace("= 0.7", "= 0.0"), NEUTRAL]);
    for (file, why) in [
        ("one.toml", "only one [[regime]]"),
        ("many.toml", "65 regimes are more than the 64"),
        ("penniless.toml", "\"neutral\" is to be budget_neutral, but it spends no"),
        ("baseless.toml", "\"neutral\" is to be budget_neutral, but the first regime spends no"),
    ] {
        let place = format!(" {file}:");
        home.refused(&format!("check {file} --quiet"), 2, &[why, &place]);
        home.refused(&format!("compare {file} --quiet -n 2"), 2, &[why, &place]);
    }
    swept(&home, "sample.toml", &SOBOL.replace("70", "65537"));
    let board = "[[site.board]]\nmembers = [\"all\"]\nstart = \"2014-10\"\nend = \"2015-10\"\n";
    let dates = "[sweep.axes]\n\"site.town.board.0.start\" = [\"2014-10\", \"2015-08\"]\n\
                 \"site.town.board.0.end\" = [\"2015-05\", \"2015-10\"]\n";
    home.write("dates.toml", &[&town("dates"), board, dates].concat());
    for (file, why) in [("sample.toml", "from 2 to 65536"), ("dates.toml", "must end after it has started")] {
        let place = format!(" {file}:");
        home.refused(&format!("check {file} --quiet"), 2, &[why, &place]);
        home.refused(&format!("sweep {file} --quiet -n 2"), 2, &[why, &place]);
    }
}

/// Values that go wrong together, or in one command only.
const VALUES: [&str; 12] = [
    "0",
    "1",
    "0.5",
    "2",
    "65536",
    "\"whole\"",
    "\"2014-12\"",
    "\"2015-10\"",
    "\"2016-06\"",
    "[]",
    "true",
    "[[0, 0.2], [30, 0.9]]",
];

#[test]
fn a_yes_of_check_is_kept() {
    let home = Home::new();
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let (mut good, mut bad) = (0, 0);
    for case in 0..24 {
        let sweep = if case % 2 == 0 { GRID.to_owned() } else { SOBOL.replace("70", "4") };
        let text = format!("{}{AS_IT_IS}{WHOLE}{NEUTRAL}{MILD}[sweep]\n{sweep}\n", town("any"));
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for _ in 0..1 + case % 3 {
            let at = rng.random_range(0..lines.len());
            match (rng.random_range(0..3), lines[at].clone().split_once('=')) {
                (0, _) => drop(lines.remove(at)),
                (1, _) => lines.insert(at, lines[at].clone()),
                (_, Some((key, _))) if !key.starts_with("set") && !key.starts_with("axes") => {
                    lines[at] = format!("{key}= {}", VALUES[rng.random_range(0..VALUES.len())]);
                }
                _ => {}
            }
        }
        home.write("any.toml", &lines.join("\n"));
        if !starts(&home, "check any.toml") {
            bad += 1;
            continue;
        }
        good += 1;
        let text = lines.join("\n");
        // What is run as the only part is read and begun as ever, but draws nothing, which takes most of the time.
        let part = if is_whole() || good % 3 == 1 { "" } else { "--shard 1/1" };
        assert!(starts(&home, &format!("run any.toml -n 1 {part} --out run-{case}")), "run:\n{text}");
        if text.contains("[[regime]]") {
            assert!(starts(&home, &format!("compare any.toml -n 2 {part} --out compare-{case}")), "compare:\n{text}");
        }
        if text.contains("[sweep]") {
            assert!(starts(&home, &format!("sweep any.toml -n 1 --out sweep-{case}")), "sweep:\n{text}");
        }
    }
    assert!(good >= 5 && bad >= 5, "{good} good, {bad} bad: the mutations say little");
}
