use super::Engine;
use crate::quantity::{InitiativeId, SiteId};
use crate::record::{Alteration, Change};
use crate::scenario::{Shock, ShockKind, Timing};

impl Engine {
    /// What could be otherwise for an initiative that is first observed in month `entry`, whatever the replicate: kinds of
    /// shock that can strike its site, the money, who leaves, boards, its first champion's skill; and, first, a change of no
    /// weight. Only what would change something.
    #[must_use]
    pub fn possible(&self, site: SiteId, initiative: InitiativeId, entry: u32) -> Vec<Alteration> {
        let scenario = &self.plan.scenario;
        let Some(spec) = scenario.sites.get(site.index()) else { return vec![] };
        let (programme, funding) = (&scenario.programme, &scenario.programme.funding);
        let months = scenario.time.months;
        let within = |month: i32| u32::try_from(month.max(0)).unwrap_or(0);
        let mut list = vec![(entry, Change::Grain)];
        for kind in ShockKind::ALL {
            let strikes = |shock: &&Shock| shock.kind == kind && self.can_strike(shock, site);
            let first = |shock: &Shock| match shock.timing {
                Timing::Month(month) => month,
                Timing::Rate(_) => 0,
            };
            let first = scenario.shocks.iter().filter(strikes).map(first).min();
            if let Some(first) = first.filter(|&first| first < months) {
                list.push((first, Change::ShocksSpared { kind, once: false }));
            }
        }
        let runs = spec.member && programme.end > 0 && programme.start < months.cast_signed();
        if runs && programme.end < months.cast_signed() {
            let tapered = programme.end - funding.taper.cast_signed();
            list.push((within(tapered.max(programme.start)), Change::MoneyGoesOn));
        }
        let below = |shock: &Shock| shock.kind == ShockKind::AwardBelowBid && self.can_strike(shock, site);
        let award = spec.award.unwrap_or(funding.award);
        if runs && (award < 1.0 || funding.budget.is_some() || scenario.shocks.iter().any(below)) {
            list.push((within(programme.start), Change::AwardInFull));
        }
        if runs && funding.conditional {
            let first = funding.conditional_from.unwrap_or(programme.start).max(programme.start);
            list.push((within(first), Change::RoundsKept { once: false }));
        }
        list.push((entry, Change::ChampionsStay(initiative)));
        list.push((entry, Change::LeadersStay));
        list.push((entry, Change::EverybodyStays));
        let first_board = spec.boards.iter().filter(|b| b.start < months.cast_signed()).map(|b| within(b.start)).min();
        match first_board {
            Some(first) => list.push((first, Change::NoBoard)),
            None => list.push((within(programme.start), Change::Board)),
        }
        // The first champion is found in the month in which the initiative begins.
        let found = if entry == 0 { 0 } else { entry + 1 };
        for full in [true, false] {
            list.push((found, Change::ChampionSkill { initiative, full }));
        }
        let there = list.into_iter().filter(|(from, _)| *from < months);
        there.map(|(from, change)| Alteration { site, from, change }).collect()
    }

    fn can_strike(&self, shock: &Shock, site: SiteId) -> bool {
        let spec = &self.plan.scenario.sites[site.index()];
        shock.scope.concerns(site, spec.member, spec.region)
    }
}
