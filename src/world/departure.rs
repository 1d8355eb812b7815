use super::{Leaver, NOBODY, NextPost, Purpose, Site, bits};
use crate::record::{EventKind, Leaving};
use crate::scenario::definitions::MOST_VACANT;
use crate::scenario::{Group, Parameters};

impl Site {
    /// The person in `slot` leaves: ties to and from the slot keep only what a newcomer inherits, championships fall
    /// vacant, and the post stays empty for `vacancy` months (model 6.8). Why goes into the log.
    pub fn depart(&mut self, slot: usize, vacancy: u16, p: &Parameters, leaving: Leaving) {
        if !self.actors.present(slot) {
            return;
        }
        let notable = self.actors.group[slot] == Group::Executive
            || self.actors.spanner[slot]
            || self.actors.champions[slot] != 0;
        if notable {
            self.notes.actor(EventKind::Left(leaving), slot, self.actors.tenure[slot]);
        }
        self.actors.vacancy[slot] = vacancy;
        self.actors.left[slot] = true;
        // Whoever comes next has other plans.
        self.departures.retain(|planned| planned.slot as usize != slot);
        for i in bits(std::mem::take(&mut self.actors.champions[slot])) {
            self.initiatives.champion[i] = NOBODY;
            self.notes.initiative(EventKind::ChampionLost, i, Some(slot), 0.0);
        }
        let formality = self.formality(self.actors.boards[slot]);
        let inherited = p.inherited_trust.max(p.inherited_board * formality);
        let strangers = self.floors_across(p).strangers;
        for k in self.ties.of(slot) {
            let across = self.actors.organisation[slot] != self.actors.organisation[self.ties.target[k] as usize];
            // Strangers meet without prejudice: what is passed on to them may be good or bad.
            let left = |trust: f64| {
                if across {
                    strangers + inherited * (trust - strangers)
                } else {
                    p.trust_floor_inside + inherited * (trust - p.trust_floor_inside).max(0.0)
                }
            };
            self.ties.set_trust(k, left(self.ties.trust(k)));
            self.ties.set_trust_back(k, left(self.ties.trust_back(k)));
        }
    }

    /// A vacancy: one month and a geometric number more, drawn at the slot's own place.
    #[must_use]
    pub fn vacancy(draw: f64, mean: f64) -> u16 {
        if mean <= 0.0 {
            return 1;
        }
        let stays_empty = mean / (1.0 + mean);
        let more = libm::floor(libm::log(1.0 - draw) / libm::log(stays_empty));
        1 + more.clamp(0.0, MOST_VACANT) as u16
    }

    /// Whether the person in `slot` is held.
    #[must_use]
    pub fn holds(&self, slot: usize) -> bool {
        self.stayers.everybody
            || self.stayers.leaders && self.actors.group[slot] == Group::Executive
            || self.stayers.champions_of & self.actors.champions[slot] != 0
            || self.stayers.slots.iter().any(|&held| held as usize == slot)
    }

    /// The person in `slot` leaves for good or for elsewhere, unless held; see [`Site::let_go`].
    pub fn leave(&mut self, slot: usize, month: u32, plan: &super::Blueprint, p: &Parameters, leaving: Leaving) {
        if !self.holds(slot) {
            self.let_go(slot, month, plan, p, leaving);
        }
    }

    /// The person in `slot` leaves, chosen by the slot's own draws of this month where to; members of live initiatives
    /// carry them along.
    pub fn let_go(&mut self, slot: usize, month: u32, plan: &super::Blueprint, p: &Parameters, leaving: Leaving) {
        if !self.actors.present(slot) {
            return;
        }
        let draws = self.streams.get(Purpose::Newcomers).at(month, slot as u32);
        let vacancy = Site::vacancy(draws.uniform(), p.vacancy);
        let (where_to, which) = (draws.uniform(), draws.uniform());
        let live = bits(self.actors.enrolled[slot]).filter(|&i| self.initiatives.live(i));
        let kinds = live.fold(0, |kinds, i| kinds | self.initiatives.kind_bit[i]);
        let successor = plan.scenario.programme.successor_start.is_some_and(|start| start <= month as i32);
        let region = if successor { p.carry_region * (1.0 + plan.scenario.programme.bridge.get()) } else { 0.0 };
        let programme = month as i32 >= plan.scenario.programme.start;
        if kinds != 0 && self.member && programme {
            if where_to < p.carry_site {
                // Of all the programme's sites; many may lie outside the scenario.
                let sites = p.programme_sites.max(plan.members.len() as f64);
                if let Some(&site) = plan.members.get((which * sites) as usize).filter(|&&s| s != self.id) {
                    self.leaving.push(Leaver { to: NextPost::Site(site), kinds });
                }
            } else if where_to < p.carry_site + region && self.region.is_some() {
                self.leaving.push(Leaver { to: NextPost::Region, kinds });
            }
        }
        self.depart(slot, vacancy, p, leaving);
    }
}
