//! Section 6.5.

use crate::place::{Place, near};
use safsim::processes::resource;

/// Money 6 a month, m 0.5, horizon 9.
fn prepared(given: f64) -> Place {
    let mut place = Place::new(|_| {});
    let site = place.site();
    site.standing.metric_focus = 0.5;
    (site.money.bid, site.money.given, site.money.horizon) = (20.0, given, 9.0);
    place
}

#[test]
fn money_goes_by_support_and_metric() {
    let mut place = prepared(6.0);
    place.site().initiatives.support[1] = 0.4;
    place.act(20, resource);
    // Weights exp(2 x 0.2 + 2 x 0.5 x 0.6) = e^1.0 and exp(2 x 0.4 + 2 x 0.5 x 0.2) = e^1.0: half each.
    near(place.site().initiatives.granted[0], 3.0 / 10.0);
    near(place.site().initiatives.granted[1], 3.0 / 30.0);
    let mut place = prepared(6.0);
    place.act(20, resource);
    // Weights e^1.0 and e^0.6.
    let (one, other) = (libm::exp(1.0), libm::exp(0.6));
    near(place.site().initiatives.granted[0], 6.0 * one / (one + other) / 10.0);
    near(place.site().initiatives.granted[1], 6.0 * other / (one + other) / 30.0);
}

#[test]
fn need_is_the_most_that_anybody_gets_and_the_rest_goes_on() {
    let mut place = prepared(14.0);
    place.act(20, resource);
    // Alpha's 14 e^1/(e^1+e^0.6) = 8.4 is cut to its need 0.5 x 10 = 5; the other 9 go to beta, which needs 15.
    near(place.site().initiatives.granted[0], 0.5);
    near(place.site().initiatives.granted[1], 9.0 / 30.0);
    let mut place = prepared(50.0);
    place.act(20, resource);
    near(place.site().initiatives.granted[0], 0.5);
    near(place.site().initiatives.granted[1], 0.5);
    // Of 50 no more than the staff above core shares is spent.
    assert!(place.site().money.spent < 20.0);
}

/// How many of each group of candidates stay away from nine months: they need 12 x these.
fn stay_away() -> [f64; 5] {
    [0.105, 0.357, 0.693, 1.204, 2.303].map(|needs| libm::exp(-9.0 / (12.0 * needs)))
}

#[test]
fn who_needs_security_does_not_come_to_a_short_post_and_looks_elsewhere_once_there() {
    let mut place = prepared(2.0);
    let list = &mut place.site().initiatives;
    list.core_share = vec![0.3, 1.0];
    list.staffing = vec![0.2, 0.2];
    place.act(20, resource);
    let list = &place.site().initiatives;
    // Beta needs nothing. Alpha is granted 2/10, a fifth of it for each group.
    near(list.granted[0], 0.2);
    // Core: (0.2 + 0.25 x (0.3 - 0.2)) x (1 - 0.012).
    let core = 0.225 * 0.988;
    let short = stay_away().map(|stay| 0.25 * (1.0 - stay) * 0.04 * (1.0 - 0.012 - 0.06 * stay));
    for (posts, expected) in list.short_posts[0].into_iter().zip(short) {
        near(posts, expected);
    }
    near(list.staffing[0], core + short.iter().sum::<f64>());
    // Beta, all core: (0.2 + 0.25 x 0.8) x (1 - 0.012).
    near(list.staffing[1], 0.4 * 0.988);
}

#[test]
fn when_money_changes_hands_the_people_stay() {
    let mut place = prepared(0.0);
    let list = &mut place.site().initiatives;
    // The programme's money is gone, and core budgets have room for all.
    (list.staffing[0], list.short_posts[0]) = (0.5, [0.04; 5]);
    place.act(20, resource);
    let list = &mut place.site().initiatives;
    assert_eq!(list.short_posts[0], [0.0; 5]);
    near(list.staffing[0], 0.5 * 0.988);
    // Core budgets withdraw, and the programme pays 6 a month: 0.5 x 10 of need is met, so a tenth a group.
    list.core_share = vec![0.5, 1.0];
    (list.staffing[0], list.short_posts[0]) = (0.7, [0.0; 5]);
    // Of a horizon of 0 nobody comes.
    (place.site().money.given, place.site().money.horizon) = (6.0, 0.0);
    let p = place.parameters();
    (p.leave_front_line, p.offers, p.cut) = (0.0, 0.0, 1.0);
    place.act(20, resource);
    // Of 0.7 core posts 0.5 are due: 0.2 go over, spread alike; nobody is cut.
    near(place.site().initiatives.short_posts[0][4], 0.04);
    near(place.site().initiatives.staffing[0], 0.7);
}

#[test]
fn excess_staff_are_cut_by_half_and_money_after_the_end_hires_nobody() {
    let mut place = prepared(0.0);
    let site = place.site();
    site.money.horizon = 0.0;
    site.initiatives.staffing = vec![0.9, 0.4];
    place.act(50, resource);
    let list = &place.site().initiatives;
    // All money is core now: 0.9 x (1 - 0.012) = 0.8892, of which half the excess over 0.5 goes.
    near(list.staffing[0], 0.8892 - 0.5 * (0.8892 - 0.5));
    // (0.4 + 0.25 x 0.1) x 0.988
    near(list.staffing[1], 0.425 * 0.988);
    assert_eq!((list.granted[0], list.granted[1], place.site().money.spent), (0.0, 0.0, 0.0));
}

#[test]
fn what_is_spent_is_staff_beyond_core_posts() {
    let mut place = prepared(6.0);
    // Of a horizon of 0 nobody comes.
    place.site().money.horizon = 0.0;
    let p = place.parameters();
    (p.leave_front_line, p.offers) = (0.0, 0.0);
    let list = &mut place.site().initiatives;
    list.support[1] = 0.4;
    list.staffing = vec![0.6, 0.55];
    place.act(20, resource);
    // Granted 0.3 and 0.1; 0.1 of alpha's and 0.05 of beta's posts are filled beyond core: 0.1 x 10 + 0.05 x 30.
    near(place.site().money.spent, 2.5);
    near(place.site().money.total.spent, 2.5);
    let list = &mut place.site().initiatives;
    list.staffing = vec![0.8, 0.6];
    place.act(21, resource);
    // All of it: 3 + 3.
    near(place.site().money.spent, 6.0);
    near(place.site().money.total.spent, 8.5);
}
