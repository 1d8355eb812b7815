//! What the framework costs: contagion, trust and turnover in the engine, beside a plain loop over plain arrays that
//! does the same, draw for draw and bit for bit. Prints the ratio of the two: the tax.

mod kernel;

use criterion::Criterion;
use kernel::{PEOPLE, Pair};
use std::time::{Duration, Instant};

/// Few enough that the engine works on them one after the other, as the plain loop does.
const SITES: usize = 50;
/// Months over which the two are compared number by number.
const CHECKED: u32 = 48;

/// The middle of the ratios of many pairs of months that follow each other closely, so that a busy machine disturbs
/// both alike.
fn tax(pair: &mut Pair) -> f64 {
    let timed = |work: &mut dyn FnMut()| -> Duration {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    let mut ratios: Vec<f64> = (0..400)
        .map(|_| {
            let engine = timed(&mut || pair.engine_month());
            let plain = timed(&mut || pair.plain_month());
            pair.month += 1;
            engine.as_secs_f64() / plain.as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

#[expect(clippy::print_stdout, reason = "the ratio is what this bench is for")]
fn main() {
    let mut pair = Pair::new(SITES);
    let ties = pair.ties_each();
    assert!((9.0..11.0).contains(&ties), "{ties} ties each");
    pair.run_until(CHECKED);
    pair.check();
    let mut c = Criterion::default().configure_from_args();
    let mut group = c.benchmark_group("contagion kernel");
    group.bench_function("engine", |b| b.iter(|| pair.engine_month()));
    group.bench_function("plain loop", |b| b.iter(|| pair.plain_month()));
    group.finish();
    c.final_summary();
    let mut pair = Pair::new(SITES);
    println!(
        "\n{SITES} sites, {PEOPLE} people a site, {ties:.1} ties each: engine / plain loop = {:.2}",
        tax(&mut pair)
    );
    pair.check();
}
