use super::{Blueprint, Site};
use crate::quantity::exp;
use crate::random::Stream;
use crate::scenario::definitions::{ACQUAINTED_MONTHS, UNSKILLED};

/// Somebody in the middle, between the nation and the sites: an account manager, or the lead of a region. They have the job rule
/// of everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Intermediary {
    /// Months in post.
    pub months: u32,
    /// Months until somebody new comes; 0 if somebody is in post.
    pub vacancy: u16,
    /// Whether the one before has left since the sites last looked.
    pub left: bool,
    /// Skill of who is in post in brokering and translating, 0..1.
    pub brokering: f64,
}

impl Intermediary {
    /// Who is in post at the start: 1 draw, of month 0 and slot 1.
    pub(super) fn at_start(plan: &Blueprint, draws: &mut Stream) -> Intermediary {
        Intermediary { brokering: plan.middle(draws.at(0, 1).uniform()), ..Intermediary::default() }
    }

    /// A month in which they may leave, with the chance `hazard` (0..1): 3 draws of the month.
    pub fn pass_month(&mut self, hazard: f64, plan: &Blueprint, month: u32, draws: &mut Stream) {
        draws.at(month, 0);
        let (leaves, vacancy, brokering) = (draws.uniform(), draws.uniform(), draws.uniform());
        self.left = false;
        if self.vacancy > 0 {
            self.vacancy -= 1;
            self.months = 0;
            return;
        }
        self.months += 1;
        if leaves < hazard {
            self.vacancy = Site::vacancy(vacancy, plan.scenario.parameters.vacancy);
            self.left = true;
            self.brokering = plan.middle(brokering);
        }
    }

    /// What acquaintance and brokering make of their contacts, 0..1.5: 0 in an empty post, about 1 for who is middling and has long
    /// been there (model 6.2).
    #[must_use]
    pub fn reach(&self) -> f64 {
        if self.vacancy > 0 {
            return 0.0;
        }
        let known = 1.0 - exp(-f64::from(self.months) / ACQUAINTED_MONTHS);
        known * (UNSKILLED + self.brokering)
    }
}
