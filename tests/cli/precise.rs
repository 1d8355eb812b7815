//! `--until-precise`: as many replicates as a question needs.

use crate::program::{Home, contents};
use crate::small::{AS_IT_IS, MILD, WHOLE, regimes, town};
use crate::tables::{maybe, number, rows};
use std::path::Path;

/// Panics unless two folders hold the same, their manifests (which say what was asked) aside.
fn assert_same_but_for_the_question(one: &Path, other: &Path) {
    let [mut one, mut other] = [one, other].map(contents);
    let name = Path::new("manifest.json");
    assert!(one.remove(name).is_some() && other.remove(name).is_some());
    assert!(one.keys().eq(other.keys()), "{:?}\n{:?}", one.keys(), other.keys());
    for (name, bytes) in &one {
        assert!(*bytes == other[name], "{} differs", name.display());
    }
}

fn replicates_done(home: &Home, out: &str) -> u64 {
    let manifest: serde_json::Value = serde_json::from_str(&home.read(&format!("{out}/manifest.json"))).unwrap();
    manifest["replicates_done"].as_u64().unwrap()
}

#[test]
fn a_run_ends_when_it_is_precise_and_is_what_so_many_replicates_are() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    // 128 replicates are taken before the first look.
    let said = home.done("run town.toml --until-precise survived_12=0.033 --out until");
    let used = replicates_done(&home, "until");
    assert!(used > 128 && used < 2000 && used.is_multiple_of(64), "{used}");
    assert!(said.contains(&format!("{used} replicates make survived_12 precise to ±0.03")), "{said}");
    assert!(said.contains("as asked"), "{said}");
    home.done(&format!("run town.toml -n {used} --quiet --out plain"));
    assert_same_but_for_the_question(&home.path("until"), &home.path("plain"));
    let (_, runs) = rows(&home.path("plain/runs.csv"));
    let half = |count: u64| {
        let values: Vec<f64> = runs[..count as usize].iter().filter_map(|row| maybe(row, "survived_12")).collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        1.96 * (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0) / n).sqrt()
    };
    assert!(half(used) <= 0.033 && half(used - 64) > 0.0325, "{} {}", half(used), half(used - 64));
}

#[test]
fn a_comparison_ends_when_every_difference_is_precise() {
    let home = Home::new();
    regimes(&home, "regimes.toml", &[AS_IT_IS, WHOLE, MILD]);
    home.done("compare regimes.toml --until-precise trust_final=0.002 --quiet --out until");
    let used = replicates_done(&home, "until");
    let (_, effects) = rows(&home.path("until/effects.csv"));
    for row in effects.iter().filter(|row| row["metric"] == "trust_final") {
        assert!(number(row, "ci_high") - number(row, "difference") <= 0.002 + 1e-12, "{row:?}");
    }
    home.done(&format!("compare regimes.toml -n {used} --ensemble none --quiet --out plain"));
    assert_same_but_for_the_question(&home.path("until"), &home.path("plain"));
    // Another precision is another question.
    home.refused("compare regimes.toml --until-precise trust_final=0.1 --out until", 2, &["different plan"]);
}

#[test]
fn no_more_replicates_are_used_than_allowed() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    let said = home.done("run town.toml -n 70 --until-precise survived_12=0.0001 --out out");
    assert_eq!(replicates_done(&home, "out"), 70);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("not as narrow as asked: use more --replicates"), "{said}");
    let (_, runs) = rows(&home.path("out/runs.csv"));
    assert_eq!(runs.len(), 70);
    let said = home.done("run town.toml -n 1 --until-precise survived_12=0.1 --out one");
    assert!(said.contains("survived_12 has too few values"), "{said}");
    home.refused("run town.toml --until-precise survived_21=0.1", 2, &["survived_21", "did you mean survived_12?"]);
}

#[test]
fn what_has_no_value_does_not_become_precise() {
    let home = Home::new();
    home.write("town.toml", &town("town"));
    regimes(&home, "regimes.toml", &[AS_IT_IS, MILD]);
    // The run ends 18 months after the programme.
    for line in ["run town.toml", "compare regimes.toml"] {
        let told = "survived_24 has no value in any of the first runs";
        home.refused(&format!("{line} --until-precise survived_24=0.01 --quiet --out out"), 2, &[told]);
        assert!(!home.path("out").exists());
    }
}
