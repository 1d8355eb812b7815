use super::Switches;
use super::month::{Course, NEVER, begin_month, build_sites, end_month, join_month, opens_budget, run_month};
use super::observe::{Observer, places};
use super::setting::{by_region, setting};
use super::snapshot::snapshot;
use super::stage_log::StageLog;
use crate::quantity::{InitiativeId, KindId, SiteId};
use crate::record::{Event, Fate, LifeStage, Money, Panel, RunRecord, Setting};
use crate::scenario::Scenario;
use crate::world::{Blueprint, Site, Stage, World};
use std::sync::atomic::{AtomicBool, Ordering};

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
    places: Vec<usize>,
    pub(super) switches: Switches,
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
        Engine { plan, setting, places, switches: Switches::ALL }
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
        let sites = build_sites(&self.course(seed, replicate, &NEVER), observing.events);
        World::new(&self.plan, sites.unwrap_or_default(), seed, replicate)
    }

    /// One month of a world that [`Engine::begin`] made with the same seed and replicate; returns what happened to
    /// regions.
    pub fn step(&self, world: &mut World, seed: u64, replicate: u64, month: u32) -> Vec<Event> {
        run_month(world, &self.course(seed, replicate, &NEVER), month)
    }

    pub(super) fn course<'a>(&'a self, seed: u64, replicate: u64, stop: &'a AtomicBool) -> Course<'a> {
        Course { plan: &self.plan, seed, replicate, switches: self.switches, stop }
    }

    /// One replicate.
    #[must_use]
    pub fn run(&self, seed: u64, replicate: u64, observing: &Observe) -> RunRecord {
        let run = self.run_unless(&NEVER, seed, replicate, observing);
        run.unwrap_or_else(|| unreachable!("nobody stops it"))
    }

    /// The same, unless somebody sets `stop` meanwhile: then nothing, within a month of a site.
    #[must_use]
    pub fn run_unless(&self, stop: &AtomicBool, seed: u64, replicate: u64, observing: &Observe) -> Option<RunRecord> {
        let months = self.plan.scenario.time.months;
        let course = self.course(seed, replicate, stop);
        let mut world = World::new(&self.plan, build_sites(&course, observing.events)?, seed, replicate);
        let mut panel = Panel::new(self.setting.places.len(), months as usize);
        let mut observer = Observer::new(&self.places, self.setting.places.len());
        let mut stages = StageLog::new(self.setting.stage_months(), &world.sites);
        let (mut events, mut snapshots) = (Vec::new(), Vec::new());
        if months > 0 {
            begin_month(&mut world, &course, 0);
        }
        for month in 0..months {
            let regional = join_month(&mut world, &course, month);
            let next = month + 1;
            // Whoever looks at the whole world has to find it at the end of the month.
            let looked_at = stages.looks_at(month) || observing.snapshots.contains(&month);
            let go_on = next < months && !looked_at && !opens_budget(&course, next);
            end_month(&mut world, &course, month, observer.rows(), go_on);
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            if observing.events {
                events.extend(regional);
            }
            if self.switches.observation {
                observer.observe(&mut panel, &world.nation, month);
            }
            stages.look(&world.sites, month);
            if observing.snapshots.contains(&month) {
                snapshots.extend(world.sites.iter().map(|site| snapshot(site, &self.plan.scenario, month)));
            }
            if next < months && !go_on {
                begin_month(&mut world, &course, next);
            }
        }
        let mut money = Money::default();
        let mut fates = Vec::with_capacity(world.sites.iter().map(|s| s.initiatives.len()).sum());
        for site in &mut world.sites {
            let Money { asked, given, spent } = site.money.total;
            money = Money { asked: money.asked + asked, given: money.given + given, spent: money.spent + spent };
            events.extend(site.notes.drain());
            let stages = stages.take(site.id as usize);
            self.tell_fates(site, stages, &mut fates);
        }
        events.sort_by_key(|e| (e.month, e.site));
        Some(RunRecord { seed, replicate, panel, fates, events, snapshots, money })
    }

    /// What became of the initiatives of a site; those that never began are not told.
    pub(super) fn tell_fates(&self, site: &Site, mut stages: Vec<Vec<LifeStage>>, fates: &mut Vec<Fate>) {
        let months = self.plan.scenario.time.months;
        let list = &site.initiatives;
        let given = &self.plan.scenario.sites[site.id as usize].initiatives;
        for i in 0..list.len() {
            if list.stage[i] == Stage::Ahead {
                continue;
            }
            let kind = KindId(list.kind[i]);
            let entry = list.start[i].max(0) as u32;
            let name = given.get(i).map_or_else(
                || format!("{} (copy)", self.plan.scenario.kinds[kind.index()].label),
                |spec| spec.name.clone(),
            );
            let last = list.end[i].map_or(months, |end| end + 1);
            fates.push(Fate {
                site: SiteId(site.id),
                initiative: InitiativeId::at(i),
                name,
                kind,
                origin: list.origin[i],
                start: list.start[i],
                entry,
                end: list.end[i],
                months_observed: last.saturating_sub(entry),
                cause: list.main_cause[i],
                causes: list.causes[i],
                absorbed: list.absorbed[i],
                absorbed_at_end: list.stage[i] == Stage::Absorbed,
                peak_scale: list.peak[i],
                final_scale: list.scale[i],
                normalisation: list.normalisation[i],
                fit: list.fit[i],
                core_share: list.core_share[i],
                stages: stages.get_mut(i).map(std::mem::take).unwrap_or_default(),
            });
        }
    }
}
