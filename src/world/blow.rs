use super::Site;
use crate::record::EventKind;
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
                let enthusiasm = &mut self.actors.enthusiasm[slot];
                *enthusiasm = (*enthusiasm - p.shock_enthusiasm * blow).max(-1.0);
                let agency = &mut self.actors.agency[slot];
                *agency = (*agency - p.shock_agency * blow).max(0.0);
            }
        }
        if economic {
            self.crisis = (self.crisis + p.shock_crisis * magnitude * capacity).min(1.0);
        }
        self.notes.site(EventKind::Interpreted, blow);
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
