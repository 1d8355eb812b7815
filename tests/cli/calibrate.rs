//! `calibrate`: which sets of parameters do not contradict what is known.

use crate::program::{Home, assert_same};
use crate::small::town;
use crate::tables::{number, rows};

/// Two targets about the town, one of them held out, and one that nobody measures.
const TARGETS: &str = r#"name = "town"

[[target]]
id = "breach"
title = "Weight of a loss against a gain"
kind = "level"
provenance = "made up"
parameter = "loss_weight"
range = [2.5, 3.5]
tolerance = 0.2

[[target]]
id = "money"
title = "Money does something"
kind = "ordering"
provenance = "made up"
held_out = true
base = "town.toml"
arms = { little = { "programme.funding.award" = 0.1 } }
compare = ["base", "little"]
of = { metric = "total_scale", window = ["start", "end"] }
sign = "more"
tolerance = 0.1

[[target]]
id = "ties"
title = "Ties"
kind = "level"
provenance = "made up"
target = 0.3
unmeasured = "nobody counts them"
"#;

const SMALL: &str = "calibrate targets.toml --first 200 --later 40 --waves 2 --size 30 -n 2 --quiet";

fn home() -> Home {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    home.write("targets.toml", TARGETS);
    home
}

#[test]
fn an_ensemble_meets_the_targets_and_is_the_same_for_any_threads() {
    let home = home();
    for threads in [1, 3] {
        home.done(&format!("{SMALL} -j {threads} -o {threads}"));
    }
    assert_same(&home.path("1"), &home.path("3"));
    let said = home.safsim("calibrate targets.toml --first 200 --later 40 --waves 2 --size 30 -n 2 -o out");
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("Weight of a loss") && said.out.contains("Not measured: ties"), "{}", said.out);
    assert!(said.out.lines().all(|line| line.chars().count() <= 80 || line.starts_with("Open")), "{}", said.out);
    assert!(said.err.contains("wave 2: 40 sets"), "{}", said.err);
    let (_, targets) = rows(&home.path("out/targets.csv"));
    assert_eq!(targets.len(), 3);
    assert!(targets[0]["met"] == "TRUE" && number(&targets[0], "met_after") > 0.9, "{:?}", targets[0]);
    assert!(targets[2]["met"].is_empty() && targets[2]["unmeasured"] == "nobody counts them");
    let (_, parameters) = rows(&home.path("out/parameters.csv"));
    let breach = parameters.iter().find(|row| row["parameter"] == "loss_weight").unwrap();
    assert!(number(breach, "after_p05") > 2.1 && number(breach, "shrinkage") > 0.2, "{breach:?}");
    let ensemble = home.read("out/ensemble.toml");
    assert!(ensemble.contains("model = ") && ensemble.matches("\n  [").count() == 30, "{ensemble}");
    let page = home.read("out/calibration.md");
    assert!(page.contains("# Which models are plausible?") && page.contains("nobody counts them"), "{page}");
    for file in ["calibration.json", "targets.toml", "waves.csv", "pairs.csv", "charts/targets.svg", "report.html"] {
        assert!(home.path("out").join(file).is_file(), "{file}");
    }
}

#[test]
fn mistakes_are_shown_with_their_place() {
    let home = home();
    for (from, to, told) in [
        ("range = [2.5, 3.5]", "range = [3.5, 2.5]", "`range` goes from 3.5 to 2.5"),
        ("loss_weight", "loss_wieght", "there is no parameter loss_wieght"),
        ("programme.funding.award", "programme.funding.awrd", "wrong.toml:19:"),
        ("town.toml", "twon.toml", "twon.toml"),
    ] {
        home.write("wrong.toml", &TARGETS.replace(from, to));
        let said = home.safsim("calibrate wrong.toml -o wrong");
        assert!(said.status == 2 && said.err.contains(told), "{to}: {}", said.err);
        assert!(!home.path("wrong").exists());
    }
}

#[test]
fn targets_that_nothing_meets_leave_no_ensemble() {
    let home = home();
    let impossible = TARGETS.replace("held_out = true\n", "").replace("sign = \"more\"", "range = [500, 501]");
    home.write("impossible.toml", &impossible);
    let said = home.safsim("calibrate impossible.toml --first 60 --later 20 --waves 2 -n 2 -q -o out");
    assert!(
        said.status == 2 && said.err.contains("no set of parameters that was run meets the targets"),
        "{}",
        said.err
    );
}
