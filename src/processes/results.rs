use super::Now;
use crate::quantity::exp;
use crate::random::Stream;
use crate::scenario::Parameters;
use crate::scenario::definitions::{
    CLAIM_PICKED, CLAIM_RATE, ERROR_DRAWS, METRIC_MEMORY, MOST_INITIATIVES, PERCEIVED_ENTHUSIASM,
    PERCEIVED_PERFORMANCE, PERCEIVED_TRUST, REPORT_MEMORY, TYPICAL_VALUE,
};
use crate::world::{Initiatives, Purpose, Site, mean};

/// 6.10 Results: metric effect, perceived and official success. Nothing in the model but a conditional round, the threat
/// of losing it and the account manager's pressure reads them.
pub fn take_results(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let worth =
        |list: &Initiatives, i: usize| list.performance[i] * list.attributes[i].local_value.get() / TYPICAL_VALUE;
    site.sum_own_work(|list, i| [1.0, worth(list, i)]);
    let effect = effect(site, p);
    let standing = &mut site.standing;
    if now.month == 0 {
        // What there is has been there before.
        (standing.effect_due, standing.metric_effect) = (effect, effect);
    }
    standing.effect_due += (effect - standing.effect_due) / p.effect_lag.max(1.0);
    standing.metric_effect += (standing.effect_due - standing.metric_effect) / METRIC_MEMORY;
    report(site, now);

    let ties = site.ties.len().max(1) as f64;
    let gained = site.ties.total_trust() / ties - site.trust_at_start;
    let (mut enthusiasm, mut performance, mut people) = (0.0, 0.0, 0.0);
    let slots = site.actors.len();
    let (vacancy, enthusiasms) = (&site.actors.vacancy[..slots], &site.actors.enthusiasm[..slots]);
    let (active, own) = (&site.room.active[..slots], &site.room.own[..slots]);
    for slot in 0..slots {
        if vacancy[slot] != 0 {
            continue;
        }
        // Of whoever worked on something this month: a newcomer has not yet.
        if active[slot] != 0 {
            let [number, worth, ..] = own[slot];
            performance += worth / number.max(1.0);
        }
        enthusiasm += enthusiasms[slot];
        people += 1.0;
    }
    if people > 0.0 {
        site.standing.perceived = PERCEIVED_TRUST * gained
            + (PERCEIVED_ENTHUSIASM * enthusiasm + PERCEIVED_PERFORMANCE * performance) / people;
    }
    if site.member && now.plan.running(now.t()) {
        claim(site, now);
    }
}

/// The metric effect that the work of this month will have: the gap that it closes, for the people whom it reaches. Who is reached
/// twice is helped once.
fn effect(site: &Site, p: &Parameters) -> f64 {
    let list = &site.initiatives;
    let missed = list.living().filter(|&i| list.sound[i]).fold(1.0, |missed, i| {
        // Thousand pounds a month.
        let spending = 1000.0 * list.cost[i] / site.served;
        let reach = if p.reach_cost > 0.0 { 1.0 - exp(-spending / p.reach_cost) } else { 1.0 };
        missed * (1.0 - reach * list.attributes[i].metric_alignment.get() * list.performance[i])
    });
    p.need * (1.0 - missed)
}

/// What is measured of a place is not what is so: errors last.
fn report(site: &mut Site, now: &Now<'_>) {
    let draws = site.streams.get(Purpose::Reports).row(now.month);
    let normal = nearly_normal(draws);
    let fresh = (1.0 - REPORT_MEMORY * REPORT_MEMORY).sqrt();
    let error = &mut site.standing.report_error;
    *error = REPORT_MEMORY * *error + fresh * now.parameters().report_noise * normal;
}

/// A sum of uniforms: standard normal but for its far tails, and the same on every platform.
fn nearly_normal(draws: &mut Stream) -> f64 {
    (0..ERROR_DRAWS).map(|_| draws.uniform()).sum::<f64>() - f64::from(ERROR_DRAWS) / 2.0
}

/// The nation reports the best of many noisy figures: the more initiatives, the better the best (AU-40). A claim once
/// made is not taken back.
fn claim(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let list = &site.initiatives;
    let mut figures = [0.0_f64; MOST_INITIATIVES];
    let mut number = 0;
    let draws = site.streams.get(Purpose::Claims).row(now.month);
    for i in 0..list.len() {
        let normal = nearly_normal(draws);
        if !list.live(i) {
            continue;
        }
        figures[number] = list.performance[i] + p.report_noise * normal;
        number += 1;
    }
    if number == 0 {
        return;
    }
    let figures = &mut figures[..number];
    figures.sort_unstable_by(|a, b| b.total_cmp(a));
    let picked = ((number as f64 * CLAIM_PICKED).ceil() as usize).clamp(1, number);
    let news = mean(figures[..picked].iter().copied(), 0.0).clamp(0.0, 1.0);
    let official = &mut site.standing.official;
    *official += CLAIM_RATE * (news - *official).max(0.0);
}
