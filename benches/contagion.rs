//! What the framework costs: contagion, trust and turnover in the engine, beside a plain loop over plain arrays that
//! does the same, draw for draw and bit for bit. Prints the ratio of the two: the tax.

mod field;
mod plain;

use criterion::Criterion;
use field::{PEOPLE, workforce};
use plain::PlainSite;
use safsim::engine::{Engine, Observe, Switches};
use safsim::quantity::Share;
use safsim::scenario::{Consultation, Parameters, Scenario};
use safsim::world::{Blueprint, World};
use std::time::{Duration, Instant};

/// Few enough that the engine works on them one after the other, as the plain loop does.
const SITES: usize = 50;
const SEED: u64 = 1;
/// Months over which the two are compared number by number.
const CHECKED: u32 = 48;

const KERNEL: Switches = Switches { mobilisation: true, turnover: true, ..Switches::NONE };

struct Pair {
    engine: Engine,
    world: World,
    plan: Blueprint,
    plain: Vec<PlainSite>,
    month: u32,
}

impl Pair {
    fn new(scenario: &Scenario) -> Pair {
        let engine = Engine::new(scenario).with(KERNEL);
        let world = engine.begin(SEED, 0, &Observe::default());
        let plain = world.sites.iter().map(|site| PlainSite::of(site, SEED)).collect();
        Pair { engine, world, plan: Blueprint::new(scenario), plain, month: 0 }
    }

    fn engine_month(&mut self) {
        self.engine.step(&mut self.world, SEED, 0, self.month);
    }

    fn plain_month(&mut self) {
        for site in &mut self.plain {
            site.month(self.month, &self.plan);
        }
    }

    fn check(&self) {
        for (site, plain) in self.world.sites.iter().zip(&self.plain) {
            plain.assert_same(site);
        }
    }
}

/// `number` sites of 200 people who know ten others each and do nothing together.
fn acquaintances(number: usize) -> Scenario {
    let mut scenario = workforce(number);
    for site in &mut scenario.sites {
        site.initiatives.clear();
        site.boards.clear();
        site.consultation = Consultation::None;
        site.engagement = Share::ZERO;
    }
    scenario.parameters = Parameters { ties_inside: 0.5, ties_across: 0.017, ..scenario.parameters };
    scenario
}

fn ties_each(world: &World) -> f64 {
    let ties: usize = world.sites.iter().map(|site| site.ties.len()).sum();
    ties as f64 / (world.sites.len() * PEOPLE) as f64
}

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
    let mut pair = Pair::new(&acquaintances(SITES));
    let ties = ties_each(&pair.world);
    assert!((9.0..11.0).contains(&ties), "{ties} ties each");
    while pair.month < CHECKED {
        pair.engine_month();
        pair.plain_month();
        pair.month += 1;
    }
    pair.check();
    let mut c = Criterion::default().configure_from_args();
    let mut group = c.benchmark_group("contagion kernel");
    group.bench_function("engine", |b| b.iter(|| pair.engine_month()));
    group.bench_function("plain loop", |b| b.iter(|| pair.plain_month()));
    group.finish();
    c.final_summary();
    let mut pair = Pair::new(&acquaintances(SITES));
    println!(
        "\n{SITES} sites, {PEOPLE} people a site, {ties:.1} ties each: engine / plain loop = {:.2}",
        tax(&mut pair)
    );
    pair.check();
}
