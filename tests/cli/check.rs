//! `check`, and arguments that stand for scenarios.

use crate::program::Home;
use crate::small::town;

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

#[test]
fn no_built_in_scenario_is_doubtful() {
    let home = Home::new();
    for name in safsim::scenario::built_ins().iter().map(|one| one.name) {
        let said = home.done(&format!("check {name} --deny-warnings"));
        assert!(said.starts_with(&format!("{name}: fine (")), "{said}");
    }
}

#[test]
fn warnings_are_told_by_every_command_and_can_be_denied_and_allowed() {
    let home = Home::new();
    // Policy is written, so that no national team reads the threshold.
    let doubtful = town("doubtful")
        .replace("[programme]\n", "[programme]\npermissiveness = 0.5\nmetric_focus = 0.2\n")
        .replace("[programme.funding]", "[programme.funding]\nthreshold = 0.5");
    let regimes = "[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\nset = { contagion = 0 }\n";
    let sweep = "[sweep.axes]\ncontagion = [0.1, 0.2]\n";
    home.write("doubtful.toml", &format!("{doubtful}{regimes}{sweep}"));
    let warning = "warning[unread-setting]: nobody is held to `threshold`";
    for line in [
        "check doubtful.toml",
        "run doubtful.toml -n 1 --out run",
        "compare doubtful.toml -n 2 --out compare",
        "sweep doubtful.toml -n 2 --out sweep",
    ] {
        let said = home.safsim(line);
        assert_eq!(said.status, 0, "{line}: {}", said.err);
        assert!(said.err.contains(warning) && said.err.contains("doubtful.toml:13:13"), "{line}: {}", said.err);
        assert_eq!(home.safsim(&format!("{line} --quiet")).err, "", "{line}");
    }
    assert!(home.safsim("check doubtful.toml").out.contains("; 1 warning)"));
    assert!(!home.safsim("check doubtful.toml --resolved").err.contains("warning"));
    for option in ["--deny-warnings", "--strict"] {
        let said = home.safsim(&format!("check doubtful.toml {option}"));
        assert!(said.status == 2 && said.err.contains(warning) && said.err.contains("are denied"), "{}", said.err);
    }
    home.done("check doubtful.toml --strict --set allow=[\"unread-setting\"]");
    home.refused("check doubtful.toml --set allow=[\"unread-point\"]", 2, &["is not a warning", "unread-points"]);
}

#[test]
fn what_is_too_thin_is_found_by_trying() {
    let home = Home::new();
    let file = include_str!("../scenarios/warned/thin-initiative.toml");
    home.write("thin.toml", file);
    let said = home.safsim("check thin.toml");
    let parts = ["warning[thin-initiative]: \"Social prescribing\" of \"Town\"", "thin.toml:14:16", "trial futures"];
    assert!(said.status == 0 && parts.iter().all(|part| said.err.contains(part)), "{}", said.err);
    home.write("paid.toml", &file.replace("award = 0.04", "award = 0.9"));
    assert_eq!(home.safsim("check paid.toml").err, "");
}

#[test]
fn what_is_assumed_is_said() {
    let home = Home::new();
    home.write("short.toml", "name = \"short\"\n[time]\nstart = \"2025-01\"\n[[site]]\nname = \"Town\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\"]\n");
    let said = home.done("check short.toml");
    for part in [
        "programme.start = \"2026-01\"",
        "programme.end = \"2029-01\"",
        "successor_start = \"none\"",
        "account_managers = false",
        "award = 0.6",
    ] {
        assert!(said.contains(part), "no {part} in {said}");
    }
    assert!(
        !said.contains("time.start")
            && !home.done("check short.toml --set programme.end=2028-01").contains("programme.end")
    );
}

#[test]
fn other_encodings_are_recognised() {
    let home = Home::new();
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(town("town").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    std::fs::write(home.path("wide.toml"), &wide).unwrap();
    home.refused("check wide.toml", 2, &["wide.toml", "text in UTF-16", "save it as UTF-8"]);
    std::fs::write(home.path("latin.toml"), b"name = \"Bront\xEB\"\n").unwrap();
    home.refused("check latin.toml", 2, &["line 1, byte EB", "UTF-8"]);
    home.write("marked.toml", &format!("\u{feff}{}", town("marked")));
    assert!(home.done("check marked.toml --quiet").is_empty());
}
