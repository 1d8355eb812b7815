//! The contagion kernel twice: in the engine, and in a plain loop over plain arrays that does the same, draw for draw.

#[path = "../field/mod.rs"]
mod field;
#[path = "../plain/mod.rs"]
mod plain;

pub use field::PEOPLE;

use field::workforce;
use plain::PlainSite;
use safsim::engine::{Engine, Observe, Switches};
use safsim::quantity::Share;
use safsim::scenario::{Consultation, Parameters, Scenario};
use safsim::world::{Blueprint, World};

/// The seed of both.
pub const SEED: u64 = 1;

/// What the engine does of a month here.
pub const KERNEL: Switches = Switches { mobilisation: true, turnover: true, ..Switches::NONE };

/// Both, month by month.
pub struct Pair {
    engine: Engine,
    /// The engine's world.
    pub world: World,
    plan: Blueprint,
    plain: Vec<PlainSite>,
    /// The month that comes next.
    pub month: u32,
}

impl Pair {
    /// `sites` sites of 200 people who know ten others each and do nothing together.
    pub fn new(sites: usize) -> Pair {
        let scenario = &acquaintances(sites);
        let engine = Engine::new(scenario).with(KERNEL);
        let world = engine.begin(SEED, 0, &Observe::default());
        let plain = world.sites.iter().map(|site| PlainSite::of(site, SEED)).collect();
        Pair { engine, world, plan: Blueprint::new(scenario), plain, month: 0 }
    }

    /// The month in the engine.
    pub fn engine_month(&mut self) {
        self.engine.step(&mut self.world, SEED, 0, self.month);
    }

    /// The month in the plain loop.
    pub fn plain_month(&mut self) {
        for site in &mut self.plain {
            site.month(self.month, &self.plan);
        }
    }

    /// Both, for all months before `month`.
    pub fn run_until(&mut self, month: u32) {
        while self.month < month {
            self.engine_month();
            self.plain_month();
            self.month += 1;
        }
    }

    /// Panics unless both stand exactly alike.
    pub fn check(&self) {
        for (site, plain) in self.world.sites.iter().zip(&self.plain) {
            plain.assert_same(site);
        }
    }

    /// Ties of a person, on average.
    pub fn ties_each(&self) -> f64 {
        let ties: usize = self.world.sites.iter().map(|site| site.ties.len()).sum();
        ties as f64 / (self.world.sites.len() * PEOPLE) as f64
    }
}

/// `number` sites of people who know about ten others each and do nothing together.
pub fn acquaintances(number: usize) -> Scenario {
    let mut scenario = workforce(number);
    for site in &mut scenario.sites {
        site.initiatives.clear();
        site.boards.clear();
        site.consultation = Consultation::None;
        site.engagement = Share::ZERO;
    }
    // The kernel is contagion: nobody argues.
    scenario.parameters = Parameters { mobilise: 0.0, ties_inside: 0.5, ties_across: 0.017, ..scenario.parameters };
    scenario
}
