use super::month::SIDE_BY_SIDE;
use super::part_run::PartRun;
use super::{Engine, Observe};
use crate::record::RunRecord;
use crate::world::{Blueprint, Site, World};
use std::sync::atomic::AtomicBool;

impl Engine {
    /// The month in which its scenario parts from a past that others may share; none if it holds from the start.
    #[must_use]
    pub fn parts_in(&self) -> Option<u32> {
        self.past.as_ref().map(|past| past.until)
    }

    /// Whether threads work on the sites of one replicate side by side: who waits for such a replicate may be asked to help with it,
    /// and must not wait.
    #[must_use]
    pub fn is_side_by_side(&self) -> bool {
        self.plan.scenario.sites.len() >= SIDE_BY_SIDE
    }

    /// A replicate until its scenario parts from its past: the same for every engine of that past, to the last bit, so that others
    /// may go on from a copy of it ([`Engine::run_from`]). Nothing if it is stopped, or if there is no such past.
    #[must_use]
    pub fn past(&self, stop: &AtomicBool, seed: u64, replicate: u64, observing: &Observe) -> Option<PartRun> {
        let past = self.past.as_ref()?;
        let mut so_far = PartRun::begin(self, stop, seed, replicate, observing)?;
        so_far.go_on(self, stop, past.until, observing)?;
        Some(so_far)
    }

    /// [`Engine::run_unless`] of a replicate whose past is known, by this engine or another one of the same past; `observing` is what
    /// was observed of it.
    #[must_use]
    pub fn run_from(&self, stop: &AtomicBool, so_far: &PartRun, observing: &Observe) -> Option<RunRecord> {
        self.run_on(stop, so_far.clone(), observing)
    }

    /// What holds in `month`.
    pub(super) fn plan_of(&self, month: u32) -> &Blueprint {
        match &self.past {
            Some(past) if month < past.until => &past.plan,
            _ => &self.plan,
        }
    }

    /// Months at whose end stages are taken down: of a past all of them, since those who go on from there ask for different ones.
    pub(super) fn stage_months(&self) -> Vec<u32> {
        match &self.past {
            Some(past) => (0..past.until).collect(),
            None => self.setting().stage_months(),
        }
    }

    /// The scenario takes over from its past, if it has one.
    pub(super) fn part(&self, so_far: &mut PartRun) {
        if self.past.is_some() {
            so_far.stages = so_far.stages.at(self.setting().stage_months());
            self.part_in(&mut so_far.world, so_far.month);
        }
    }

    /// Boards that the scenario has and its past had not are there from the month in which it parts.
    pub(super) fn part_in(&self, world: &mut World, month: u32) {
        if self.parts_in() != Some(month) {
            return;
        }
        world.sites.iter_mut().for_each(|site| self.part_beside(site));
    }

    /// The same for a single site.
    pub(super) fn part_beside(&self, site: &mut Site) {
        let Some(past) = &self.past else { return };
        let of = |plan: &Blueprint| plan.scenario.sites[site.id as usize].boards.len();
        let (before, spec) = (of(&past.plan), &self.plan.scenario.sites[site.id as usize]);
        spec.boards.iter().skip(before).for_each(|board| site.convene(board));
    }
}
