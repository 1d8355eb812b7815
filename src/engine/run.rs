use super::month::NEVER;
use super::part_run::PartRun;
use super::{Engine, Observe};
use crate::quantity::{InitiativeId, KindId, SiteId};
use crate::record::{Fate, LifeStage, Money, RunRecord};
use crate::world::{Site, Stage};
use std::sync::atomic::AtomicBool;

impl Engine {
    /// One replicate.
    #[must_use]
    pub fn run(&self, seed: u64, replicate: u64, observing: &Observe) -> RunRecord {
        let run = self.run_unless(&NEVER, seed, replicate, observing);
        run.unwrap_or_else(|| unreachable!("nobody stops it"))
    }

    /// The same, unless somebody sets `stop` meanwhile: then nothing, within a month of a site.
    #[must_use]
    pub fn run_unless(&self, stop: &AtomicBool, seed: u64, replicate: u64, observing: &Observe) -> Option<RunRecord> {
        match &self.past {
            Some(_) => self.run_on(stop, self.past(stop, seed, replicate, observing)?, observing),
            None => self.run_on(stop, PartRun::begin(self, stop, seed, replicate, observing)?, observing),
        }
    }

    /// From what has been so far to the end.
    pub(super) fn run_on(&self, stop: &AtomicBool, mut so_far: PartRun, observing: &Observe) -> Option<RunRecord> {
        self.part(&mut so_far);
        so_far.go_on(self, stop, self.plan.scenario.time.months, observing)?;
        let PartRun { seed, replicate, mut world, panel, mut stages, mut events, snapshots, .. } = so_far;
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
