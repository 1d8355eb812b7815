//! Section 6.10.

use crate::field;
use crate::place::{Place, near};
use safsim::engine::{Engine, Observe};
use safsim::processes::take_results;
use safsim::record::Metric;
use safsim::world::Stage;

/// Reach of spending so many pounds a month, with 200 000 people served and 2 pounds for each at 63 %.
fn reach(pounds: f64) -> f64 {
    1.0 - libm::exp(-pounds / 200_000.0 / 2.0)
}

#[test]
fn an_effect_is_the_gap_closed_for_the_people_reached_and_comes_with_a_lag() {
    let mut place = Place::new(|_| {});
    place.site().initiatives.performance = vec![0.3, 0.5];
    let standing = &mut place.site().standing;
    (standing.effect_due, standing.metric_effect) = (0.2, 0.1);
    place.act(20, take_results);
    // Alpha costs 10 000 a month and serves the metric by 0.6, beta 30 000 and 0.2.
    let missed = (1.0 - reach(10_000.0) * 0.6 * 0.3) * (1.0 - reach(30_000.0) * 0.2 * 0.5);
    let due = 0.2 + (8.0 * (1.0 - missed) - 0.2) / 12.0;
    near(place.site().standing.effect_due, due);
    near(place.site().standing.metric_effect, 0.1 + (due - 0.1) / 12.0);
    // What has ended and what rests on a wrong logic has none.
    for unsound in [false, true] {
        let mut place = Place::new(|_| {});
        place.site().initiatives.performance = vec![0.3, 0.5];
        place.site().initiatives.stage[0] = if unsound { Stage::Operating } else { Stage::Ended };
        place.site().initiatives.sound[0] = !unsound;
        place.act(20, take_results);
        near(place.site().standing.effect_due, 8.0 * reach(30_000.0) * 0.1 / 12.0);
    }
    // What there is at the start of a run has been there before.
    let mut first = Place::new(|_| {});
    first.site().initiatives.performance = vec![0.3, 0.5];
    first.act(0, take_results);
    near(first.site().standing.metric_effect, 8.0 * (1.0 - missed));
}

#[test]
fn care_homes_serve_their_residents() {
    let mut place =
        Place::new(|scenario| scenario.sites[0].site_type = safsim::scenario::Vocabulary::built_in().kit_named("ech"));
    // 0.73 % of 200 000 people.
    near(place.site().served, 1460.0);
}

#[test]
fn reports_differ_from_what_is_so_by_an_error_that_lasts() {
    let mut place = Place::new(|_| {});
    let mut errors = Vec::new();
    for month in 0..4000 {
        place.act(month, take_results);
        errors.push(place.site().standing.report_error);
    }
    let errors = &errors[100..];
    let n = errors.len() as f64;
    let variance = errors.iter().map(|e| e * e).sum::<f64>() / n;
    let lasting = errors.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / n / variance;
    // Standard deviation 0.1, of which 0.8 is left a month later: five standard errors of so long a series.
    assert!((variance.sqrt() - 0.1).abs() < 0.015, "{}", variance.sqrt());
    assert!((lasting - 0.8).abs() < 0.05, "{lasting}");
    place.parameters().report_noise = 0.0;
    place.site().standing.report_error = 0.5;
    place.act(4000, take_results);
    near(place.site().standing.report_error, 0.4);
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
    place.parameters().report_noise = 0.0;
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
