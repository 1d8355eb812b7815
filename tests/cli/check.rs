//! `check`, and arguments that stand for scenarios.

use crate::program::Home;

#[test]
fn a_good_scenario_is_fine_by_name_path_and_input() {
    let home = Home::new();
    assert!(home.done("check six-sites").starts_with("six-sites: fine (6 sites, "));
    home.done("new mine");
    assert!(home.done("check mine.toml six-sites").starts_with("mine.toml: fine ("));
    let said = home.safsim_with("check -", &home.read("mine.toml"));
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_eq!(home.done("check mine.toml --quiet"), "");
}

#[test]
fn what_would_run_reads_back_and_is_complete() {
    let home = Home::new();
    let resolved = home.done("check six-sites --resolved --set contagion=0.125");
    assert!(resolved.contains("contagion = 0.125"), "{resolved}");
    home.write("resolved.toml", &resolved);
    assert_eq!(home.done("check resolved.toml --resolved"), resolved);
}

#[test]
fn every_mistake_of_every_file_is_told() {
    let home = Home::new();
    home.write("one.toml", "name = \"one\"\nextends = \"six-sites\"\n[time]\nmonths = 0\n[programme]\nbage = 1\n");
    home.write("two.toml", "name = ");
    let mistakes = ["one.toml:4", "one.toml:6", "did you mean", "badge", "two.toml:1", "2 of 3 scenarios are wrong"];
    home.refused("check one.toml --quiet six-sites two.toml", 2, &mistakes);
    home.refused("check six-sites --set contagion=7", 2, &["contagion=7"]);
    home.refused("check six-sits", 2, &["six-sits", "six-sites"]);
    home.refused("check missing.toml", 2, &["missing.toml"]);
    home.refused("check", 2, &["SCENARIO", "--help"]);
}

#[test]
fn colour_is_used_on_request_only() {
    let home = Home::new();
    home.write("bad.toml", "name = ");
    for (option, coloured) in [("auto", false), ("never", false), ("always", true)] {
        let said = home.safsim(&format!("check bad.toml --color {option}"));
        assert_eq!(said.err.contains('\u{1b}'), coloured, "{option}: {}", said.err);
    }
    assert!(!home.safsim("--color=never nonsense").err.contains('\u{1b}'));
}
