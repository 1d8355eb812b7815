//! The evidence suite as it stands in the documentation: complete, and that of this very model.
//!
//! `docs/evidence.json` holds the results, `docs/evidence.md` and `docs/evidence/` the pages that the program makes of them, and
//! `docs/pictures/evidence.png` their picture. After a change of words under `scenarios/evidence/`, `SAFSIM_BLESS=1 cargo test
//! --test evidence` renews all of them. After a change of results: `cargo run --release -- evidence --ensemble built-in`, copy
//! `out/evidence/evidence.json` to `docs`, and then the same.

use safsim::engine::{Engine, Observe};
use safsim::evidence::{Catalogue, CellValues, Evidence, Finding, Measure, Quantity, Suite, Verdict, judge};
use safsim::report::{evidence_chart, evidence_pages, evidence_summary};
use safsim::scenario::{Source, load};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const RENEW: &str = "run `cargo run --release -- evidence --ensemble built-in`, copy out/evidence/evidence.json to docs, and \
                     renew the page with `SAFSIM_BLESS=1 cargo test --test evidence`";

fn docs(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

/// The results in the documentation, in the words of the catalogue.
fn results() -> Evidence {
    let text = fs::read_to_string(docs("evidence.json")).unwrap();
    let evidence: Evidence = serde_json::from_str(&text).unwrap();
    evidence
        .in_the_words_of(&catalogue())
        .unwrap_or_else(|ids| panic!("docs/evidence.json was made with other tests of {}: {RENEW}", ids.join(", ")))
}

#[test]
fn the_pages_are_what_the_program_makes_of_the_results() {
    let evidence = results();
    let pages = evidence_pages(&evidence, "pictures/evidence.png");
    let json = serde_json::to_string_pretty(&evidence).unwrap();
    if option_env!("SAFSIM_BLESS").is_some() {
        fs::create_dir_all(docs("evidence")).unwrap();
        for entry in fs::read_dir(docs("evidence")).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
        pages.iter().for_each(|page| fs::write(docs(&page.path), &page.text).unwrap());
        fs::write(docs("evidence.json"), &json).unwrap();
        fs::write(docs("pictures/evidence.png"), evidence_chart(&evidence).render().png(1600)).unwrap();
    }
    let stale = "is stale: renew it with `SAFSIM_BLESS=1 cargo test --test evidence`";
    for page in &pages {
        assert!(fs::read_to_string(docs(&page.path)).is_ok_and(|text| text == page.text), "docs/{} {stale}", page.path);
    }
    assert_eq!(fs::read_dir(docs("evidence")).unwrap().count(), pages.len() - 1, "docs/evidence/ {stale}");
    assert!(fs::read_to_string(docs("evidence.json")).unwrap() == json, "docs/evidence.json {stale}");
    // A hundred sets tell a share within a tenth; more take longer and tell it better.
    assert!(evidence.sets >= 100, "an ensemble of {} sets", evidence.sets);
    for line in evidence_summary(&evidence).plain().lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

/// The first replicates of the minimum set of patterns, run again: the same numbers to the last digit.
#[test]
fn the_results_are_those_of_this_model() {
    let evidence = results();
    let catalogue = catalogue();
    let minimum: Vec<Finding> = catalogue.findings.iter().filter(|f| f.minimum.is_some()).cloned().collect();
    let suite = Suite::new(&catalogue, &minimum).unwrap();
    let run = |cell: usize| -> CellValues {
        let cell = &suite.cells[cell];
        if !cell.is_whole {
            return Vec::new();
        }
        let engine = Engine::new(&cell.scenario);
        let one = |replicate: usize| {
            let run = engine.run(evidence.seed, replicate as u64, &Observe::default());
            cell.values(&run, engine.setting())
        };
        (0..Suite::FIRST).map(one).collect()
    };
    let values: Vec<CellValues> = (0..suite.cells.len()).map(run).collect();
    let mut tested = 0;
    for judged in judge(&suite, &values) {
        let told = evidence.findings.iter().find(|told| told.finding.id == judged.finding.id).unwrap();
        for (now, then) in judged.tests.iter().zip(&told.tests) {
            let id = &judged.finding.id;
            assert!((now.first - then.first).abs() <= 1e-9 * then.first.abs(), "{id} has changed: {RENEW}");
            // What nearly every future shows, a handful of them show as well.
            if then.verdict == Verdict::AsReported && then.effect.share_expected > 0.99 {
                assert!(now.expect.is_met(now.effect.mean, now.margin), "{id}: {} {}", now.measured, now.effect.mean);
                tested += 1;
            }
        }
    }
    assert!(tested > 30, "only {tested} tests are clear");
}

/// The minimum set, and every pattern that was reported of all sites or of many.
const IN_SCOPE: &str = "
    FW-03 SH-17 IN-20 AU-01 AU-02 AU-04 AU-11 SH-08 SH-03 SH-01 SH-02 SH-10 SH-14 TR-04 CC-16 SK-07 CC-23 TR-08 OU-05 SP-04
    SP-09 CC-21 FW-01 CC-25 EN-01 EN-02 OU-01 OU-06 FW-02 IN-04 SF-07 SF-08 NP-06 SF-01 SF-02 SF-03 FW-14 SH-12
    AU-17 AU-30 AU-31 AU-40 AU-43 SK-04 SK-16 SK-21 CC-02 CC-06 CC-07 CC-13 CC-22 SH-04 SH-06 SH-09 SH-13 IN-01 IN-02 IN-03 IN-05
    IN-12 IN-13 IN-14 IN-16 IN-17 SP-01 SP-02 TR-01 TR-06 TR-07 EN-03 EN-04 EN-05 OU-03 OU-08 OU-09 FW-10 FW-11
    X-01 X-02 X-03 X-04 X-05 X-06 X-07 X-08 X-09 X-10 X-11 X-12 X-13 O-1 O-2 O-3 O-4 O-5 O-6 O-7
    PH-0 PH-1 PH-2 PH-3 PH-4 PH-5";

#[test]
fn every_finding_in_scope_has_its_row() {
    let evidence = results();
    let there: BTreeSet<&str> = evidence.findings.iter().map(|judged| judged.finding.id.as_str()).collect();
    let missing: Vec<&str> = IN_SCOPE.split_whitespace().filter(|id| !there.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let numbers: BTreeSet<u32> = evidence.findings.iter().filter_map(|judged| judged.finding.minimum).collect();
    // Section 7 of the catalogue of findings has no number 16.
    assert_eq!(numbers, (1..=20).filter(|number| *number != 16).collect());
    let pages = evidence_pages(&evidence, "pictures/evidence.png");
    for id in there {
        let head = format!("\n### {id}\n");
        assert_eq!(pages.iter().filter(|page| page.text.contains(&head)).count(), 1, "{id}");
    }
}

/// What is asked of activity (SH-17) can be passed: the money itself passes it, in all sites but the one that was refused its
/// third year. As breaks of the monthly change it shows in none of them: that is why turning points are asked for.
#[test]
fn the_money_turns_where_it_starts_and_stops() {
    let scenario = load(&Source::BuiltIn("six-sites".to_owned()), &[]).unwrap();
    let of = |key: &str| {
        let measure = format!("{key} = \"money_given\"\nnear = [\"start\", \"end\"]\nwithin = 3\n");
        Quantity::new(&toml::from_str::<Measure>(&measure).unwrap(), &scenario).unwrap()
    };
    let engine = Engine::new(&scenario);
    for replicate in 0..6 {
        let run = engine.run(1, replicate, &Observe::default());
        let share = |key: &str| of(key).of(&run, engine.setting());
        assert_eq!((share("turning_points"), share("change_points")), (5.0 / 6.0, 0.0), "replicate {replicate}");
    }
}
