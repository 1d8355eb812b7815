use super::month::{begin_month, build_sites, end_month, join_month, opens_budget};
use super::observe::Observer;
use super::snapshot::snapshot;
use super::stage_log::StageLog;
use super::{Engine, Observe};
use crate::record::{Event, Panel, TrustSnapshot};
use crate::world::World;
use std::sync::atomic::{AtomicBool, Ordering};

/// A replicate as it stands before a month, with what was taken down of it.
#[derive(Clone, Debug)]
pub struct PartRun {
    pub(super) seed: u64,
    pub(super) replicate: u64,
    /// The next month.
    pub(super) month: u32,
    pub(super) world: World,
    pub(super) panel: Panel,
    pub(super) stages: StageLog,
    pub(super) events: Vec<Event>,
    pub(super) snapshots: Vec<TrustSnapshot>,
}

impl PartRun {
    /// Before the first month; nothing if it is stopped.
    pub(super) fn begin(
        engine: &Engine,
        stop: &AtomicBool,
        seed: u64,
        replicate: u64,
        observing: &Observe,
    ) -> Option<PartRun> {
        let course = engine.course(0, seed, replicate, stop);
        let world = World::new(course.plan, build_sites(&course, observing.events)?, seed, replicate);
        let setting = engine.setting();
        Some(PartRun {
            seed,
            replicate,
            month: 0,
            panel: Panel::new(setting.places.len(), setting.months as usize),
            stages: StageLog::new(engine.stage_months(), &world.sites),
            world,
            events: Vec::new(),
            snapshots: Vec::new(),
        })
    }

    /// Goes on until month `until`, under the plan that holds in the months before; nothing if it is stopped.
    pub(super) fn go_on(&mut self, engine: &Engine, stop: &AtomicBool, until: u32, observing: &Observe) -> Option<()> {
        if self.month >= until {
            return Some(());
        }
        let PartRun { world, panel, stages, events, snapshots, .. } = self;
        let course = engine.course(until - 1, self.seed, self.replicate, stop);
        let mut observer = Observer::new(&engine.places, engine.setting().places.len());
        begin_month(world, &course, self.month);
        for month in self.month..until {
            let regional = join_month(world, &course, month);
            let next = month + 1;
            // Whoever looks at the whole world has to find it at the end of the month.
            let looked_at = stages.looks_at(month) || observing.snapshots.contains(&month);
            let go_on = next < until && !looked_at && !opens_budget(&course, next);
            end_month(world, &course, month, observer.rows(), go_on);
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            if observing.events {
                events.extend(regional);
            }
            if engine.switches.observation {
                observer.observe(panel, &world.nation, month);
            }
            stages.look(&world.sites, month);
            if observing.snapshots.contains(&month) {
                snapshots.extend(world.sites.iter().map(|site| snapshot(site, &course.plan.scenario, month)));
            }
            if next < until && !go_on {
                begin_month(world, &course, next);
            }
        }
        self.month = until;
        Some(())
    }
}
