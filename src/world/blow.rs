use super::{Blueprint, Site};
use crate::record::{EventKind, Leaving};
use crate::scenario::Parameters;
use crate::scenario::definitions::FRAMERS;

/// Whom something concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody in the site.
    Everybody,
    /// The people of one organisation.
    Organisation(usize),
    /// The people of one initiative.
    Initiative(usize),
}

impl Site {
    /// Whether it concerns the person in `slot`, who is in post.
    #[must_use]
    pub fn concerned(&self, audience: Audience, slot: usize) -> bool {
        self.actors.present(slot)
            && match audience {
                Audience::Everybody => true,
                Audience::Organisation(o) => self.actors.organisation[slot] as usize == o,
                Audience::Initiative(i) => self.actors.enrolled[slot] & (1 << i) != 0,
            }
    }

    /// The felt part of a blow of `magnitude` (0..1): enthusiasm and agency fall by what the site's interpretive
    /// capacity does not absorb, and an economic blow is framed as a crisis by what it does (model 6.1).
    pub fn feel(&mut self, magnitude: f64, economic: bool, audience: Audience, p: &Parameters) {
        let capacity = self.standing.interpretation;
        let magnitude = magnitude.clamp(0.0, 1.0);
        let blow = magnitude * (1.0 - capacity);
        for slot in 0..self.actors.len() {
            if self.concerned(audience, slot) {
                self.hurt(slot, blow, p);
            }
        }
        if economic {
            self.crisis = (self.crisis + p.shock_crisis * magnitude * capacity).min(1.0);
        }
        self.notes.site(EventKind::Interpreted, blow);
    }

    /// Enthusiasm and agency of a person fall by a blow of that size, 0..1.
    fn hurt(&mut self, slot: usize, blow: f64, p: &Parameters) {
        let enthusiasm = &mut self.actors.enthusiasm[slot];
        *enthusiasm = (*enthusiasm - p.shock_enthusiasm * blow).max(-1.0);
        let agency = &mut self.actors.agency[slot];
        *agency = (*agency - p.shock_agency * blow).max(0.0);
    }

    /// The person in `slot` leaves by a shock, unless held. Whoever knows them has one person less to lean on: the more so,
    /// the more they trusted them and the higher their position was.
    pub fn lose(&mut self, slot: usize, month: u32, plan: &Blueprint, p: &Parameters, leaving: Leaving) {
        if !self.actors.present(slot) || self.holds(slot) {
            return;
        }
        let position = self.actors.position[slot];
        for known in self.ties.of(slot) {
            let other = self.ties.target[known] as usize;
            self.room.spared[other] *= 1.0 - self.ties.trust_back(known) * position;
        }
        self.let_go(slot, month, plan, p, leaving);
    }

    /// The felt part of a loss of people of `magnitude` (0..1), who have left by [`Site::lose`] since `spared` was 1 for all:
    /// everybody feels the part of it that is whom they have lost of those they leaned on (model 6.1).
    pub fn miss(&mut self, magnitude: f64, audience: Audience, p: &Parameters) {
        let most = magnitude.clamp(0.0, 1.0) * (1.0 - self.standing.interpretation);
        let (mut sum, mut people) = (0.0, 0.0);
        for slot in 0..self.actors.len() {
            if self.concerned(audience, slot) {
                let blow = most * (1.0 - self.room.spared[slot]);
                self.hurt(slot, blow, p);
                (sum, people) = (sum + blow, people + 1.0);
            }
        }
        self.notes.site(EventKind::Interpreted, if people > 0.0 { sum / people } else { 0.0 });
    }

    /// People of other organisations trust those whom it concerns less: by `share` (0..1) of what lies above the floor of
    /// their trust (model 6.1).
    pub fn doubt(&mut self, share: f64, audience: Audience, p: &Parameters) {
        for slot in 0..self.actors.len() {
            if !self.concerned(audience, slot) {
                continue;
            }
            for known in self.ties.across(slot) {
                let floor = self.floor(self.ties.target[known] as usize, slot, p);
                let trust = self.ties.trust_back(known);
                self.ties.set_trust_back(known, trust - share * (trust - floor).max(0.0));
            }
        }
    }

    /// I: mean over the five best of position x framing x mean trust that others have in the actor.
    #[must_use]
    pub fn interpretive_capacity(&self) -> f64 {
        let mut best = [0.0_f64; FRAMERS];
        let a = &self.actors;
        let vacancy = a.vacancy.as_slice();
        let (position, framing, trusted) =
            (&a.position[..vacancy.len()], &a.framing[..vacancy.len()], &a.trusted[..vacancy.len()]);
        for slot in 0..vacancy.len() {
            let capacity = position[slot] * framing[slot] * trusted[slot];
            // Hardly anybody is among the best: asked first, whoever is in post.
            if capacity > best[FRAMERS - 1] && vacancy[slot] == 0 {
                let place = best.iter().position(|&b| capacity > b).unwrap_or(FRAMERS - 1);
                best[place..].rotate_right(1);
                best[place] = capacity;
            }
        }
        best.iter().sum::<f64>() / FRAMERS as f64
    }
}
