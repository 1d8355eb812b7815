use super::Engine;
use crate::record::{Cast, Post, Watched};
use crate::world::build_site;

impl Engine {
    /// The posts of a site of one replicate, and who takes part in one of its initiatives; nobody where there is no such
    /// initiative before the first month (a copy: it takes its members from the organisations that are there).
    #[must_use]
    pub fn cast(&self, seed: u64, replicate: u64, watched: Watched) -> Cast {
        let scenario = &self.plan.scenario;
        let id = watched.site.index();
        let Some(spec) = scenario.sites.get(id) else { return Cast::default() };
        let site = build_site(self.plan_of(0), id, seed, replicate, false);
        let (a, i) = (&site.actors, watched.initiative.index());
        let mut organisations: Vec<String> = spec.organisations.iter().map(|o| o.name.clone()).collect();
        if organisations.len() < site.organisation_kind.len() {
            organisations.push("New entrant".to_owned());
        }
        let post = |slot: usize| Post {
            role: scenario.roles[a.role[slot] as usize].name.replace('_', " "),
            organisation: a.organisation[slot] as usize,
            leads: a.group[slot] == crate::scenario::Group::Executive,
        };
        let is_there = i < site.initiatives.len();
        Cast {
            posts: (0..a.len()).map(post).collect(),
            organisations,
            lead: if is_there { site.initiatives.lead[i] as usize } else { 0 },
            members: if is_there {
                site.initiatives.members(i).iter().map(|&m| u32::from(m)).collect()
            } else {
                vec![]
            },
        }
    }
}
