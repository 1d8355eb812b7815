//! The reviewed results of the six sites: any change of results shows here, and is renewed on purpose only
//! (`SAFSIM_BLESS=1 cargo test --test baseline`), with a line marked **Results** in CHANGELOG.md.

use safsim::engine::{Engine, Observe};
use safsim::record::Metric;
use safsim::scenario::default_scenario;
use std::fmt::Write as _;

const FILE: &str = "tests/baseline.txt";

/// The course of a few metrics, year by year, and every fate, of the first two replicates; numbers that read back
/// exactly, so that a change in the last bit is seen.
fn results() -> String {
    let scenario = default_scenario();
    let engine = Engine::new(&scenario);
    let metrics = [
        Metric::TotalScale,
        Metric::TrustAcross,
        Metric::Enthusiasm,
        Metric::Agency,
        Metric::Collaboration,
        Metric::Given,
        Metric::Spent,
        Metric::Perceived,
        Metric::Official,
    ];
    let mut text = String::new();
    for replicate in 0..2 {
        let record = engine.run(scenario.run.seed, replicate, &Observe::default());
        writeln!(text, "replicate {replicate}").unwrap();
        for metric in metrics {
            write!(text, "  {}", metric.name()).unwrap();
            for month in (11..96).step_by(12) {
                write!(text, " {}", record.panel.get(0, month, metric)).unwrap();
            }
            text.push('\n');
        }
        for fate in &record.fates {
            let end = fate.end.map_or("alive".to_owned(), |month| format!("ended {month}"));
            let cause = fate.cause.map_or("", |cause| cause.name());
            let site = &scenario.sites[fate.site.index()].name;
            let line = format!("  {site}, {}: {end} {cause}", fate.name);
            writeln!(text, "{} {}", line.trim_end(), fate.final_scale).unwrap();
        }
    }
    text
}

#[test]
fn results_are_those_that_were_reviewed() {
    let now = results();
    if std::env::var_os("SAFSIM_BLESS").is_some() {
        std::fs::write(FILE, &now).unwrap();
    }
    let reviewed = std::fs::read_to_string(FILE).unwrap_or_default();
    let differing = now.lines().zip(reviewed.lines()).find(|(a, b)| a != b);
    assert!(
        now == reviewed,
        "results have changed; first difference (now, reviewed): {differing:?}\n\
         If that is meant, say so in CHANGELOG.md under **Results** and renew: SAFSIM_BLESS=1 cargo test --test baseline"
    );
}
