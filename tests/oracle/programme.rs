//! Section 6.2: policy, badge, visits, rounds, payment and the end of the money.

use crate::field::{initiative, share};
use crate::place::{Place, likely, near};
use safsim::processes::{fund, run_programme};
use safsim::scenario::{Badge, Board, Horizon, Origin, Scenario, TimeLine};
use safsim::world::{ABSENT, Intermediary, Passing, Site, Stage};

fn line(points: &[(i32, f64)]) -> TimeLine {
    TimeLine::new(points.to_vec()).expect("rising months")
}

#[test]
fn policy_follows_its_lines_inside_the_programme_and_past_its_end_if_they_go_on() {
    let mut place = Place::new(|scenario| {
        scenario.programme.permissiveness = Some(line(&[(30, 0.9), (36, 0.3)]));
        scenario.programme.metric_focus = Some(line(&[(30, 0.1), (36, 0.7), (50, 0.0)]));
        scenario.policy.legislation = line(&[(0, 0.2), (20, 0.4)]);
    });
    // Month 33 lies half-way. From the end in month 48 on p, which says no more, is what it is elsewhere; m goes on: it falls
    // from 0.7 to nothing within 14 months, and stays there.
    let falling = |months: f64| 0.7 - 0.7 * months / 14.0;
    for (month, p, m, l) in [
        (11, 0.5, 0.2, 0.31),
        (12, 0.9, 0.1, 0.32),
        (33, 0.6, 0.4, 0.4),
        (47, 0.3, falling(11.0), 0.4),
        (48, 0.5, falling(12.0), 0.4),
        (49, 0.5, falling(13.0), 0.4),
        (59, 0.5, 0.0, 0.4),
    ] {
        place.act(month, run_programme);
        near(place.site().standing.permissiveness, p);
        near(place.site().standing.metric_focus, m);
        near(place.site().standing.legislation, l);
    }
    // A point in the month of the end is one that goes on; one in the month before is not.
    for (point, after) in [(48, 0.6), (47, 0.2)] {
        let mut place = Place::new(|scenario| scenario.programme.metric_focus = Some(line(&[(30, 0.1), (point, 0.6)])));
        place.act(47, run_programme);
        near(place.site().standing.metric_focus, if point == 48 { 0.1 + 0.5 * 17.0 / 18.0 } else { 0.6 });
        place.act(59, run_programme);
        near(place.site().standing.metric_focus, after);
    }
    // Nor does a line that goes on reach places outside.
    let mut outside = Place::new(|scenario| {
        scenario.sites[0].member = false;
        scenario.programme.metric_focus = Some(line(&[(30, 0.1), (50, 0.6)]));
    });
    outside.act(59, run_programme);
    near(outside.site().standing.metric_focus, 0.2);
    outside.act(33, run_programme);
    near(outside.site().standing.permissiveness, 0.5);
    near(outside.site().standing.metric_focus, 0.2);
    near(outside.site().standing.badge, 0.0);
}

#[test]
fn the_badge_fades_faster_under_the_successor_and_after_the_end() {
    let mut place = Place::new(|scenario| scenario.programme.successor_start = Some(14));
    let badge = |place: &mut Place, month| {
        place.act(month, run_programme);
        place.site().standing.badge
    };
    near(badge(&mut place, 11), 0.0);
    near(badge(&mut place, 12), 0.8);
    near(badge(&mut place, 13), 0.8 * 0.99);
    near(badge(&mut place, 14), 0.8 * 0.99 * 0.96);
    place.site().standing.badge = 0.6;
    for month in 48..60 {
        badge(&mut place, month);
    }
    // Twelve months of 0.96.
    near(place.site().standing.badge, 0.6 * libm::pow(0.96, 12.0));
    // So it does where nothing succeeds the programme.
    let mut last = Place::new(|_| {});
    last.site().standing.badge = 0.6;
    near(badge(&mut last, 47), 0.6 * 0.99);
    near(badge(&mut last, 48), 0.6 * 0.99 * 0.96);
    let mut given =
        Place::new(|scenario| scenario.programme.badge = Badge::Given(line(&[(0, 0.0), (20, 1.0), (40, 0.5)])));
    near(badge(&mut given, 10), 0.0);
    near(badge(&mut given, 15), 0.75);
    near(badge(&mut given, 30), 0.75);
}

#[test]
fn boards_sit_between_their_start_and_end() {
    let mut place = Place::with_board(0.5, |scenario| {
        let first = scenario.sites[0].boards[0].clone();
        scenario.sites[0].boards.push(Board { formality: share(0.9), start: 20, end: Some(30), ..first });
    });
    for (month, sitting, formality) in [(19, 1, 0.5), (20, 3, 0.9), (29, 3, 0.9), (30, 1, 0.5)] {
        place.act(month, run_programme);
        assert_eq!(place.site().sitting, sitting);
        near(place.site().formality(3), formality);
    }
}

#[test]
fn good_news_is_told_in_members_while_the_programme_runs() {
    for (member, month, told) in [(true, 11, 0.0), (true, 12, 0.4), (true, 47, 0.4), (true, 48, 0.0), (false, 20, 0.0)]
    {
        let mut place = Place::new(|scenario| {
            scenario.programme.support.good_news = share(0.4);
            scenario.sites[0].member = member;
        });
        place.act(month, run_programme);
        assert_eq!(place.site().standing.good_news, told, "{member} {month}");
    }
}

/// Part of its work that an account manager has got to know after six months.
const KNOWN: f64 = 1.0 - 0.367_879_441_171_442_33;

/// A site with an account manager, six months in post, with five sites to look after.
fn managed(stance: Option<f64>, threshold: f64) -> Place {
    let mut place = Place::new(|scenario| {
        scenario.programme.support.account_managers = true;
        scenario.programme.support.stance = stance.map(share);
        scenario.programme.funding.threshold = threshold;
    });
    place.world.nation.managers[0].months = 6;
    place
}

#[test]
fn a_supportive_visit_brings_examples_and_trust() {
    let mut place = managed(None, 0.0);
    place.site().initiatives.stage[1] = Stage::Ended;
    place.act(20, run_programme);
    // By default the stance is p = 0.9. Fit: 0.6 + 0.02 x 0.9 x (0.5 + the champion's 0.5) x (1 - 0.6), as far as the manager
    // knows the place.
    near(place.site().initiatives.fit[0], 0.6 + 0.02 * 0.9 * 0.4 * KNOWN);
    near(place.site().initiatives.fit[1], 0.6);
    // Trust: 0.5 + 0.05 x 0.9 x (1 - 0.5); nobody is pressed.
    let trust = 0.5 + 0.05 * 0.9 * 0.5 * KNOWN;
    near(place.site().standing.national_trust, trust);
    near(place.site().actors.enthusiasm[0], 0.2);
    place.act(48, run_programme);
    // After the end nobody visits.
    near(place.site().standing.national_trust, trust);
}

#[test]
fn support_has_a_dose() {
    let trust = |months: u32, caseload: u32, vacancy: u16| {
        let mut place = managed(Some(1.0), 0.0);
        place.plan.scenario.programme.support.caseload = caseload;
        place.world.nation.managers[0] = Intermediary { months, vacancy, left: false, brokering: 0.5 };
        place.act(20, run_programme);
        (place.site().standing.national_trust - 0.5) / 0.025
    };
    // Half of the usual sites is twice the time for each, but more than all there is to know cannot be used.
    for (months, caseload, dose) in
        [(0, 5, 0.0), (6, 5, KNOWN), (6, 10, KNOWN / 2.0), (6, 2, 1.0), (12, 5, 1.0 - libm::exp(-2.0))]
    {
        near(trust(months, caseload, 0), dose);
    }
    near(trust(6, 5, 2), 0.0);
    // Who brokers better makes more of what they know: 0.5 + 0.9.
    let mut place = managed(Some(1.0), 0.0);
    place.plan.scenario.programme.support.caseload = 10;
    place.world.nation.managers[0].brokering = 0.9;
    place.act(20, run_programme);
    near((place.site().standing.national_trust - 0.5) / 0.025, KNOWN * 1.4 / 2.0);
}

#[test]
fn a_visit_without_a_champion_lands_by_half() {
    let mut place = managed(Some(1.0), 0.0);
    place.site().initiatives.stage[0] = Stage::Ended;
    place.act(20, run_programme);
    near(place.site().initiatives.fit[1], 0.6 + 0.02 * 0.5 * 0.4 * KNOWN);
}

#[test]
fn a_visit_that_presses_costs_trust_by_the_distance_from_the_target() {
    let mut place = managed(Some(0.2), 1.0);
    (place.site().standing.metric_effect, place.site().standing.effect_at_start) = (0.45, 0.2);
    place.act(20, run_programme);
    // Pressing (1 - 0.2) x (1 - 0.25) = 0.6. Trust: 0.5 + 0.05 x (0.2 x 0.5 - 0.6 x 0.5), as far as the place is known.
    near(place.site().standing.national_trust, 0.5 - 0.05 * 0.2 * KNOWN);
    // What is reported counts, and not what is so.
    let mut flattered = managed(Some(0.2), 1.0);
    (flattered.site().standing.metric_effect, flattered.site().standing.report_error) = (0.25, 0.75);
    flattered.act(20, run_programme);
    near(flattered.site().standing.national_trust, 0.5 + 0.05 * 0.1 * KNOWN);
}

#[test]
fn policy_is_what_the_national_team_makes_of_it_unless_it_is_written() {
    let policy = |pressure: f64, behind: f64, effect: f64, seen: bool| {
        let mut place = Place::new(|scenario| {
            (scenario.programme.permissiveness, scenario.programme.metric_focus) = (None, None);
            scenario.programme.support.account_managers = seen;
            scenario.programme.funding.threshold = 1.0;
        });
        (place.world.nation.pressure, place.world.nation.behind) = (pressure, behind);
        place.site().standing.metric_effect = effect;
        place.act(29, run_programme);
        (place.site().standing.permissiveness, place.site().standing.metric_focus)
    };
    // At the end of month 29 half of the programme is over: with nothing to show a site is 0.5 behind, like the others.
    let (p, m) = policy(0.4, 0.5, 0.0, true);
    near(p, 0.6);
    near(m, 0.4);
    // Further behind than the others by 0.3, or less far by 0.2: 0.4 x 1.3, 0.4 x 0.8. Unseen it is like the others.
    near(policy(0.4, 0.2, 0.0, true).1, 0.52);
    near(policy(0.4, 0.5, 0.2, true).1, 0.32);
    near(policy(0.4, 0.2, 0.0, false).1, 0.4);
    near(policy(0.9, 0.0, 0.0, true).1, 1.0);
    // One of both may be written; it then holds.
    let mut place = Place::new(|scenario| {
        (scenario.programme.permissiveness, scenario.programme.metric_focus) = (None, Some(line(&[(0, 0.7)])));
    });
    place.world.nation.pressure = 0.4;
    place.act(29, run_programme);
    near(place.site().standing.permissiveness, 0.6);
    near(place.site().standing.metric_focus, 0.7);
    // Before the programme, after it and outside it, nobody is steered.
    for (month, member) in [(11, true), (48, true), (29, false)] {
        let mut place = Place::new(|scenario| {
            (scenario.programme.permissiveness, scenario.programme.metric_focus) = (None, None);
            scenario.sites[0].member = member;
        });
        place.world.nation.pressure = 0.4;
        place.act(month, run_programme);
        near(place.site().standing.permissiveness, 0.5);
        near(place.site().standing.metric_focus, 0.2);
    }
}

#[test]
fn examples_go_to_initiatives_at_random() {
    let place = managed(None, 0.0);
    let alpha = place.share_of(2000, run_programme, |site| site.initiatives.fit[0] > 0.6, 1000);
    near(alpha, 0.0);
    let mut endless = managed(None, 0.0);
    endless.plan.scenario.programme.end = 4000;
    let alpha = endless.share_of(2000, run_programme, |site| site.initiatives.fit[0] > 0.6, 1000);
    likely(alpha, 0.5, 2000);
}

/// Yearly conditional rounds told three months ahead, with a target of 1 of which a quarter is reached.
fn threatened(edit: impl FnOnce(&mut Scenario)) -> Place {
    let mut place = Place::new(|scenario| {
        let funding = &mut scenario.programme.funding;
        (funding.horizon, funding.conditional, funding.threshold) = (Horizon::Rounds(12), true, 1.0);
        scenario.parameters.outside_metric_focus = 0.1;
        edit(scenario);
    });
    place.site().standing.metric_effect = 0.25;
    place
}

/// (p, m) after the programme's part of that month.
fn under_threat(mut place: Place, month: u32) -> (f64, f64) {
    place.act(month, run_programme);
    let standing = &place.site().standing;
    (standing.permissiveness, standing.metric_focus)
}

#[track_caller]
fn threat(place: Place, month: u32, distance: f64) {
    let inside = (12..48).contains(&month);
    let (p, m) = under_threat(place, month);
    // 0.9 x (1 - 0.3 x distance); 0.1 + 0.3 x distance x (1 - 0.1).
    near(p, if inside { 0.9 * (1.0 - 0.3 * distance) } else { 0.5 });
    near(m, 0.1 + 0.3 * distance * 0.9);
}

#[test]
fn a_conditional_round_threatens_those_below_the_target_until_it_is_decided() {
    // Rounds begin at 12, 24 and 36, and are decided at 21 and 33.
    for (month, distance) in
        [(11, 0.0), (13, 0.75), (20, 0.75), (21, 0.0), (23, 0.0), (24, 0.75), (32, 0.75), (33, 0.0)]
    {
        threat(threatened(|_| {}), month, distance);
    }
    // The last round has no next, and after the end nothing is threatened.
    for month in [36, 47, 48] {
        threat(threatened(|_| {}), month, 0.0);
    }
    // Who has reached the target, money without conditions, one award for all, and places outside are not threatened.
    let mut reached = threatened(|_| {});
    reached.site().standing.metric_effect = 1.0;
    threat(reached, 20, 0.0);
    threat(threatened(|scenario| scenario.programme.funding.conditional = false), 20, 0.0);
    threat(threatened(|scenario| scenario.programme.funding.horizon = Horizon::Whole), 20, 0.0);
    assert_eq!(under_threat(threatened(|scenario| scenario.sites[0].member = false), 20), (0.5, 0.1));
}

#[test]
fn a_threat_comes_on_top_of_the_lines_of_policy_and_can_be_switched_off() {
    let mut place = threatened(|_| {});
    place.site().standing.shifted.metric_focus = 0.5;
    // m after a narrowing by half of the rest is 0.55; threatened, 0.55 + 0.3 x 0.75 x 0.45.
    near(under_threat(place, 20).1, 0.55 + 0.3 * 0.75 * 0.45);
    assert_eq!(under_threat(threatened(|scenario| scenario.parameters.threat_believed = 0.0), 20), (0.9, 0.1));
    // With a notice as long as a round, the next one is decided as soon as this one begins.
    threat(threatened(|scenario| scenario.programme.funding.notice = 12), 20, 0.0);
}

/// The field under these rules of funding, with interpretive capacity 0.4.
fn funded(rules: impl FnOnce(&mut Scenario)) -> Place {
    let mut place = Place::new(rules);
    place.site().standing.interpretation = 0.4;
    place
}

fn given(place: &mut Place, month: u32) -> f64 {
    place.act(month, fund);
    place.site().money.given
}

#[test]
fn an_award_below_the_bid_is_felt_when_it_is_made() {
    let mut place = funded(|scenario| scenario.programme.funding.award = 0.7);
    near(given(&mut place, 11), 0.0);
    // The bid is 0.5 x 10 + 0.5 x 30 = 20 a month.
    near(given(&mut place, 12), 14.0);
    near(place.site().money.bid, 20.0);
    // mu = 0.5 x 0.3; e: 0.2 - 0.35 x 0.15 x 0.6; g: 0.5 - 0.25 x 0.15 x 0.6; c: 0.5 x 0.15 x 0.4.
    near(place.site().actors.enthusiasm[3], 0.2 - 0.0315);
    near(place.site().actors.agency[3], 0.5 - 0.0225);
    near(place.site().crisis, 0.03);
    near(given(&mut place, 13), 14.0);
    near(place.site().actors.enthusiasm[3], 0.2 - 0.0315);
    // Two months asked and given.
    near(place.site().money.total.asked, 40.0);
    near(place.site().money.total.given, 28.0);
    let mut own = funded(|scenario| scenario.sites[0].award = Some(0.25));
    near(given(&mut own, 12), 5.0);
    let mut outside = funded(|scenario| scenario.sites[0].member = false);
    near(given(&mut outside, 12), 0.0);
}

#[test]
fn the_horizon_is_what_is_left_of_the_round_and_of_the_next_once_told() {
    let mut whole = funded(|_| {});
    let horizon = |place: &mut Place, month| {
        place.act(month, fund);
        place.site().money.horizon
    };
    for (month, left) in [(11, 0.0), (12, 36.0), (30, 18.0), (47, 1.0), (48, 0.0), (49, 0.0)] {
        near(horizon(&mut whole, month), left);
    }
    // Yearly rounds, told three months ahead: 12 to 4 months, then 3 + 12; the last round has no next.
    let mut annual = funded(|scenario| scenario.programme.funding.horizon = Horizon::Rounds(12));
    for (month, left) in [(12, 12.0), (20, 4.0), (21, 15.0), (23, 13.0), (24, 12.0), (36, 12.0), (45, 3.0), (47, 1.0)] {
        near(horizon(&mut annual, month), left);
    }
    // Rounds of 24 months: the second one is but 12 long.
    let mut long = funded(|scenario| scenario.programme.funding.horizon = Horizon::Rounds(24));
    for (month, left) in [(12, 24.0), (32, 4.0), (33, 15.0), (36, 12.0), (47, 1.0)] {
        near(horizon(&mut long, month), left);
    }
}

/// Money over the programme under conditional rounds of that length, with this metric effect in each month.
fn conditional(length: u32, effect: fn(u32) -> f64) -> (Vec<f64>, Place) {
    let mut place = funded(|scenario| {
        let funding = &mut scenario.programme.funding;
        (funding.horizon, funding.conditional, funding.threshold) = (Horizon::Rounds(length), true, 1.0);
    });
    let money = (12..48)
        .map(|month| {
            place.site().standing.metric_effect = effect(month);
            given(&mut place, month)
        })
        .collect();
    (money, place)
}

fn blocks(blocks: &[(usize, f64)]) -> Vec<f64> {
    blocks.iter().flat_map(|&(months, value)| vec![value; months]).collect()
}

#[test]
fn a_conditional_round_is_lost_under_the_threshold_told_with_notice() {
    // Judged at months 21 and 33, three before the rounds at 24 and 36.
    let (money, mut place) = conditional(12, |month| if month < 25 { 0.5 } else { 1.5 });
    assert_eq!(money, blocks(&[(12, 20.0), (12, 0.0), (12, 20.0)]));
    // Felt once: mu = 0.5 x the whole award; e = 0.2 - 0.35 x 0.5 x 0.6.
    near(place.site().actors.enthusiasm[0], 0.2 - 0.105);
    let (money, _) = conditional(12, |month| if month == 21 || month == 33 { 1.0 } else { 0.0 });
    assert_eq!(money, blocks(&[(36, 20.0)]));
}

/// The field at a target of 1, with yearly rounds and conditions from that month, interpretive capacity 0.4 and an award
/// of 0.7 that has been told.
fn conditional_from(month: i32) -> Place {
    let mut place = funded(|scenario| {
        let funding = &mut scenario.programme.funding;
        (funding.horizon, funding.conditional, funding.threshold) = (Horizon::Rounds(12), true, 1.0);
        (funding.conditional_from, funding.award) = (Some(month), 0.7);
    });
    (place.site().money.bid, place.site().money.award) = (20.0, 0.7);
    place.site().standing.metric_effect = 0.9;
    place
}

#[test]
fn conditions_that_come_on_the_way_are_felt_below_the_target() {
    let felt = |mut place: Place, month: u32| {
        place.act(month, fund);
        let site = place.site();
        (site.actors.enthusiasm[2], site.actors.agency[2], site.crisis, site.standing.national_trust)
    };
    let (e, g, c, n) = felt(conditional_from(18), 18);
    // mu = 0.3 x 0.7; e: 0.2 - 0.35 x 0.21 x 0.6; g: 0.5 - 0.25 x 0.21 x 0.6; no crisis; n: 0.5 x (1 - 0.3).
    near(e, 0.2 - 0.35 * 0.21 * 0.6);
    near(g, 0.5 - 0.25 * 0.21 * 0.6);
    assert_eq!(c, 0.0);
    near(n, 0.35);
    // Once only; not where the target is met, without conditions, when no round is to come, and if switched off.
    let nothing = (0.2, 0.5, 0.0, 0.5);
    assert_eq!(felt(conditional_from(18), 17), nothing);
    assert_eq!(felt(conditional_from(18), 19), nothing);
    let mut met = conditional_from(18);
    met.site().standing.metric_effect = 1.0;
    assert_eq!(felt(met, 18), nothing);
    let mut free = conditional_from(18);
    free.plan.scenario.programme.funding.conditional = false;
    assert_eq!(felt(free, 18), nothing);
    assert_eq!(felt(conditional_from(40), 40), nothing);
    let mut off = conditional_from(18);
    off.parameters().rule_change_felt = 0.0;
    assert_eq!(felt(off, 18), nothing);
    // Known at the start, or before it, they are no news: the award alone is felt, mu = 0.5 x 0.3.
    for from in [12, 3] {
        let (e, _, _, n) = felt(conditional_from(from), 12);
        near(e, 0.2 - 0.35 * 0.15 * 0.6);
        assert_eq!(n, 0.5);
    }
}

#[test]
fn rounds_that_are_decided_before_the_rules_are_safe_and_not_threatened() {
    // Decided at 21 and 33, three months before the rounds at 24 and 36.
    for (from, lost) in [(21, vec![24, 36]), (22, vec![36]), (33, vec![36]), (34, vec![])] {
        let mut place = conditional_from(from);
        let unpaid: Vec<u32> = (12..48).filter(|&month| given(&mut place, month) == 0.0).collect();
        let months: Vec<u32> = lost.iter().flat_map(|&first| first..first + 12).collect();
        assert_eq!(unpaid, months, "from {from}");
    }
    for (month, distance) in [(17, 0.0), (18, 0.75), (20, 0.75)] {
        threat(threatened(|scenario| scenario.programme.funding.conditional_from = Some(18)), month, distance);
    }
}

#[test]
fn a_last_round_that_is_shorter_than_the_others_can_be_lost_too() {
    // Rounds of 24 months: the second runs from 36 to 47 and is judged at 33.
    let (money, _) = conditional(24, |_| 0.0);
    assert_eq!(money, blocks(&[(24, 20.0), (12, 0.0)]));
}

#[test]
fn while_a_lost_round_is_ahead_the_horizon_ends_with_this_one() {
    let mut place = funded(|scenario| {
        let funding = &mut scenario.programme.funding;
        (funding.horizon, funding.conditional, funding.threshold) = (Horizon::Rounds(12), true, 1.0);
    });
    for (month, horizon) in [(21, 3.0), (23, 1.0), (24, 0.0), (30, 0.0)] {
        place.act(month, fund);
        near(place.site().money.horizon, horizon);
    }
}

#[test]
fn money_tapers_and_follows_its_profile() {
    let mut taper = funded(|scenario| scenario.programme.funding.taper = 3);
    given(&mut taper, 12);
    // Runs down in the last three months: 3/4, 2/4, 1/4 of 20.
    for (month, money) in [(43, 20.0), (44, 20.0), (45, 15.0), (46, 10.0), (47, 5.0), (48, 0.0)] {
        near(given(&mut taper, month), money);
    }
    // A profile from 1 to 3 over the 36 months has the mean 2: paid 20 x profile / 2.
    let mut profile = funded(|scenario| scenario.programme.funding.profile = line(&[(12, 1.0), (47, 3.0)]));
    for (month, size) in [(12, 1.0), (47, 3.0)] {
        near(given(&mut profile, month), 20.0 * size / 2.0);
    }
}

#[test]
fn delayed_payments_come_together_and_cuts_pass() {
    let mut place = funded(|_| {});
    given(&mut place, 12);
    place.site().money.held.until = 22;
    for (month, money) in [(20, 0.0), (21, 0.0), (22, 60.0), (23, 20.0)] {
        near(given(&mut place, month), money);
    }
    place.site().money.kept = 0.5;
    place.site().money.passing = Passing { value: 0.4, until: 26 };
    // 20 x 0.5 x 0.4, then 20 x 0.5.
    for (month, money) in [(24, 4.0), (25, 4.0), (26, 10.0)] {
        near(given(&mut place, month), money);
    }
}

#[test]
fn the_end_is_felt_when_it_comes_more_so_where_more_was_expected() {
    for (expected, award) in [(0.0, 1.0), (0.4, 1.0), (0.4, 0.7)] {
        let mut place = funded(|scenario| {
            scenario.programme.funding.follow_on_expected = share(expected);
            scenario.programme.funding.award = award;
        });
        for month in 12..48 {
            given(&mut place, month);
        }
        let site = place.site();
        site.actors.enthusiasm[0] = 0.2;
        site.crisis = 0.0;
        near(given(&mut place, 48), 0.0);
        // mu = 0.5 x share lost x (1 + 0.5 x expected).
        let mu = 0.5 * award * (1.0 + 0.5 * expected);
        near(place.site().actors.enthusiasm[0], 0.2 - 0.35 * mu * 0.6);
        near(place.site().crisis, 0.5 * mu * 0.4);
        near(given(&mut place, 49), 0.0);
    }
}

#[test]
fn programme_posts_come_with_the_award_and_go_with_the_money() {
    let mut place = funded(|_| {});
    place.site().actors.programme_funded[2] = true;
    place.site().actors.vacancy[2] = ABSENT;
    let absent = |site: &Site| site.actors.vacancy[2] == ABSENT;
    given(&mut place, 11);
    assert!(absent(place.site()));
    given(&mut place, 12);
    assert!((1..ABSENT).contains(&place.site().actors.vacancy[2]));
    place.site().actors.vacancy[2] = 0;
    given(&mut place, 47);
    assert!(place.site().actors.present(2));
    given(&mut place, 48);
    assert!(absent(place.site()));
    assert!((0..7).filter(|&s| s != 2).all(|s| place.site().actors.present(s)));
}

#[test]
fn plans_are_cut_to_what_the_award_carries_best_value_for_cost_first() {
    let cut = |award: f64, plans: bool| {
        let mut place = Place::new(|scenario| {
            scenario.programme.funding.award = award;
            scenario.programme.funding.cut_plans = plans;
            let plan = |n: usize, cost: f64, value: f64| {
                let mut one = initiative(scenario, 0, Origin::Programme, 12, &[0]);
                one.name = format!("plan {n}");
                (one.attributes.cost, one.attributes.local_value) = (cost, share(value));
                one.core_share = Some(share(0.0));
                one
            };
            // Value for each thousand pounds: 0.02, 0.06, 0.04.
            let planned = vec![plan(0, 30.0, 0.6), plan(1, 10.0, 0.6), plan(2, 20.0, 0.8)];
            scenario.sites[0].initiatives = planned;
        });
        place.site().initiatives.stage.fill(Stage::Ahead);
        place.site().initiatives.core_share.fill(0.0);
        place.act(12, |site, now| {
            run_programme(site, now);
            fund(site, now);
        });
        let list = &place.site().initiatives;
        let begun = [0, 1, 2].map(|i| list.stage[i] != Stage::Ahead);
        (begun, place.site().money.bid)
    };
    // The bid is 60 for all, also for what is then left out; 0.5 of it carries 10 and 20, 0.4 only the 10, and then nothing dearer fits.
    assert_eq!(cut(1.0, true), ([true, true, true], 60.0));
    assert_eq!(cut(0.5, true), ([false, true, true], 60.0));
    assert_eq!(cut(0.4, true), ([false, true, false], 60.0));
    assert_eq!(cut(0.1, true), ([false, false, false], 60.0));
    // By default plans are kept, and share what there is.
    assert_eq!(cut(0.1, false), ([true, true, true], 60.0));
}
