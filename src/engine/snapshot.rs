use crate::quantity::{InitiativeId, KindId, SiteId};
use crate::record::{InitiativeMembers, Occupancy, SlotState, TrustSnapshot};
use crate::scenario::Scenario;
use crate::world::{ABSENT, Site};

/// People, trust and initiatives of a site; changes nothing.
pub(super) fn snapshot(site: &Site, scenario: &Scenario, month: u32) -> TrustSnapshot {
    let actors = &site.actors;
    let person = |slot: usize| SlotState {
        role: scenario.roles[usize::from(actors.role[slot])].label.clone(),
        organisation: actors.organisation[slot],
        position: actors.position[slot] as f32,
        post: match actors.vacancy[slot] {
            0 => Occupancy::Filled,
            ABSENT => Occupancy::None,
            _ => Occupancy::Empty,
        },
    };
    let list = &site.initiatives;
    let initiative = |i: usize| InitiativeMembers {
        initiative: InitiativeId::at(i),
        kind: KindId(list.kind[i]),
        origin: list.origin[i],
        members: list.members(i).to_vec(),
    };
    let mut ties = Vec::with_capacity(site.ties.len());
    for slot in 0..actors.len() {
        for k in site.ties.of(slot) {
            ties.push((slot as u16, site.ties.target[k], site.ties.trust(k) as f32));
        }
    }
    let given = &scenario.sites[site.id as usize].organisations;
    // An organisation that the scenario does not list is the new provider that a shock may bring.
    let name =
        |o: usize| given.get(o).map_or_else(|| "new provider".to_owned(), |organisation| organisation.name.clone());
    TrustSnapshot {
        month,
        site: SiteId(site.id),
        organisations: (0..site.organisation_kind.len()).map(name).collect(),
        people: (0..actors.len()).map(person).collect(),
        initiatives: list.living().map(initiative).collect(),
        ties,
    }
}
