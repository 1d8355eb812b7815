use super::seen::Seen;
use crate::quantity::{RegionId, SiteId};
use crate::scenario::{Group, Scenario, Scope, Shock, ShockKind, Site, StaffTarget};

/// Whom a shock strikes.
pub(super) struct Struck<'a> {
    pub scenario: &'a Scenario,
    pub sites: Vec<&'a Site>,
}

impl<'a> Struck<'a> {
    pub fn by(shock: &Shock, seen: &Seen<'a>) -> Struck<'a> {
        let scenario = seen.scenario;
        let region = |site: &Site| site.region.map(|region| RegionId::at(region.index()));
        let concerned = scenario
            .sites
            .iter()
            .enumerate()
            .filter(|(i, site)| shock.scope.concerns(SiteId::at(*i), site.member, region(site)));
        Struck { scenario, sites: concerned.map(|(_, site)| site).collect() }
    }

    /// The people whom a departure is about, and how many of them the place with most has; `None` if the kind is not about
    /// departures, or if only a run can tell.
    pub fn most_of(&self, shock: &Shock) -> Option<(&'static str, u64)> {
        let target = match shock.kind {
            ShockKind::StaffLoss => shock.target,
            ShockKind::LeadershipChange => StaffTarget::Leaders,
            _ => return None,
        };
        let (whom, count): (_, &dyn Fn(&Site) -> u64) = match (target, shock.scope) {
            (StaffTarget::Champions, _) => ("champions", &|site| site.initiatives.len() as u64),
            (_, Scope::Initiative(..)) => return None,
            (StaffTarget::Leaders, scope) => {
                ("executives", &move |site| self.people(site, scope, &|role| role.group == Group::Executive))
            }
            // Named people may be spanners, and posts of spanners may be given to others.
            (StaffTarget::Spanners, scope) => ("boundary spanners", &move |site| {
                let named = site.actors.iter().filter(|one| one.spanner == Some(true)).count() as u64;
                named + self.people(site, scope, &|role| role.spanner)
            }),
            (_, scope) => ("people", &move |site| self.people(site, scope, &|_| true)),
        };
        let most = self.sites.iter().map(|site| count(site)).max()?;
        // How many champions there are is known in a run only; that there are none without initiatives is known before.
        (target != StaffTarget::Champions || most == 0).then_some((whom, most))
    }

    fn people(&self, site: &Site, scope: Scope, of: &dyn Fn(&crate::scenario::Role) -> bool) -> u64 {
        let chosen = site.organisations.iter().enumerate().filter(|(i, _)| match scope {
            Scope::Organisation(_, one) => one.index() == *i,
            _ => true,
        });
        chosen
            .flat_map(|(_, one)| &one.roles)
            .filter(|(role, _)| self.scenario.roles.get(role.index()).is_some_and(of))
            .map(|(_, count)| u64::from(*count))
            .sum()
    }
}
