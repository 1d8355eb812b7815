use super::Switches;
use super::before_branch::BeforeBranch;
use super::month::{Course, NEVER, build_sites, run_month};
use super::observe::places;
use super::setting::{by_region, setting};
use crate::record::{Event, RunRecord, Setting};
use crate::scenario::Scenario;
use crate::world::{Blueprint, World};
use std::sync::atomic::AtomicBool;

/// What to take down besides monthly aggregates and fates. Asking for more never changes what happens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observe {
    /// The event log.
    pub events: bool,
    /// Months at whose end people, trust and initiatives of every site are taken down.
    pub snapshots: Vec<u32>,
}

/// A scenario made ready for replicates.
#[derive(Clone, Debug)]
pub struct Engine {
    pub(super) plan: Blueprint,
    setting: Setting,
    pub(super) places: Vec<usize>,
    pub(super) switches: Switches,
    /// What holds before the scenario itself does.
    pub(super) past: Option<BeforeBranch>,
}

/// One replicate of a checked scenario: a function of its arguments alone.
#[must_use]
pub fn simulate(scenario: &Scenario, seed: u64, replicate: u64) -> RunRecord {
    Engine::new(scenario).run(seed, replicate, &Observe::default())
}

impl Engine {
    /// Works out what does not depend on the replicate.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Engine {
        let plan = Blueprint::new(scenario);
        let setting = setting(&plan);
        let places = places(scenario, by_region(scenario));
        let past = scenario.past.as_deref().map(BeforeBranch::new);
        Engine { plan, setting, places, switches: Switches::ALL, past }
    }

    /// The same with some processes switched off; for benchmarks and tests of independence.
    #[must_use]
    pub fn with(mut self, switches: Switches) -> Engine {
        self.switches = switches;
        self
    }

    /// The same, taking down where every initiative stands at the end of this month too; nothing else changes.
    #[must_use]
    pub fn telling(mut self, month: Option<u32>) -> Engine {
        self.setting.also_told = month;
        self
    }

    /// Names and dates that go with its records.
    #[must_use]
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The fields before the first month.
    #[must_use]
    pub fn begin(&self, seed: u64, replicate: u64, observing: &Observe) -> World {
        let sites = build_sites(&self.course(0, seed, replicate, &NEVER), observing.events);
        World::new(self.plan_of(0), sites.unwrap_or_default(), seed, replicate)
    }

    /// One month of a world that [`Engine::begin`] made with the same seed and replicate; returns what happened to
    /// regions.
    pub fn step(&self, world: &mut World, seed: u64, replicate: u64, month: u32) -> Vec<Event> {
        self.part_in(world, month);
        run_month(world, &self.course(month, seed, replicate, &NEVER), month)
    }

    pub(super) fn course<'a>(&'a self, month: u32, seed: u64, replicate: u64, stop: &'a AtomicBool) -> Course<'a> {
        Course { plan: self.plan_of(month), seed, replicate, switches: self.switches, stop }
    }
}
