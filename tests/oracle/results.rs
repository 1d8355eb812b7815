//! Section 6.10.

use crate::field;
use crate::place::{Place, near};
use safsim::engine::{Engine, Observe};
use safsim::processes::take_results;
use safsim::record::Metric;
use safsim::world::Stage;

#[test]
fn an_effect_is_the_gap_closed_for_those_whom_it_reaches_and_comes_late() {
    let mut place = Place::new(|_| {});
    place.site().initiatives.performance = vec![0.3, 0.5];
    (place.site().standing.effect_due, place.site().standing.metric_effect) = (0.02, 0.1);
    place.act(20, take_results);
    // Alpha spends 10 000 pounds on 200 000 people, 0.05 each, where 2 reach 63 %; beta 0.15.
    let alpha = (1.0 - libm::exp(-0.025)) * 0.6 * 0.3;
    let beta = (1.0 - libm::exp(-0.075)) * 0.2 * 0.5;
    // Who is reached twice is helped once.
    let due = 0.02 + (8.0 * (1.0 - (1.0 - alpha) * (1.0 - beta)) - 0.02) / 12.0;
    near(place.site().standing.effect_due, due);
    near(place.site().standing.metric_effect, 0.1 + (due - 0.1) / 12.0);
    // What is not sound, and what has ended, closes no gap.
    place.site().initiatives.sound[1] = false;
    place.site().initiatives.stage[0] = Stage::Ended;
    place.act(21, take_results);
    near(place.site().standing.effect_due, due * 11.0 / 12.0);
    // In the first month what is there has been there before.
    let mut first = Place::new(|_| {});
    first.site().initiatives.performance = vec![0.3, 0.0];
    first.act(0, take_results);
    near(first.site().standing.effect_due, 8.0 * alpha);
    near(first.site().standing.metric_effect, 8.0 * alpha);
}

#[test]
fn perceived_success_is_trust_gained_enthusiasm_and_own_results() {
    let mut place = Place::new(|_| {});
    let site = place.site();
    site.initiatives.performance = vec![0.3, 0.5];
    site.actors.enthusiasm[6] = -0.5;
    // Manager 1 is away; 2 and 3 work on both, 5 and 6 on alpha, the chiefs on none.
    site.actors.vacancy[1] = 2;
    site.room.active = vec![0, 0, 3, 3, 0, 1, 1];
    for tie in 0..site.ties.len() {
        site.ties.set_trust(tie, site.ties.trust(tie) + 0.1);
    }
    place.act(20, take_results);
    // 0.4 x 0.1 + 0.3 x (5 x 0.2 - 0.5)/6 + 0.3 x (0.4 + 0.4 + 0.3 + 0.3)/6, of local value 0.5 where 0.65 is typical
    near(place.site().standing.perceived, 0.04 + 0.3 * 0.5 / 6.0 + 0.3 * 1.4 / 6.0 * 0.5 / 0.65);
}

#[test]
fn official_success_takes_up_the_best_news_and_takes_nothing_back() {
    let mut place = Place::new(|_| {});
    place.parameters().claim_noise = 0.0;
    place.site().initiatives.performance = vec![0.3, 0.5];
    place.act(20, take_results);
    // The best quarter of two figures is one: 0 + 0.2 x 0.5.
    near(place.site().standing.official, 0.1);
    place.site().initiatives.performance = vec![0.0, 0.0];
    place.act(21, take_results);
    near(place.site().standing.official, 0.1);
    place.site().initiatives.performance = vec![0.9, 0.9];
    place.act(48, take_results);
    near(place.site().standing.official, 0.1);
}

#[test]
fn admissions_grow_by_less_where_the_metric_is_met() {
    let record = Engine::new(&field::scenario()).run(7, 0, &Observe::default());
    let last = 59;
    let effect = f64::from(record.panel.get(1, last, Metric::MetricEffect));
    assert!(effect > 0.0);
    let admissions = f64::from(record.panel.get(1, last, Metric::Admissions));
    assert!((admissions - libm::exp(-0.03 * effect)).abs() < 1e-6);
}
