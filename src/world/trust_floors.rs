use super::Site;
use crate::scenario::Parameters;

/// The floors of trust between people of different organisations, 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AcrossFloors {
    /// Between people who were there at the start, and so lived what the place's start level stands for.
    pub lived: f64,
    /// Where one of them came later.
    pub strangers: f64,
}

impl Site {
    /// The floor of trust between two people who know each other (model 6.4).
    #[must_use]
    pub fn floor(&self, one: usize, other: usize, p: &Parameters) -> f64 {
        if self.actors.organisation[one] == self.actors.organisation[other] {
            return p.trust_floor_inside;
        }
        let floors = self.floors_across(p);
        if self.actors.lived[one] && self.actors.lived[other] { floors.lived } else { floors.strangers }
    }

    /// The floors of trust across organisations.
    #[must_use]
    pub fn floors_across(&self, p: &Parameters) -> AcrossFloors {
        let risen = p.trust_floor_norm * (self.collaboration.now - self.collaboration.start);
        AcrossFloors {
            lived: (self.start_trust + risen).clamp(0.0, 1.0),
            strangers: (p.newcomer_prior + risen).clamp(0.0, 1.0),
        }
    }
}
