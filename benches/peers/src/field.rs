//! The numbers that every peer starts from: a world of the engine's, written down plainly.

use crate::kernel::{KERNEL, SEED, acquaintances};
use crate::rules::{Newcomers, Person, Rules};
use safsim::engine::{Engine, Observe};
use safsim::random::{Key, Stream};
use safsim::scenario::Group;
use safsim::world::Blueprint;
use serde::Serialize;

/// Months that a newcomer's strangeness lasts, as in the engine: exp(-1/60) a month.
const NOVICE_KEPT: f64 = 0.983_471_453_821_617_5;
/// Newcomers drawn of each role, from which peers draw theirs.
const DRAWN: usize = 4096;

/// A tie to another person of the same site.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Tie {
    pub to: usize,
    pub across: bool,
    pub trust: f64,
}

/// A site's own state.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Place {
    pub start_trust: f64,
    pub collaboration: f64,
    pub collaboration_at_start: f64,
    pub organisations: usize,
}

/// All of it. People are numbered through; so are organisations.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    pub rules: Rules,
    pub places: Vec<Place>,
    pub people: Vec<Person>,
    pub ties: Vec<Vec<Tie>>,
    pub newcomers: Newcomers,
}

impl Field {
    /// The kernel's field of so many sites.
    pub fn new(sites: usize) -> Field {
        let scenario = acquaintances(sites);
        let p = &scenario.parameters;
        let rules = Rules {
            contagion: p.contagion,
            disposition_pull: p.disposition_pull,
            trust_return: p.trust_return,
            trust_floor_inside: p.trust_floor_inside,
            trust_floor_norm: p.trust_floor_norm,
            norm_rate: p.norm_rate,
            agency_base: p.agency_base,
            agency_leaders: p.agency_leaders,
            agency_risk: p.agency_risk,
            agency_rate: p.agency_rate,
            headroom_rate: p.headroom_rate,
            inherited_trust: p.inherited_trust,
            leave_cynical: p.leave_cynical,
            vacancy: p.vacancy,
            novice_kept: NOVICE_KEPT,
        };
        let world = Engine::new(&scenario).with(KERNEL).begin(SEED, 0, &Observe::default());
        let plan = Blueprint::new(&scenario);
        let (mut places, mut people, mut ties) = (vec![], vec![], vec![]);
        let (mut first_person, mut first_organisation, mut roles) = (0, 0, 0);
        for (number, site) in world.sites.iter().enumerate() {
            let a = &site.actors;
            for i in 0..a.len() {
                let role = a.role[i] as usize;
                roles = roles.max(role + 1);
                people.push(Person {
                    site: number,
                    organisation: first_organisation + a.organisation[i] as usize,
                    role,
                    executive: a.group[i] == Group::Executive,
                    clinical: a.clinical[i],
                    hierarchical: a.hierarchical[i],
                    hazard: a.hazard[i],
                    role_headroom: a.role_headroom[i],
                    risk_taking: a.risk_taking[i],
                    disposition: a.disposition[i],
                    enthusiasm: a.enthusiasm[i],
                    agency: a.agency[i],
                    headroom: a.headroom[i],
                    reputation: a.reputation[i],
                    tenure: a.tenure[i],
                    novice: a.novice[i],
                    position: a.position[i],
                    vacancy: a.vacancy[i],
                });
                let across = site.ties.across(i).start;
                let tie = |k: usize| Tie {
                    to: first_person + site.ties.target[k] as usize,
                    across: k >= across,
                    trust: site.ties.trust(k),
                };
                ties.push(site.ties.of(i).map(tie).collect());
            }
            let organisations = site.organisation_kind.len();
            let (collaboration, collaboration_at_start) = (site.collaboration.now, site.collaboration.start);
            places.push(Place { start_trust: site.start_trust, collaboration, collaboration_at_start, organisations });
            first_person += a.len();
            first_organisation += organisations;
        }
        let mut stream = Stream::new(Key { seed: SEED, replicate: 0, process: 9999, site: 0 });
        let drawn = |role: usize| {
            let newcomer = |slot: usize| {
                let person = plan.newcomer(role, stream.at(role as u32, slot as u32));
                (person.skills[4], person.disposition)
            };
            (0..DRAWN).map(newcomer).collect()
        };
        let newcomers = (0..roles).map(drawn).collect();
        Field { rules, places, people, ties, newcomers }
    }

    pub fn organisations(&self) -> usize {
        self.places.iter().map(|place| place.organisations).sum()
    }
}
