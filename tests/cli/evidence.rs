//! `evidence`: reported findings as paired experiments.

use crate::program::{Home, assert_same};
use crate::small::findings;
use crate::tables::{Row, number, rows};
use std::fs;

fn home() -> Home {
    let home = Home::new();
    findings(&home);
    home
}

#[test]
fn the_same_bytes_for_any_threads() {
    let home = home();
    for threads in [1, 2, 7] {
        let line = format!("evidence --from findings -n 4 --ensemble 3 --per-set 2 --quiet -j {threads} -o {threads}");
        home.done(&line);
        assert_same(&home.path("1"), &home.path(&threads.to_string()));
    }
}

#[test]
fn a_finding_is_an_arm_against_another_with_and_without_its_mechanism() {
    let home = home();
    let said = home.safsim("evidence --from findings -n 6 --out out");
    assert!(said.status == 0 && said.err.contains("2 findings, 6 arms"), "{}", said.err);
    let said = said.out;
    assert!(said.contains("T-1   More money, more posts") && said.contains("as reported yes"), "{said}");
    assert!(said.contains("U-2") && said.contains("beyond it"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80 || line.starts_with("Open")), "{said}");
    let (_, tests) = rows(&home.path("out/tests.csv"));
    assert_eq!(tests.len(), 2);
    assert_eq!((tests[0]["verdict"].as_str(), tests[0]["replicates"].as_str()), ("as reported", "6"));
    assert!(number(&tests[0], "ci_low") > 0.0 && number(&tests[0], "share_expected") == 1.0);
    // Where hardly anybody takes a post on programme money, it hardly tells the arms apart.
    assert!(number(&tests[0], "without").abs() < 0.001 * number(&tests[0], "effect"), "{:?}", tests[0]);

    // The effect is what a comparison of the same arms says.
    let regimes = "[[regime]]\nname = \"little\"\nset = { \"programme.funding.award\" = 0.1 }\n\
                   [[regime]]\nname = \"much\"\nset = { \"programme.funding.award\" = 0.9 }\n";
    let town = home.read("findings/base/town.toml");
    home.write("arms.toml", &format!("{town}\n{regimes}"));
    home.done("compare arms.toml -n 6 --seed 1 --quiet --out compared");
    let (_, months) = rows(&home.path("compared/months.csv"));
    let staffing = |arm: &str| -> f64 {
        let own = |row: &&Row| row["arm"] == arm && row["metric"] == "staffing" && row["place_kind"] == "all";
        let rows = months.iter().filter(own);
        let during: Vec<f64> = rows.skip(6).take(12).map(|row| number(row, "mean")).collect();
        during.iter().sum::<f64>() / 12.0
    };
    let expected = staffing("much") - staffing("little");
    assert!((number(&tests[0], "effect") - expected).abs() < 1e-6, "{expected} {:?}", tests[0]);
}

#[test]
fn sets_of_parameters_say_how_robust_it_is() {
    let home = home();
    let line = "evidence --from findings T -n 3 --ensemble 4 --per-set 3 --per-set-most 3 --out out";
    let said = home.safsim(line).out;
    assert!(said.contains("holds in") && said.contains("of 4 sets"), "{said}");
    let (_, found) = rows(&home.path("out/findings.csv"));
    assert_eq!((found.len(), found[0]["sets"].as_str()), (1, "4"));
    // More money is more posts.
    let (holds, low) = (number(&found[0], "holds"), number(&found[0], "holds_low"));
    assert!(holds > 0.9 && low < holds && number(&found[0], "holds_high") >= holds, "{holds}");
    let page = home.read("out/evidence.md");
    assert!(
        page.contains("--ensemble 4 --per-set 3 --per-set-most 3") && page.contains("## Where it is weak"),
        "{page}"
    );
    for file in ["evidence.json", "catalogue.txt", "manifest.json", "charts/evidence.svg", "charts/evidence.png"] {
        assert!(home.path("out").join(file).is_file(), "{file}");
    }
}

#[test]
fn arms_go_on_while_a_test_is_open() {
    let home = home();
    let said = home.safsim("evidence --from findings T -n 4 --ensemble 12 --out out");
    let round = "round 2: 1 test is open, and 1 arm goes on to 4 replicates in each set";
    assert!(said.status == 0 && said.err.contains(round), "{}", said.err);
    let (_, tests) = rows(&home.path("out/tests.csv"));
    let ends: Vec<[&str; 2]> =
        tests.iter().map(|row| [row["over_sets"].as_str(), row["futures_per_set"].as_str()]).collect();
    assert_eq!(ends, [["for", "2"], ["for", "4"]]);
    assert!(tests.iter().all(|row| number(row, "end_chance") >= 0.95), "{tests:?}");
    // Where it may not go on, it stays open: nothing is said against it.
    let line = "evidence --from findings T -n 4 --ensemble 12 --per-set-most 2 --out few";
    let said = home.safsim(line);
    assert!(!said.err.contains("round 2"), "{}", said.err);
    let (_, tests) = rows(&home.path("few/tests.csv"));
    assert_eq!((tests[0]["over_sets"].as_str(), tests[1]["over_sets"].as_str()), ("for", "open"));
    assert!(home.read("few/evidence.md").contains("--ensemble 12 --per-set-most 2"));
    let line = "evidence --from findings T --ensemble 12 --per-set 4 --per-set-most 3";
    home.refused(line, 2, &["4 times in each set to begin with, and at most 3"]);
}

#[test]
fn plausible_models_are_sets_as_well() {
    let home = home();
    let model = safsim::engine::MODEL;
    let sets = "sets = [[0.5], [0.6], [0.8]]";
    let text = format!("model = {model}\ntargets = \"\"\nmade_by = \"a test\"\nparameters = [\"growth\"]\n{sets}\n");
    home.write("three.toml", &text);
    let said = home.safsim("evidence --from findings T -n 3 --ensemble three.toml --per-set 4 --out out").out;
    assert!(said.contains("of 3 sets") && said.contains("the plausible models of three.toml"), "{said}");
    let page = home.read("out/evidence.md");
    assert!(page.contains("--ensemble three.toml --per-set 4") && page.contains("which vary 1 parameters"), "{page}");
}

#[test]
fn findings_are_chosen_by_id_letters_and_the_minimum_set() {
    let home = home();
    let listed = |which: &str| home.done(&format!("evidence --from findings --list {which}"));
    assert!(listed("").contains("T-1") && listed("").contains("U-2"));
    assert!(listed("t-1").contains("more posts were filled") && !listed("t-1").contains("U-2"));
    assert!(listed("U").contains("U-2") && !listed("U").contains("T-1"));
    assert!(listed("minimum").contains("T-1") && !listed("minimum").contains("U-2"));
    home.refused("evidence SH-33 --list", 2, &["there is no finding SH-33", "did you mean SH-"]);
    assert!(home.done("evidence --list").lines().count() > 117);
}

#[test]
fn mistakes_in_a_catalogue_are_told_with_their_file() {
    let home = home();
    let change = |from: &str, to: &str| {
        findings(&home);
        let text = home.read("findings/money.toml");
        assert!(text.contains(from));
        home.write("findings/money.toml", &text.replacen(from, to, 1));
    };
    let refused = |parts: &[&str]| home.refused("evidence --from findings -n 2 --out out", 2, parts);
    change("expect = \"more\"", "expect = \"mroe\"");
    refused(&["money.toml", "mroe"]);
    change("metric = \"staffing\"", "metric = \"stuffing\"");
    refused(&["finding T-1", "stuffing"]);
    change("award\" = 0.9", "award\" = \"lots\"");
    refused(&["award"]);
    change("base = \"town\"", "base = \"city\"");
    refused(&["there is no base scenario city"]);
    fs::remove_file(home.path("findings/money.toml")).unwrap();
    refused(&["holds no files of findings"]);
    home.refused("evidence --from nowhere", 2, &["nowhere"]);
    assert!(!home.path("out").exists());
}

#[test]
fn mistakes_of_findings_are_shown_in_the_users_own_files() {
    let home = Home::new();
    findings(&home);
    let (theme, base) = (home.read("findings/money.toml"), home.read("findings/base/town.toml"));
    for (old, new, place, words) in [
        ("\"programme.funding.award\" = 0.9", "\"programme.funding.award\" = -1", "findings/money.toml:12:47", "award"),
        (
            "\"programme.funding.award\" = 0.9",
            "\"programme.funding.awrd\" = 0.9",
            "findings/money.toml:12:38",
            "did you mean",
        ),
        ("{ security = 1000000", "{ security = \"x\"", "findings/money.toml:13:70", "security"),
        ("compare = [\"much\"", "compare = [\"mich\"", "findings/money.toml:4:6", "there is no arm mich"),
        ("base = \"town\"", "base = \"twon\"", "findings/money.toml:4:6", "there is no base scenario twon"),
        ("breadth = \"ALL\"", "breadth = \"SOME\"", "findings/money.toml:7:11", "SOME"),
        ("minimum = 1", "minimum = ", "findings/money.toml:10:", ""),
    ] {
        assert!(theme.contains(old), "{old}");
        home.write("findings/money.toml", &theme.replacen(old, new, 1));
        for line in ["evidence --from findings --list", "evidence --from findings -n 2"] {
            home.refused(line, 2, &[place, words]);
        }
    }
    home.write("findings/money.toml", &theme);
    // A base may come from a stranger: it reads no other file.
    home.write("near.toml", &base);
    home.write("findings/base/town.toml", "name = \"town\"\nextends = \"near.toml\"\n");
    home.refused(
        "evidence --from findings --list",
        2,
        &["findings/base/town.toml:2:11", "may extend built-in ones only"],
    );
    home.write("findings/base/town.toml", &base.replace("months = 36", "months = 0"));
    home.refused("evidence --from findings --list", 2, &["findings/base/town.toml:5:10", "months = 0"]);
}
