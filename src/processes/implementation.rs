use super::Now;
use crate::quantity::exp;
use crate::scenario::definitions::{CO_LOCATED, MISFIT_BELOW, RECORDS, UNSKILLED};
use crate::scenario::{Consultation, Coordination, Group, Parameters};
use crate::world::{NOBODY, Site};

/// 6 Implementation: support, co-ordination and drive; scale, performance, fit, evidence, normalisation (model 6.6).
pub fn implement(site: &mut Site, now: &Now<'_>) {
    for i in 0..site.initiatives.len() {
        if site.initiatives.live(i) {
            advance(site, i, now);
        }
    }
    site.actors.left.fill(false);
}

/// What one pass over the members yields.
struct Team {
    support: f64,
    senior_support: f64,
    drive: f64,
    agency: f64,
    ownership: f64,
    brokerage: f64,
    leavers: f64,
}

fn team(site: &Site, i: usize, p: &Parameters) -> Team {
    let a = &site.actors;
    let champion = site.initiatives.champion[i];
    let attention = attention(site, i, p);
    let (mut pe, mut position, mut senior_pe, mut senior_position) = (0.0, 0.0, 0.0, 0.0);
    let (mut idle, mut agency, mut present, mut owned, mut front_line) = (1.0, 0.0, 0.0, 0.0, 0.0);
    let (mut brokerage, mut leavers) = (0.0_f64, 0.0);
    let members = site.initiatives.members(i);
    let people = a.len();
    let (left, vacancy, group, sponsors) =
        (&a.left[..people], &a.vacancy[..people], &a.group[..people], &a.sponsors[..people]);
    let (enthusiasm, agencies, positions) = (&a.enthusiasm[..people], &a.agency[..people], &a.position[..people]);
    let spanner = &a.spanner[..people];
    for &slot in members {
        let slot = slot as usize;
        // Asked once, and of no column again.
        assert!(slot < people, "no such slot");
        leavers += f64::from(u8::from(left[slot]));
        if vacancy[slot] != 0 {
            continue;
        }
        let (e, g, weight) = (enthusiasm[slot], agencies[slot], positions[slot]);
        let leads = champion as usize == slot;
        pe += weight * e;
        position += weight;
        if group[slot] == Group::FrontLine {
            owned += e.max(0.0) * g;
            front_line += 1.0;
        } else if sponsors[slot] & (1 << i) == 0 {
            // Sponsors speak by the commitment of their organisations.
            senior_pe += weight * e;
            senior_position += weight;
        }
        let effort = attention * if leads { p.drive_champion } else { p.drive_member };
        idle *= (1.0 - effort * e.max(0.0) * weight * g).max(0.0);
        agency += g;
        present += 1.0;
        if leads || spanner[slot] {
            brokerage = brokerage.max(a.brokerage(slot));
        }
    }
    let part = |sum: f64, of: f64| if of > 0.0 { sum / of } else { 0.0 };
    Team {
        support: part(pe, position),
        senior_support: part(senior_pe, senior_position),
        drive: 1.0 - idle,
        agency: part(agency, present),
        ownership: part(owned, front_line),
        brokerage,
        leavers: part(leavers, members.len() as f64),
    }
}

/// People put their effort into what the metric sees (SH-08): a factor on everybody's weight in driving an initiative.
fn attention(site: &Site, i: usize, p: &Parameters) -> f64 {
    let ahead = site.initiatives.attributes[i].metric_alignment.get() - site.standing.alignment;
    (1.0 + p.attention_metric * site.standing.metric_focus * ahead).max(0.0)
}

/// `base`, 0..1, to the power of `exponent`, at least 0.
fn power(base: f64, exponent: f64) -> f64 {
    if exponent == 0.0 {
        1.0
    } else if base > 0.0 {
        exp(exponent * libm::log(base))
    } else {
        0.0
    }
}

fn advance(site: &mut Site, i: usize, now: &Now<'_>) {
    let p = now.parameters();
    let team = team(site, i, p);
    let champion = site.initiatives.champion[i];
    let own_work = if champion == NOBODY { 0.0 } else { site.actors.brokerage(champion as usize) };
    let reach = if site.mode == Consultation::OneWay { p.one_way_fit * own_work } else { own_work };
    let passes = site.lets_pass(i);
    let list = &mut site.initiatives;
    let mandated = if list.mandated[i] { 1.0 - p.mandate_ownership } else { 1.0 };
    // Those who copy the form without the engagement lose its purpose (SP-04).
    let meant = 1.0 - p.form_only * (1.0 - list.engagement[i]);
    let complexity = list.attributes[i].complexity.get();
    let methods = list.methods[i];
    let together = if methods.has(Coordination::CoLocation) { 1.0 - CO_LOCATED } else { 1.0 };
    let by_trust = power(list.trust[i].clamp(0.0, 1.0), p.coordination_exponent * complexity * together);
    let by_records = if methods.has(Coordination::SharedRecords) { RECORDS } else { 0.0 };
    let coordination = 1.0 - (1.0 - by_trust) * (1.0 - p.coordination_broker * team.brokerage) * (1.0 - by_records);

    let (before, fit) = (list.scale[i], list.fit[i]);
    let commitment = list.relative_commitment(i);
    // Posts of an organisation that has turned away do other work.
    let usable = list.staffing[i] * (1.0 - p.commit_reach * (1.0 - commitment).max(0.0));
    let mut scale = before;
    if usable > before {
        // Nobody grows beyond the posts that work for it.
        let speed = p.growth * team.drive * coordination * (UNSKILLED + fit) * commitment;
        scale += speed.min(1.0) * (usable - before);
    } else {
        scale -= p.fall * (before - usable);
    }
    if fit < MISFIT_BELOW {
        scale -= before * p.misfit_drop * (MISFIT_BELOW - fit) / MISFIT_BELOW;
    }
    let goodwill = list.normalisation[i] * team.support.max(0.0) * (1.0 - list.cost_rank[i]);
    let scale = scale.max(goodwill.min(before)).clamp(0.0, 1.0);
    let performance = scale * coordination * fit;

    list.support[i] = team.support;
    list.senior_support[i] = team.senior_support;
    list.coordination[i] = coordination;
    list.scale[i] = scale;
    list.peak[i] = list.peak[i].max(scale);
    list.performance[i] = performance;
    let fails = performance < p.poor_performance && f64::from(now.t() - list.start[i]) >= p.poor_months;
    let unseen = if fails { p.good_news_blind * site.standing.good_news } else { 0.0 };
    list.fit[i] =
        (fit + p.fit_rate * (1.0 - fit) * team.agency * (UNSKILLED + reach) * (1.0 - unseen) * passes).clamp(0.0, 1.0);
    list.tailored[i] = (list.tailored[i] + list.fit[i] - fit).min(list.fit[i]);
    let evidence = list.evidence[i];
    // An evaluation finds what is there.
    let shown = if list.sound[i] { performance } else { 0.0 };
    list.evidence[i] = (evidence + p.evaluation * shown * (1.0 - evidence) - p.fade * evidence).clamp(0.0, 1.0);
    let routine = list.normalisation[i];
    let becoming = p.normalise_base + p.normalise_core * list.core_part(i);
    list.normalisation[i] = (routine + becoming * performance * team.ownership * mandated * meant * (1.0 - routine)
        - routine * team.leavers * p.normalise_leavers
        - p.fade * routine * (1.0 - scale))
        .clamp(0.0, 1.0);
}
