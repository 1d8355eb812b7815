use super::of_site::{consultation, formality};
use super::strikes::{condition_of, only_site};
use crate::analysis::{SetApart, SiteCondition};
use crate::quantity::{OrganisationId, Share};
use crate::scenario::{Board, DrawnKey, Scenario, Site, Timing};

/// When what does not happen happens: it keeps its place in the list, from which other shocks have their draws.
const NEVER: Timing = Timing::Month(u32::MAX);

/// The same scenario with one condition of one site as the others mostly have it.
pub(super) fn exchanged(scenario: &Scenario, apart: &SetApart) -> Scenario {
    let mut other = scenario.clone();
    exchange(&mut other, apart);
    if let Some(past) = &mut other.past {
        exchange(&mut past.scenario, apart);
    }
    other
}

fn exchange(scenario: &mut Scenario, &SetApart { site: at, condition, others, .. }: &SetApart) {
    match condition {
        SiteCondition::Struck(_) => spare(scenario, at, condition),
        SiteCondition::PeopleLost => {
            spare(scenario, at, condition);
            scenario.sites[at].actors.iter_mut().for_each(|one| one.leaves = None);
        }
        SiteCondition::Board => scenario.sites[at].boards = boards(scenario, at, others),
        SiteCondition::Award => scenario.sites[at].award = Some(others),
        SiteCondition::History => set(&mut scenario.sites[at], DrawnKey::History, others),
        SiteCondition::Collaboration => set(&mut scenario.sites[at], DrawnKey::Collaboration, others),
        SiteCondition::Deficit => set(&mut scenario.sites[at], DrawnKey::Deficit, others),
        SiteCondition::Engagement => set(&mut scenario.sites[at], DrawnKey::Engagement, others),
        SiteCondition::Consultation => scenario.sites[at].consultation = consultation(others),
    }
}

/// A value that holds, where it was one of a range before.
fn set(site: &mut Site, key: DrawnKey, value: f64) {
    site.drawn.retain(|drawn| drawn.key != key);
    site.set_drawn(key, value);
}

/// Takes out what strikes this site alone.
fn spare(scenario: &mut Scenario, at: usize, condition: SiteCondition) {
    let is_its_own: Vec<bool> = scenario
        .shocks
        .iter()
        .map(|shock| condition_of(shock.kind) == condition && only_site(scenario, shock.scope) == Some(at))
        .collect();
    let own = scenario.shocks.iter_mut().zip(is_its_own).filter(|(_, is_its_own)| *is_its_own);
    own.for_each(|(shock, _)| shock.timing = NEVER);
}

/// The boards of a site, as formal as those of others: none where most have none, one of all who are heard where it has none.
fn boards(scenario: &Scenario, at: usize, others: f64) -> Vec<Board> {
    let site = &scenario.sites[at];
    if others == 0.0 {
        return vec![];
    }
    let formality_of_others = Share::clamped(others);
    if !site.boards.is_empty() && formality(scenario, site) > 0.0 {
        return site.boards.iter().map(|board| Board { formality: formality_of_others, ..board.clone() }).collect();
    }
    let heard = |one: &usize| site.organisations[*one].is_heard(&scenario.roles);
    let members: Vec<OrganisationId> = (0..site.organisations.len()).filter(heard).map(OrganisationId::at).collect();
    let like = scenario.sites.iter().find_map(|other| other.boards.first()).filter(|_| members.len() > 1);
    let new = like.map(|board| Board {
        members,
        formality: formality_of_others,
        start: scenario.programme.start,
        end: None,
        ..board.clone()
    });
    site.boards.iter().cloned().chain(new).collect()
}
