use super::Now;
use crate::quantity::exp;
use crate::record::{Cause, Causes, EventKind};
use crate::scenario::definitions::{
    REVIEW_YEARLY, TYPICAL_COST, TYPICAL_DEFICIT, TYPICAL_EVIDENCE, TYPICAL_INTERPRETATION, TYPICAL_METRIC,
    TYPICAL_QUALITY, TYPICAL_ROUTINE, TYPICAL_SUPPORT, WHOLLY_PAID,
};
use crate::scenario::{Group, Origin, Parameters};
use crate::world::{Decision, NOBODY, Purpose, Site, Stage, TERMS, Terms, UsualTerms};

/// The cause that each term stands for.
const CAUSES: [Cause; TERMS] = [
    Cause::Evidence,
    Cause::Support,
    Cause::Routine,
    Cause::Commitment,
    Cause::Deficit,
    Cause::Cost,
    Cause::Metric,
    Cause::Quality,
    Cause::Interpretation,
];

/// 7 Continuation: mainstreaming and reviews of core money; scaling back, absorption, end (model 6.7).
pub fn decide_continuation(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let total_cost = site.initiatives.total_cost();
    site.streams.get(Purpose::Continuation).row(now.month);
    for i in 0..site.initiatives.len() {
        let draws = site.streams.get(Purpose::Continuation);
        let (u_comes_up, u_won, u_reviewed, u_kept) =
            (draws.uniform(), draws.uniform(), draws.uniform(), draws.uniform());
        if !site.initiatives.live(i) {
            continue;
        }
        let (is_tried, comes_up, is_reviewed) = match site.initiatives.trial[i] {
            Some(month) => (month <= now.month, false, false),
            None => (false, u_comes_up < comes_up(site, i, now), u_reviewed < REVIEW_YEARLY),
        };
        let is_usual = sets_what_is_usual(site, i, now);
        // Most months decide nothing.
        if is_usual | is_tried | comes_up | is_reviewed {
            let terms = terms(site, i, total_cost, now);
            let logit = p.mainstream_intercept + terms.iter().sum::<f64>();
            if is_usual {
                remember(site, i, &terms);
            }
            if is_tried {
                try_copy(site, i, logit + p.copy_trial, &terms, u_won);
            }
            if comes_up {
                mainstream(site, i, logit, &terms, u_won, p);
            }
            if is_reviewed && !wins(logit + p.core_kept, u_kept) {
                site.initiatives.keep_core(i, 1.0 - p.core_cut);
                let left = site.initiatives.core_share[i];
                site.notes.initiative(EventKind::CoreCut, i, None, left);
                note_loss(site, i, logit + p.core_kept, &terms, u_kept);
            }
        }
        settle(site, i, now);
    }
}

/// The terms of the logit, each coefficient x (value - typical value).
fn terms(site: &Site, i: usize, total_cost: f64, now: &Now<'_>) -> Terms {
    let p = now.parameters();
    let list = &site.initiatives;
    let attributes = &list.attributes[i];
    let cost_share = if total_cost > 0.0 { list.cost[i] / total_cost } else { 0.0 };
    let aligned = site.standing.metric_focus * attributes.metric_alignment.get();
    [
        p.mainstream_evidence * (list.comes_back(i) * list.evidence[i] - TYPICAL_EVIDENCE),
        p.mainstream_support * (list.senior_support[i] - TYPICAL_SUPPORT),
        p.mainstream_normalisation * (list.normalisation[i] - TYPICAL_ROUTINE),
        p.commit_money * libm::log(list.relative_commitment(i)),
        -p.mainstream_deficit * (site.pressure(now.month) - TYPICAL_DEFICIT),
        -p.mainstream_cost * (cost_share - TYPICAL_COST),
        p.mainstream_metric * (aligned - TYPICAL_METRIC),
        p.mainstream_quality * (list.coordination[i] * list.fit[i] - TYPICAL_QUALITY),
        p.mainstream_interpretation * (site.standing.interpretation - TYPICAL_INTERPRETATION),
    ]
}

/// Whether this month is one of those whose terms are usual, for the causes of an end: programme time; outside the programme the
/// first two years.
fn sets_what_is_usual(site: &Site, i: usize, now: &Now<'_>) -> bool {
    let age = f64::from(now.t() - site.initiatives.start[i].max(0));
    if site.member { now.plan.running(now.t()) } else { age < now.parameters().cause_months }
}

fn remember(site: &mut Site, i: usize, terms: &Terms) {
    let UsualTerms { sums, months } = &mut site.initiatives.usual[i];
    for (sum, term) in sums.iter_mut().zip(terms) {
        *sum += term;
    }
    *months += 1;
}

/// The monthly chance that an initiative comes up for mainstreaming: high while its programme money falls short and
/// around its end, else that of the annual budget. Before the end, those who expect other money to follow wait for it.
fn comes_up(site: &Site, i: usize, now: &Now<'_>) -> f64 {
    let (p, programme, t) = (now.parameters(), now.programme(), now.t());
    let list = &site.initiatives;
    let short = list.core_share[i] + list.granted[i] < WHOLLY_PAID;
    let to_end = f64::from(programme.end - t);
    let around_the_end = to_end <= p.exposed_before && to_end > -p.exposed_after;
    let exposed = site.member && (now.plan.running(t) && short || around_the_end);
    let waits = if t < programme.end { p.follow_on * programme.funding.follow_on_expected.get() } else { 0.0 };
    if exposed { p.review_exposed + (REVIEW_YEARLY - p.review_exposed) * waits } else { REVIEW_YEARLY }
}

fn wins(logit: f64, draw: f64) -> bool {
    draw * (1.0 + exp(-logit)) < 1.0
}

fn chance(logit: f64) -> f64 {
    1.0 / (1.0 + exp(-logit))
}

/// A decision won brings half of the missing share: many are kept smaller than they were.
fn mainstream(site: &mut Site, i: usize, logit: f64, terms: &Terms, draw: f64, p: &Parameters) {
    if wins(logit, draw) {
        let share = &mut site.initiatives.core_share[i];
        *share += p.mainstream_share * (1.0 - *share);
        site.notes.initiative(EventKind::MainstreamWon, i, None, chance(logit));
    } else {
        site.notes.initiative(EventKind::MainstreamLost, i, None, chance(logit));
        note_loss(site, i, logit, terms, draw);
    }
}

fn note_loss(site: &mut Site, i: usize, logit: f64, terms: &Terms, draw: f64) {
    let needed = libm::log(draw / (1.0 - draw).max(f64::MIN_POSITIVE));
    site.initiatives.lost[i] = Some(Decision { needed, logit, terms: *terms });
}

/// In the month of its trial a copy keeps its money or loses it.
fn try_copy(site: &mut Site, i: usize, logit: f64, terms: &Terms, draw: f64) {
    site.initiatives.trial[i] = None;
    if wins(logit, draw) {
        site.notes.initiative(EventKind::TrialWon, i, None, chance(logit));
    } else {
        site.initiatives.keep_core(i, 0.0);
        site.initiatives.failed_trial[i] = true;
        site.failed_copies |= site.initiatives.kind_bit[i];
        site.notes.initiative(EventKind::TrialLost, i, None, chance(logit));
        note_loss(site, i, logit, terms, draw);
    }
}

/// Where it stands after the month; an end is logged with its causes and disappoints partners.
fn settle(site: &mut Site, i: usize, now: &Now<'_>) {
    let p = now.parameters();
    let list = &mut site.initiatives;
    let scale = list.scale[i];
    list.low[i] = if scale < p.ended_scale { list.low[i].saturating_add(1) } else { 0 };
    let months = list.low[i];
    if months > 0 && f64::from(months) >= p.ended_months && f64::from(now.t() - list.start[i]) >= p.ended_age {
        end(site, i, now);
        return;
    }
    let within = list.origin[i] != Origin::PreExisting || site.member && now.t() >= now.programme().end;
    let before = list.stage[i];
    let stage = if within && list.core_share[i] >= p.absorbed_core && list.normalisation[i] >= p.absorbed_routine {
        Stage::Absorbed
    } else if list.peak[i] < p.proposed_peak {
        Stage::Proposed
    } else if scale < p.scaled_back * list.peak[i] && list.peak[i] >= p.operating_peak {
        Stage::ScaledBack
    } else if list.peak[i] < p.operating_peak {
        Stage::Implementing
    } else {
        Stage::Operating
    };
    list.stage[i] = stage;
    if stage != before {
        match stage {
            Stage::Absorbed => {
                list.absorbed[i] = list.absorbed[i].or(Some(now.month));
                let routine = list.normalisation[i];
                site.notes.initiative(EventKind::Absorbed, i, None, routine);
            }
            Stage::ScaledBack => site.notes.initiative(EventKind::ScaledBack, i, None, scale),
            _ => {}
        }
    }
}

fn end(site: &mut Site, i: usize, now: &Now<'_>) {
    // A copy that is dropped before its trial is over has failed as well, and is noticed as such.
    if site.initiatives.trial[i].take().is_some() {
        site.initiatives.failed_trial[i] = true;
        site.failed_copies |= site.initiatives.kind_bit[i];
    }
    let (main, all) = causes(site, i, now.parameters());
    let list = &mut site.initiatives;
    list.stage[i] = Stage::Ended;
    list.end[i] = Some(now.month);
    list.main_cause[i] = Some(main);
    list.causes[i] = all;
    list.performance[i] = 0.0;
    list.granted[i] = 0.0;
    let champion = std::mem::replace(&mut list.champion[i], NOBODY);
    if champion != NOBODY {
        site.actors.champions[champion as usize] &= !(1 << i);
    }
    site.notes.initiative(EventKind::Ended(main), i, None, site.initiatives.scale[i]);
    disappoint(site, i, now.parameters());
}

/// Members of other organisations who wanted it lose trust in the lead organisation's managers and executive.
fn disappoint(site: &mut Site, i: usize, p: &Parameters) {
    let lead = site.initiatives.lead[i];
    for m in 0..site.initiatives.members(i).len() {
        let member = site.initiatives.members(i)[m] as usize;
        let a = &site.actors;
        if a.organisation[member] == lead || !a.present(member) || a.enthusiasm[member] <= 0.0 {
            continue;
        }
        for k in site.ties.across(member) {
            let other = site.ties.target[k] as usize;
            if a.organisation[other] == lead && a.group[other] != Group::FrontLine {
                site.ties.set_trust(k, (site.ties.trust(k) - p.betrayal).max(0.0));
            }
        }
    }
}

/// The causes of an end: what, set back to its programme-time value, would have kept it (model 6.7).
///
/// Money and posts come from what it is paid now against its best time; the others are the terms of the last decision
/// that it lost: a term is a cause if its usual value alone would have won that decision.
fn causes(site: &Site, i: usize, p: &Parameters) -> (Cause, Causes) {
    let list = &site.initiatives;
    let mut all = Causes::default();
    let funded = list.core_share[i] + list.granted[i];
    if list.failed_trial[i] {
        all.insert(Cause::Trial);
    }
    if list.fit[i] < p.new_fit.min(p.cause_fit) && funded >= p.cause_funded {
        all.insert(Cause::Misfit);
    }
    if funded >= p.cause_funded && list.staffing[i] < p.cause_staffed * funded {
        all.insert(Cause::Staffing);
    }
    if list.granted_peak[i] >= p.cause_granted && list.granted[i] < p.cause_left * list.granted_peak[i] {
        all.insert(Cause::Money);
    }
    let mut largest = (Cause::Several, 0.0);
    let UsualTerms { sums, months } = list.usual[i];
    if let Some(lost) = list.lost[i]
        && months > 0
    {
        for t in 0..TERMS {
            let gain = sums[t] / f64::from(months) - lost.terms[t];
            if lost.logit + gain > lost.needed && gain > 0.0 {
                all.insert(CAUSES[t]);
                if gain > largest.1 {
                    largest = (CAUSES[t], gain);
                }
            }
        }
    }
    let first = [Cause::Trial, Cause::Misfit, Cause::Staffing, Cause::Money].into_iter().find(|&c| all.contains(c));
    let main = first.unwrap_or(largest.0);
    all.insert(main);
    (main, all)
}
