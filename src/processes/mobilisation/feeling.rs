use crate::processes::Now;
use crate::scenario::Group;
use crate::world::{Heard, Site, bits, mean, novice};

/// Enthusiasm, agency, headroom and reputation, all from the state at the start of the phase.
pub(super) fn spread_enthusiasm(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    lead(site);
    let standing = &site.standing;
    let member = site.member && now.t() >= now.programme().start;
    // Esteem is what is new: people get used to a badge, and miss what it was when it fades.
    let novelty = standing.badge - standing.accustomed;
    let esteem = if member { p.badge_esteem * novelty * (p.badge_relations + standing.national_trust) } else { 0.0 };
    let pressure = if member {
        p.pressure
            * standing.metric_focus
            * (1.0 - standing.permissiveness)
            * (1.0 - p.pressure_interpretation * standing.interpretation)
            * (1.0 - p.pressure_alignment * standing.alignment)
    } else {
        0.0
    };
    let unseen = p.agency_metric * standing.metric_focus * (1.0 - standing.alignment);
    let surge = 1.0 - p.surge_headroom * site.surge(now.month);
    // Where only good news is told, poor results discourage less.
    let told = 1.0 - standing.good_news;
    let (permissiveness, lead_agency) = (standing.permissiveness, p.agency_leaders);
    // What a month leaves of being a novice.
    let novice_month = novice(1.0, p);
    let one_minus_gain = 1.0 - p.persuasion_gain;
    for slot in 0..site.actors.len() {
        if !site.actors.present(slot) {
            continue;
        }
        let own = own_work(site, slot);
        let results = own.performance - p.results_expected;
        let before = site.room.enthusiasm[slot];
        let (mut kept, mut refused) = (1.0, 0.0);
        for _ in 0..site.room.won[slot] {
            kept *= one_minus_gain;
        }
        if site.room.lost[slot] > 0 {
            refused = f64::from(site.room.lost[slot]) * p.refusal_loss;
        }
        let Heard { pull, weight } = site.room.heard[slot];
        let contagion = if weight > 0.0 { p.contagion * (pull / weight - before) } else { 0.0 };
        let actors = &mut site.actors;
        let after = before + (1.0 - kept) * (1.0 - before) - refused.min(1.0) * (1.0 + before) + contagion
            - p.disposition_pull * (before - actors.disposition[slot])
            + if own.number > 0.0 { p.results_pull * (results.max(0.0) + told * results.min(0.0)) } else { 0.0 }
            + if esteem >= 0.0 { esteem * (1.0 - before) } else { esteem * (1.0 + before) }
            - pressure;
        actors.enthusiasm[slot] = after.clamp(-1.0, 1.0);
        let cover = site.room.leaders[actors.organisation[slot] as usize].max(0.0);
        let agency = p.agency_base
            + p.agency_permissiveness * permissiveness
            + lead_agency * cover
            + p.agency_risk * actors.risk_taking[slot]
            - unseen;
        actors.agency[slot] += p.agency_rate * (agency.clamp(0.0, 1.0) - actors.agency[slot]);
        let load = p.headroom_load * (own.complexity - p.load_free).max(0.0);
        let headroom = (actors.role_headroom[slot] + p.headroom_backfill * own.programme_part - load) * surge;
        actors.headroom[slot] += p.headroom_rate * (headroom.clamp(0.0, 1.0) - actors.headroom[slot]);
        if own.number > 0.0 {
            let results = (p.reputation_results * own.performance).min(1.0);
            actors.reputation[slot] += p.reputation_rate * (results - actors.reputation[slot]);
        }
        actors.tenure[slot] += 1.0;
        actors.novice[slot] *= novice_month;
        actors.reposition(slot, p);
    }
}

/// Mean enthusiasm of each organisation's executives, from the start of the phase.
fn lead(site: &mut Site) {
    for organisation in 0..site.organisation_kind.len() {
        let leaders = site
            .slots_of(organisation)
            .filter(|&s| site.actors.group[s] == Group::Executive && site.actors.present(s))
            .map(|s| site.room.enthusiasm[s]);
        let enthusiasm = mean(leaders, 0.0);
        site.room.leaders[organisation] = enthusiasm;
    }
}

/// What a person's own live initiatives look like to that person.
struct OwnWork {
    number: f64,
    performance: f64,
    programme_part: f64,
    complexity: f64,
}

fn own_work(site: &Site, slot: usize) -> OwnWork {
    let mut own = OwnWork { number: 0.0, performance: 0.0, programme_part: 0.0, complexity: 0.0 };
    let list = &site.initiatives;
    for i in bits(site.room.active[slot]) {
        own.number += 1.0;
        own.performance += list.performance[i];
        own.programme_part += list.granted[i];
        own.complexity += list.attributes[i].complexity.get();
    }
    if own.number > 0.0 {
        own.performance /= own.number;
        own.programme_part /= own.number;
    }
    own
}
