//! What the baseline says of a scenario, in numbers that read back exactly: a change in the last bit is seen.

use safsim::engine::{Engine, Observe};
use safsim::record::{Metric, RunRecord};
use safsim::scenario::Scenario;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Metrics that came after the baseline of this model: they join with the model's next number.
const LATER: [&str; 0] = [];

/// Metrics whose course can be read, year by year; of the others the digest of every month tells that they changed.
const SHOWN: [Metric; 9] = [
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

/// The first two replicates of `scenario`.
pub fn results(scenario: &Scenario) -> String {
    let engine = Engine::new(scenario);
    let mut text = String::new();
    for replicate in 0..2 {
        let record = engine.run(scenario.run.seed, replicate, &Observe { events: true, snapshots: vec![] });
        writeln!(text, "replicate {replicate}").unwrap();
        tell(&mut text, scenario, &record);
    }
    text
}

/// The SHA-256 of a text, in hexadecimal.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn tell(text: &mut String, scenario: &Scenario, record: &RunRecord) {
    let months = scenario.time.months as usize;
    for metric in SHOWN {
        write!(text, "  {}", metric.name()).unwrap();
        for month in (11..months).step_by(12) {
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
    writeln!(text, "  every month of every site {}", digest(&panel(scenario, record))).unwrap();
    writeln!(text, "  every event {}", digest(&events(record))).unwrap();
}

fn panel(scenario: &Scenario, record: &RunRecord) -> String {
    let mut metrics: Vec<Metric> = Metric::ALL.to_vec();
    metrics.retain(|metric| !LATER.contains(&metric.name()));
    metrics.sort_by_key(|metric| metric.name());
    let mut text = String::new();
    for metric in metrics {
        for place in 0..=scenario.sites.len() {
            for month in 0..scenario.time.months as usize {
                write!(text, "{} ", record.panel.get(place, month, metric)).unwrap();
            }
        }
    }
    text
}

/// Without their words, which may be put better.
fn events(record: &RunRecord) -> String {
    let mut text = String::new();
    for event in &record.events {
        let of = (event.site.map(|s| s.index()), event.initiative.map(|i| i.index()), event.actor.map(|a| a.index()));
        writeln!(text, "{} {} {of:?} {}", event.month, event.kind.name(), event.value).unwrap();
    }
    text
}
