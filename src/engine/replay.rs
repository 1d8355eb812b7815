use super::month::{Beside, NEVER, run_month, run_month_beside};
use super::stage_log::StageLog;
use super::{Altered, Engine, Observe};
use crate::record::{Change, InitiativeMonth, LifeStage, SiteRecord, Watched};
use crate::world::{Site, World};

/// What is taken down of the futures of a replay, besides fates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watching {
    /// Event logs.
    pub events: bool,
    /// The course of one initiative of the unaltered future.
    pub course: Option<Watched>,
}

/// One replicate, and the same again with one thing otherwise in one site each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replay {
    /// The sites of the unaltered future, in the scenario's order.
    pub base: Vec<SiteRecord>,
    /// The altered site of each altered future, in the order that was asked for.
    pub altered: Vec<SiteRecord>,
}

impl Engine {
    /// One replicate, with altered futures of single sites beside it: each begins as a copy of its site before the
    /// first month in which it can be otherwise, so that it is the same to the bit until then, and goes on with the same draws.
    /// One that never is otherwise is told as the unaltered one. Everything
    /// elsewhere, and what the nation and the region do, is in all of them what it is in the unaltered future.
    #[must_use]
    pub fn replay(&self, seed: u64, replicate: u64, changes: &[&Altered], watching: &Watching) -> Replay {
        let months = self.plan.scenario.time.months;
        let observe = Observe { events: watching.events, snapshots: vec![] };
        let mut world = self.begin(seed, replicate, &observe);
        let mut log = Vec::new();
        // Those that are still the same as the unaltered future, and the places of those that are not, as they parted.
        let mut alike: Vec<usize> = (0..changes.len()).collect();
        let mut order: Vec<usize> = Vec::with_capacity(changes.len());
        let mut others: Vec<Beside<'_>> = Vec::with_capacity(changes.len());
        let mut stages = StageLog::new(self.setting().stage_months(), &world.sites);
        let mut stages_beside: Vec<StageLog> = Vec::with_capacity(changes.len());
        for month in 0..months {
            let (course, plan) = (self.course(month, seed, replicate, &NEVER), self.plan_of(month));
            self.part_in(&mut world, month);
            if self.parts_in() == Some(month) {
                for (beside, &n) in others.iter_mut().zip(&order) {
                    if changes[n].alteration.change != Change::NoBoard {
                        self.part_beside(&mut beside.site);
                    }
                }
            }
            alike.retain(|&n| {
                let (altered, place) = (changes[n], changes[n].alteration.site.index());
                let parts = altered.parts(&mut world.sites[place], plan, month);
                if parts {
                    let mut site = world.sites[place].clone();
                    altered.act(&mut site);
                    stages_beside.push(stages.of(place));
                    others.push(Beside { site, plan, settled: false });
                    order.push(n);
                }
                !parts
            });
            for (beside, &n) in others.iter_mut().zip(&order) {
                beside.plan = changes[n].plan(self, month);
                beside.settled = changes[n].is_settled(&beside.site);
            }
            if others.is_empty() {
                run_month(&mut world, &course, month);
            } else {
                run_month_beside(&mut world, &course, month, &mut others);
            }
            stages.look(&world.sites, month);
            for (beside, stages) in others.iter().zip(&mut stages_beside) {
                stages.look(std::slice::from_ref(&beside.site), month);
            }
            if let Some(watched) = watching.course {
                log.push(look(&world, watched));
            }
        }
        let record = |site: &mut Site, stages: Vec<Vec<LifeStage>>| {
            let mut fates = Vec::with_capacity(site.initiatives.len());
            self.tell_fates(site, stages, &mut fates);
            SiteRecord { fates, events: site.notes.drain(), course: vec![] }
        };
        let mut base: Vec<SiteRecord> =
            world.sites.iter_mut().enumerate().map(|(place, site)| record(site, stages.take(place))).collect();
        let mut altered: Vec<SiteRecord> = vec![SiteRecord::default(); changes.len()];
        for ((mut beside, mut stages), &n) in others.into_iter().zip(stages_beside).zip(&order) {
            altered[n] = record(&mut beside.site, stages.take(0));
        }
        for n in alike {
            altered[n].clone_from(&base[changes[n].alteration.site.index()]);
        }
        if let Some(watched) = watching.course
            && let Some(site) = base.get_mut(watched.site.index())
        {
            site.course = log;
        }
        Replay { base, altered }
    }
}

fn look(world: &World, watched: Watched) -> InitiativeMonth {
    let i = watched.initiative.index();
    let Some(site) = world.sites.get(watched.site.index()).filter(|site| i < site.initiatives.len()) else {
        return InitiativeMonth::default();
    };
    let list = &site.initiatives;
    InitiativeMonth {
        scale: list.scale[i],
        core_share: list.core_share[i],
        granted: list.granted[i],
        staffing: list.staffing[i],
        normalisation: list.normalisation[i],
        senior_support: list.senior_support[i],
        interpretation: site.standing.interpretation,
    }
}
