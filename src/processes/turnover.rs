use super::Now;
use crate::record::{EventKind, Leaving};
use crate::scenario::definitions::CYNICAL_BEYOND;
use crate::scenario::{Group, Parameters};
use crate::world::{ABSENT, NOBODY, PlannedDeparture, Purpose, Site, lured_away};

/// 8 Turnover: leavers, vacancies, newcomers, and who steps up as champion (model 6.8).
pub fn turn_over(site: &mut Site, now: &Now<'_>) {
    fill_vacancies(site, now);
    let p = now.parameters();
    let short = if site.money.horizon > 0.0 { lured_away(site.money.horizon, p) } else { 0.0 };
    site.streams.get(Purpose::Leaving).row(now.month).fill(&mut site.room.draws);
    let mut next = 0;
    while let Some(slot) = leaver(site, next, short, p) {
        site.leave(slot, now.month, now.plan, p, Leaving::Turnover);
        next = slot + 1;
    }
    while let Some(&PlannedDeparture { slot, .. }) = site.departures.iter().find(|planned| planned.month == now.month) {
        site.leave(slot as usize, now.month, now.plan, p, Leaving::Planned);
        site.departures.retain(|planned| planned.slot != slot);
    }
    step_up(site, now);
}

/// The first person from slot `next` on whose draw says that they leave; whose post the programme pays for, that much likelier by
/// `short`. Nobody's leaving changes whether others leave this month.
fn leaver(site: &Site, next: usize, short: f64, p: &Parameters) -> Option<usize> {
    let a = &site.actors;
    let people = a.len();
    let (vacancy, enthusiasm, hazard) = (&a.vacancy[..people], &a.enthusiasm[..people], &a.hazard[..people]);
    let (programme_funded, draws) = (&a.programme_funded[..people], &site.room.draws[..people]);
    (next..people).find(|&slot| {
        let cynical = if enthusiasm[slot] < -CYNICAL_BEYOND { p.leave_cynical } else { 1.0 };
        let contract = if programme_funded[slot] { short } else { 0.0 };
        draws[slot] < hazard[slot] * cynical + contract && vacancy[slot] == 0
    })
}

/// A newcomer takes the slot with no tenure, no reputation, and skills of its own.
fn fill_vacancies(site: &mut Site, now: &Now<'_>) {
    for slot in 0..site.actors.len() {
        let vacancy = site.actors.vacancy[slot];
        if vacancy == 0 || vacancy == ABSENT {
            continue;
        }
        if vacancy > 1 {
            site.actors.vacancy[slot] = vacancy - 1;
            continue;
        }
        let draws = site.streams.get(Purpose::Newcomers).at(now.month, slot as u32);
        // The first draws of the place belong to a leaver of the same month.
        for _ in 0..4 {
            draws.uniform();
        }
        let mut person = now.plan.newcomer(site.actors.role[slot] as usize, draws);
        person.tenure = 0.0;
        person.reputation = 0.0;
        let p = now.parameters();
        site.actors.seat(slot, &person, p);
        site.actors.lived[slot] = false;
        site.actors.expected[slot] += p.chosen * if site.member { site.recognition() } else { 0.0 };
        site.actors.agency[slot] = (p.agency_base + p.agency_permissiveness * site.standing.permissiveness).min(1.0);
        if site.actors.group[slot] == Group::Executive || site.actors.spanner[slot] {
            let role = &now.scenario().roles[site.actors.role[slot] as usize].name;
            site.notes.newcomer(slot, role);
        }
    }
}

/// A champion's role does not pass with the slot: while an initiative has none, the best placed willing member steps
/// up with some probability.
fn step_up(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let vacant = |site: &Site, i: usize| site.initiatives.live(i) && site.initiatives.champion[i] == NOBODY;
    // Nobody beyond the last of them needs a draw.
    let Some(last) = (0..site.initiatives.len()).rev().find(|&i| vacant(site, i)) else { return };
    site.streams.get(Purpose::StepUp).row(now.month);
    for i in 0..=last {
        let draw = site.streams.get(Purpose::StepUp).uniform();
        if !vacant(site, i) || draw >= p.step_up {
            continue;
        }
        let best = site.best_placed(i, |slot| site.actors.enthusiasm[slot] > 0.0);
        if best != NOBODY {
            site.initiatives.champion[i] = best;
            site.actors.champions[best as usize] |= 1 << i;
            site.notes.initiative(EventKind::ChampionFound, i, Some(best as usize), 0.0);
        }
    }
}
