//! `sensitivity` and `discover`: what an outcome hangs on, and where it lies.

use crate::program::{Home, assert_same};
use crate::small::{AS_IT_IS, MILD, NEUTRAL, SOBOL, regimes, swept, town};
use crate::tables::{maybe, number, rows};

/// What it prints, whatever it says meanwhile.
fn told(home: &Home, line: &str) -> String {
    let said = home.safsim(line);
    assert_eq!(said.status, 0, "{line}: {}", said.err);
    said.out
}

/// A small analysis: screening of twelve inputs, indices of three.
const SMALL: &str = "--over contagion,spirits,growth,security,offers,cut,fall,joint_work,betrayal,opportunity,follow_on,mobilise \
                     --trajectories 4 --top 3 --rows 8";

#[test]
fn sensitivity_has_the_same_bytes_for_any_threads_and_from_its_own_scenario() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    for threads in [1, 2, 5] {
        home.done(&format!("sensitivity town.toml {SMALL} --seed 3 --quiet --threads {threads} --out {threads}"));
        assert_same(&home.path("1"), &home.path(&threads.to_string()));
    }
    let again = format!("sensitivity 1/scenario.toml {SMALL} -n 2 --seed 3 --quiet --out again");
    home.done(&again);
    assert_same(&home.path("1"), &home.path("again"));
    home.done("report 1 --quiet");
    assert_same(&home.path("1"), &home.path("again"));
}

#[test]
fn screening_and_indices_are_tables_and_pictures() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    let said = told(&home, &format!("sensitivity town.toml {SMALL} --outcome trust_final --out out"));
    assert!(said.contains("town: Trust between organisations at the end of the run"), "{said}");
    let (_, screening) = rows(&home.path("out/screening.csv"));
    assert_eq!(screening.len(), 13);
    assert_eq!(screening[12]["input"], "(other futures)");
    let sizes: Vec<f64> = screening[..12].iter().map(|row| number(row, "size")).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    for row in &screening {
        assert!(number(row, "size") + 1e-12 >= number(row, "effect").abs(), "{row:?}");
        assert!(number(row, "size_low") <= number(row, "size") && number(row, "size") <= number(row, "size_high"));
    }
    let (_, indices) = rows(&home.path("out/indices.csv"));
    let mut chosen: Vec<&str> = indices[..3].iter().map(|row| row["input"].as_str()).collect();
    let mut largest: Vec<&str> = screening[..3].iter().map(|row| row["input"].as_str()).collect();
    chosen.sort_unstable();
    largest.sort_unstable();
    assert_eq!((indices.len(), chosen), (4, largest));
    for picture in ["sensitivity", "screening"] {
        assert!(home.path(&format!("out/charts/{picture}.png")).exists());
    }
    let page = home.read("out/report.html");
    assert!(page.contains("What it hangs on") && page.contains("told from nothing"));
}

/// A parameter that the scenario cannot feel is never named.
#[test]
fn what_does_nothing_is_never_a_driver() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    // There is no copying in a single town.
    let said = told(&home, "sensitivity town.toml --over copy_weight,form_only,contagion --rows 24 --out out");
    let (_, indices) = rows(&home.path("out/indices.csv"));
    for row in indices.iter().filter(|row| row["input"] != "contagion") {
        assert_eq!(row["told"], "FALSE", "{row:?}");
    }
    let said = said.replace('\n', " ");
    let named = said.split("Not told from nothing").next().unwrap();
    assert!(!named.contains("copy_weight") && !named.contains("form_only"), "{said}");
}

#[test]
fn a_difference_hangs_on_what_both_regimes_share() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, NEUTRAL, MILD]);
    let line = "sensitivity regimes.toml --between neutral mild --rows 8 --over spirits,programme.funding.notice=0..6";
    let said = told(&home, &format!("{line} --out out"));
    assert!(said.contains("neutral less mild"), "{said}");
    let (_, indices) = rows(&home.path("out/indices.csv"));
    let notice = indices.iter().find(|row| row["input"] == "programme.funding.notice").unwrap();
    assert_eq!((number(notice, "low"), number(notice, "high")), (0.0, 6.0));
    // Regimes that differ in what is to be varied, and names that are not there.
    regimes(&home, "mild.toml", &[MILD, "[[regime]]\nname = \"calm\"\nset = { contagion = 0.2 }\n"]);
    regimes(&home, "calm.toml", &[AS_IT_IS, "[[regime]]\nname = \"calm\"\nset = { contagion = 0.2 }\n"]);
    let calm = "sensitivity calm.toml --between calm as --over contagion --out a";
    home.refused(calm, 2, &["there is no regime \"as\"", "\"as it is\""]);
    home.refused(
        "sensitivity mild.toml --between calm mild --over contagion --out a",
        2,
        &["the regimes differ in contagion"],
    );
    let award = "sensitivity regimes.toml --between neutral mild --over programme.funding.award=0.2..1 --out a";
    home.refused(award, 2, &["the regimes differ in programme.funding.award"]);
    home.refused("sensitivity regimes.toml --between neutral mold --out a", 2, &["did you mean \"mild\"?"]);
    home.refused("sensitivity regimes.toml --between mild mild --out a", 2, &["does not differ from itself"]);
    assert!(!home.path("a").exists());
}

#[test]
fn what_is_wrong_is_said_before_anything_is_written() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    for (rest, part) in [
        ("--over contagiom", "did you mean contagion?"),
        ("--over programme.funding.award", "=LOW..HIGH"),
        ("--over programme.funding.award=1..0.2", "must be below"),
        ("--over programme.funding.award=0.2", "a range is LOW..HIGH"),
        ("--over sweep", "no [sweep]"),
        ("--outcome alive_at_horizom", "did you mean alive_at_horizon?"),
        ("--trajectories 0 --rows 0", "neither a trajectory nor a row"),
        ("--trajectories 0", "at most 128 inputs"),
        ("--between a b", "no [[regime]]"),
    ] {
        home.refused(&format!("sensitivity town.toml {rest} --out out"), 2, &[part]);
    }
    home.refused("discover town.toml --above x --out out", 2, &["--above"]);
    home.refused("discover town.toml --above nan --out out", 2, &["must be a number"]);
    assert!(!home.path("out").exists());
}

#[test]
fn discover_tells_a_rule_that_runs() {
    let home = Home::new();
    swept(&home, "swept.toml", SOBOL);
    let line = "discover swept.toml --outcome money_spent --over contagion,programme.funding.award=0.1..1 --above --points 60 -n 1";
    let said = told(&home, &format!("{line} --seed 2 --out one"));
    assert!(said.contains("programme.funding.award is at least"), "{said}");
    let (_, rule) = rows(&home.path("one/rule.csv"));
    let award = rule.iter().find(|row| row["input"] == "programme.funding.award").unwrap();
    assert!(number(award, "from") > 0.5 && maybe(award, "to").is_none() && number(award, "quasi_p_from") < 0.05);
    let (_, tried) = rows(&home.path("one/tried.csv"));
    let of_interest = tried.iter().filter(|row| row["of_interest"] == "TRUE").count();
    assert_eq!((tried.len(), of_interest), (60, 15));
    let (_, peeling) = rows(&home.path("one/peeling.csv"));
    assert_eq!((number(&peeling[0], "coverage"), number(&peeling[0], "density")), (1.0, 0.25));
    // Its middle is a setting like any other.
    let set = said.lines().find_map(|line| line.trim().strip_prefix("--set programme.funding.award=")).unwrap();
    home.done(&format!("run swept.toml -n 2 --quiet --set programme.funding.award={set} --out middle"));
    home.done(&format!("{line} --seed 2 --quiet --threads 3 --out other"));
    assert_same(&home.path("one"), &home.path("other"));
    // Both axes of the scenario's own sweep, and a threshold.
    let line = "discover swept.toml --over sweep --below 1000000 --outcome money_spent --points 20 -n 1 --out all";
    let said = told(&home, line);
    assert!(said.contains("There is no rule to look for"), "{said}");
}
