use crate::analysis::SiteCondition;
use crate::quantity::{OrganisationId, ShockKind, ShockTopic, SiteId};
use crate::scenario::{Group, NamedActor, Scenario, Scope, Shock, Site, StaffTarget, Timing};

/// A shock, or somebody's leaving, that strikes one site and no other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strike {
    pub site: usize,
    pub condition: SiteCondition,
    /// How hard, 0..1: of the programme's money the share that is lost over its months, of people the share of those whom it may
    /// strike, else the magnitude.
    pub size: f64,
    /// The month of the run, if it is given.
    pub month: Option<i32>,
}

/// The condition that a kind of shock belongs to.
pub(super) fn condition_of(kind: ShockKind) -> SiteCondition {
    if kind.row().leavers { SiteCondition::PeopleLost } else { SiteCondition::Struck(kind) }
}

/// All that strikes one site and no other.
pub(super) fn strikes(scenario: &Scenario) -> Vec<Strike> {
    let months = scenario.time.months;
    // What comes after the run strikes nobody.
    let comes = |shock: &&Shock| !matches!(shock.timing, Timing::Month(month) if month >= months);
    let shocks = scenario.shocks.iter().filter(comes).filter_map(|shock| {
        let site = only_site(scenario, shock.scope)?;
        let (condition, month) = (condition_of(shock.kind), month(shock.timing));
        Some(Strike { site, condition, size: size(scenario, &scenario.sites[site], shock), month })
    });
    let leavers = scenario.sites.iter().enumerate().flat_map(|(at, site)| {
        site.actors.iter().filter_map(move |one| {
            let month = i32::try_from(one.leaves.filter(|&month| month < months)?).ok();
            Some(Strike {
                site: at,
                condition: SiteCondition::PeopleLost,
                size: part_of_its_organisation(site, one),
                month,
            })
        })
    });
    shocks.chain(leavers).collect()
}

/// The only site that a shock can strike, if there is only one.
pub(super) fn only_site(scenario: &Scenario, scope: Scope) -> Option<usize> {
    match scope {
        Scope::Site(site) | Scope::Organisation(site, _) | Scope::Initiative(site, _) => Some(site.index()),
        Scope::All | Scope::Members | Scope::Region(_) => {
            let struck = |(at, site): &(usize, &Site)| scope.concerns(SiteId::at(*at), site.member, site.region);
            let mut all = scenario.sites.iter().enumerate().filter(struck);
            let first = all.next()?.0;
            all.next().is_none().then_some(first)
        }
    }
}

fn month(timing: Timing) -> Option<i32> {
    match timing {
        Timing::Month(month) => i32::try_from(month).ok(),
        Timing::Rate(_) => None,
    }
}

fn size(scenario: &Scenario, site: &Site, shock: &Shock) -> f64 {
    let size = match shock.kind {
        kind if kind.row().topic == ShockTopic::Programme => money(scenario, site, shock),
        kind if kind.row().leavers => leavers(scenario, site, shock),
        _ => shock.magnitude.abs(),
    };
    let chance = match shock.timing {
        Timing::Month(_) => 1.0,
        Timing::Rate(rate) => rate * f64::from(scenario.time.months),
    };
    (size * chance.min(1.0)).min(1.0)
}

/// The share of the programme's money that is lost, or late, over its months.
fn money(scenario: &Scenario, site: &Site, shock: &Shock) -> f64 {
    let programme = &scenario.programme;
    let from = month(shock.timing).unwrap_or(programme.start).max(programme.start);
    let until = match shock.duration {
        0 => programme.end,
        months => from.saturating_add_unsigned(months).min(programme.end),
    };
    let of_months = f64::from((until - from).max(0)) / f64::from((programme.end - programme.start).max(1));
    let lost = match shock.kind {
        ShockKind::FundingCut => shock.magnitude,
        ShockKind::AwardBelowBid => (1.0 - shock.magnitude - site.award.unwrap_or(programme.funding.award)).abs(),
        _ => 1.0,
    };
    if site.member { lost * of_months } else { 0.0 }
}

/// Of the people whom it may strike, the share that leaves.
fn leavers(scenario: &Scenario, site: &Site, shock: &Shock) -> f64 {
    let concerned: Vec<OrganisationId> = match shock.scope {
        Scope::Organisation(_, one) => vec![one],
        Scope::Initiative(_, one) => site.initiatives[one.index()].partners.clone(),
        _ => (0..site.organisations.len()).map(OrganisationId::at).collect(),
    };
    let people = |of: &dyn Fn(Group) -> bool| -> f64 {
        let roles = concerned.iter().flat_map(|one| &site.organisations[one.index()].roles);
        roles.filter(|(role, _)| of(scenario.roles[role.index()].group)).map(|(_, count)| f64::from(*count)).sum()
    };
    let (all, executives) = (people(&|_| true), people(&|group| group == Group::Executive));
    let leave = match (shock.kind, shock.count, shock.target) {
        (ShockKind::LeadershipChange, ..) => executives,
        (_, Some(count), _) => f64::from(count),
        (_, None, StaffTarget::Leaders) => shock.magnitude * executives,
        (_, None, _) => shock.magnitude * all,
    };
    if all > 0.0 { leave / all } else { 0.0 }
}

/// Somebody who leaves, as a share of the people of the own organisation.
fn part_of_its_organisation(site: &Site, who: &NamedActor) -> f64 {
    let mut before = 0;
    let own = site.organisations.iter().map(|one| one.size()).find(|size| {
        before += size;
        who.slot.0 < before
    });
    own.map_or(0.0, |size| 1.0 / f64::from(size.max(1)))
}
