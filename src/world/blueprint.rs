use super::people::{Natures, Person};
use crate::quantity::KindId;
use crate::random::{BetaQuantiles, Stream};
use crate::scenario::definitions::{MIDDLE_SKILL, MOST_INITIATIVES};
use crate::scenario::{Scenario, ShockKind};
use std::sync::Arc;

/// What can be worked out from a scenario once, before any replicate.
#[derive(Clone, Debug)]
pub struct Blueprint {
    /// The scenario.
    pub scenario: Scenario,
    /// Copyable kinds, in the scenario's order: their places here are the bits of kind sets.
    pub copyable: Vec<KindId>,
    /// Member sites.
    pub members: Vec<u32>,
    /// Cost of each kind at full scale, thousand pounds a month.
    costs: Vec<f64>,
    /// Sum of the payment profile with its taper over the programme, in months of full payment.
    pub paid_months: f64,
    /// Mean of the payment profile over the programme, without its taper; 1 if that is 0.
    profile_mean: f64,
    /// Whether a new entrant may come.
    pub entrants: bool,
    pub(super) natures: Natures,
    /// Skill of people between the nation and the sites.
    middle: Arc<BetaQuantiles>,
}

impl Blueprint {
    /// Works it out.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Blueprint {
        let costs: Vec<f64> = scenario.kinds.iter().map(|k| k.attributes.cost).collect();
        let mut plan = Blueprint {
            copyable: (0..scenario.kinds.len())
                .filter(|&k| scenario.kinds[k].copyable)
                .take(MOST_INITIATIVES)
                .map(KindId::at)
                .collect(),
            members: (0..scenario.sites.len()).filter(|&s| scenario.sites[s].member).map(|s| s as u32).collect(),
            costs,
            paid_months: 0.0,
            profile_mean: 1.0,
            entrants: scenario.shocks.iter().any(|s| s.kind == ShockKind::NewEntrant),
            natures: Natures::new(&scenario.roles, scenario.parameters.concentration),
            middle: BetaQuantiles::known(MIDDLE_SKILL, scenario.parameters.concentration),
            scenario: scenario.clone(),
        };
        let programme = &scenario.programme;
        let months = f64::from((programme.end - programme.start).max(1));
        let mean = (programme.start..programme.end).map(|t| programme.funding.profile.at(t)).sum::<f64>() / months;
        plan.profile_mean = if mean > 0.0 { mean } else { 1.0 };
        plan.paid_months = (programme.start..programme.end).map(|t| plan.planned_payment(t)).sum();
        plan
    }

    /// Draws a person of the role at place `role`: 15 draws from where `stream` stands.
    #[must_use]
    pub fn newcomer(&self, role: usize, stream: &mut Stream) -> Person {
        self.natures.draw(role, stream)
    }

    /// The skill of somebody between the nation and the sites below which the share `draw` of them lies, 0..1.
    #[must_use]
    pub fn middle(&self, draw: f64) -> f64 {
        self.middle.at(draw)
    }

    /// Part of the cost of a kind (place in the scenario's list) that a contract pays for which can be signed in `month`.
    #[must_use]
    pub fn contract_for(&self, kind: u32, month: i32) -> Option<f64> {
        let contract = self.scenario.policy.contract.as_ref()?;
        (month >= contract.start && contract.kinds.contains(&KindId(kind))).then(|| contract.share.get())
    }

    /// Rank of a cost among the scenario's kinds, 0 (cheaper than all but the cheapest) to 1.
    #[must_use]
    pub fn cost_rank(&self, cost: f64) -> f64 {
        let others = (self.costs.len().max(2) - 1) as f64;
        (self.costs.iter().filter(|&&other| other < cost).count() as f64 / others).min(1.0)
    }

    /// The bit of a kind in kind sets; 0 if it cannot be copied.
    #[must_use]
    pub fn kind_bit(&self, kind: KindId) -> u64 {
        self.copyable.iter().position(|&k| k == kind).map_or(0, |place| 1 << place)
    }

    /// How many account managers the programme has.
    #[must_use]
    pub fn account_managers(&self) -> usize {
        let support = &self.scenario.programme.support;
        if support.account_managers { self.members.len().div_ceil(support.caseload.max(1) as usize) } else { 0 }
    }

    /// The account manager of a site: place in the nation's list.
    #[must_use]
    pub fn manager_of(&self, site: u32) -> Option<u32> {
        let support = &self.scenario.programme.support;
        let place = self.members.binary_search(&site).ok()?;
        support.account_managers.then(|| place as u32 / support.caseload.max(1))
    }

    /// Whether the programme runs in `month`.
    #[must_use]
    pub fn running(&self, month: i32) -> bool {
        (self.scenario.programme.start..self.scenario.programme.end).contains(&month)
    }

    /// The planned payment of `month` as a share of the award: its profile (mean 1) and taper.
    #[must_use]
    pub fn planned_payment(&self, month: i32) -> f64 {
        let programme = &self.scenario.programme;
        if !self.running(month) {
            return 0.0;
        }
        let left = f64::from(programme.end - month);
        let taper = f64::from(programme.funding.taper);
        let share = if left <= taper { left / (taper + 1.0) } else { 1.0 };
        share * programme.funding.profile.at(month) / self.profile_mean
    }
}
