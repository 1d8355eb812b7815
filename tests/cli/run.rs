//! `run` when all is well, and when it is interrupted.

use crate::program::{Home, Said, assert_same, contents};
use crate::small::town;
use sha2::{Digest, Sha256};

#[test]
fn the_same_bytes_for_any_threads_again_and_from_its_own_scenario() {
    let home = Home::new();
    // What is run from its own scenario has as many threads as there are cores.
    for threads in [1, 7] {
        home.done(&format!("run -n 9 --seed 5 --set contagion=0.1 --threads {threads} --out out-{threads}"));
    }
    assert_same(&home.path("out-1"), &home.path("out-7"));
    home.done("run out-1/scenario.toml --out again");
    assert_same(&home.path("out-1"), &home.path("again"));
    let before = contents(&home.path("again"));
    home.done("run again/scenario.toml --out again");
    assert!(before == contents(&home.path("again")));
    assert_eq!(std::fs::read_dir(home.folder()).unwrap().count(), 3, "something was left over");
    home.done("run -n 9 --seed 6 --set contagion=0.1 --no-conditions --out other");
    assert_ne!(home.read("other/runs.csv"), home.read("out-1/runs.csv"));
}

/// The same words on one line.
fn unbroken(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_summary_says_what_happened_and_where_to_look() {
    let home = Home::new();
    let said = home.done("run -n 12");
    for part in [
        "six-sites: 6 sites, April 2014 to March 2022, 12 replicates",
        "When the programme's money ended (end of March 2018)",
        "site-6",
        "initiatives ended in the whole run. The main cause of these ends:",
        "Trust",
        "Enthusiasm",
        "as the national level claimed it",
        "in brackets the 95 % interval of the average",
        "Results: out/six-sites\nOpen:    out/six-sites/report.html\n",
    ] {
        assert!(unbroken(&said).contains(&unbroken(part)), "no {part:?} in\n{said}");
    }
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
    assert_eq!(home.done("run -n 1 --quiet --out quiet"), "");
    assert!(home.done("run -n 1 --out one").contains("one possible future"));
}

#[test]
fn the_manifest_lists_every_file_with_its_hash() {
    let home = Home::new();
    home.done("run -n 2 --out out");
    let manifest: serde_json::Value = serde_json::from_str(&home.read("out/manifest.json")).unwrap();
    let files = contents(&home.path("out"));
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len() + 1, files.len());
    for file in listed {
        let bytes = &files[std::path::Path::new(file["path"].as_str().unwrap())];
        let hash: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!((file["bytes"].as_u64(), file["sha256"].as_str()), (Some(bytes.len() as u64), Some(hash.as_str())));
    }
    assert_eq!(manifest["plan"]["replicates"], 2);
    let svg = String::from_utf8(files[std::path::Path::new("charts/survival.svg")].clone()).unwrap();
    assert!(svg.contains("<svg") && files[std::path::Path::new("charts/stages.png")].starts_with(b"\x89PNG"));
    for name in ["grid", "network", "authority", "success", "flow", "sites"] {
        let [drawing, png] = ["svg", "png"].map(|end| format!("charts/{name}.{end}"));
        assert!(files.contains_key(std::path::Path::new(&drawing)), "{drawing}");
        assert!(files[std::path::Path::new(&png)].starts_with(b"\x89PNG"), "{png}");
    }
}

#[test]
#[cfg(unix)]
fn an_interrupt_keeps_what_is_done_and_says_how_to_go_on() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    let mut child = home.start("run town.toml -n 20000 --threads 2 --out out");
    crate::resume::wait_for_chunks(&home, "out", &mut child, 1);
    crate::program::signal(&child, "-INT");
    let said = Said::by(child);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(
        said.err.contains("of 20000 replicates were finished") && said.err.contains("marked UNFINISHED"),
        "{}",
        said.err
    );
    assert!(home.read("out/UNFINISHED").contains("of 20000 replicates"));
    let done = home.read("out/runs.csv").lines().count() - 1;
    assert!(said.err.contains(&format!("interrupted: {done} of")), "{}", said.err);
    // What was finished is what a shorter run would give.
    home.done(&format!("run town.toml -n {done} --out short"));
    assert_eq!(home.read("out/survival.csv"), home.read("short/survival.csv"));
    home.refused("run town.toml -n 2 --out out", 2, &["different plan"]);
    home.done("run town.toml -n 2 --out out --force");
    assert!(!home.path("out/UNFINISHED").exists() && !home.path("out/unfinished").exists());
}

#[test]
fn a_scenario_made_for_more_than_a_run_says_so() {
    let home = Home::new();
    let said = Said::by(home.start("run funding-regimes -n 1 --out out"));
    assert!(said.err.contains("6 regimes") && said.err.contains("safsim compare funding-regimes"), "{}", said.err);
    let said = Said::by(home.start("run award-by-horizon -n 1 --out sweep"));
    assert!(said.err.contains("204 points") && said.err.contains("safsim sweep award-by-horizon"), "{}", said.err);
    assert_eq!(Said::by(home.start("run funding-regimes -n 1 --out out --quiet")).err, "");
    assert_eq!(Said::by(home.start("run single-site -n 1 --out one")).err, "");
}
