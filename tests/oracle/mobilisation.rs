//! Section 6.4, second part: enthusiasm, agency, headroom, trust, the norm, reputation, consultation, openings. Each
//! test lets one of the rates act and holds the others at 0.

use crate::place::{Place, likely, near, only};
use safsim::processes::mobilise;
use safsim::scenario::Consultation;
use safsim::world::{Collaboration, Passing, Site, Stage};

fn alone(rates: &[&str]) -> Place {
    Place::new(|scenario| only(&mut scenario.parameters, rates))
}

fn under_policy(place: &mut Place) {
    let standing = &mut place.site().standing;
    (standing.badge, standing.permissiveness, standing.metric_focus) = (0.6, 0.7, 0.5);
    (standing.interpretation, standing.alignment, standing.national_trust) = (0.4, 0.25, 0.8);
}

#[test]
fn at_rest_nothing_moves() {
    let mut place = alone(&[]);
    under_policy(&mut place);
    place.act(20, mobilise);
    let site = place.site();
    assert!(site.actors.enthusiasm.iter().all(|&e| e == 0.2) && site.actors.agency.iter().all(|&g| g == 0.5));
    assert!(site.actors.headroom.iter().all(|&u| u == 0.36) && site.actors.reputation.iter().all(|&r| r == 0.0));
    assert!(site.ties.all_trust().iter().all(|&t| t == 0.6 || t == 0.4));
    assert_eq!((site.collaboration.now, site.consultation, site.initiatives.core_share[0]), (0.4, 0.2, 0.5));
    // A month more in post, and earned position with it: exp(-1/60) of a novice.
    near(site.actors.tenure[0], 1.0);
    near(site.actors.novice[0], libm::exp(-1.0 / 60.0));
    near(site.actors.position[0], 1.0 - 0.2 * (1.0 - 0.35 * (1.0 - libm::exp(-1.0 / 60.0))));
}

#[test]
fn enthusiasm_is_catching() {
    let mut place = alone(&["contagion"]);
    place.site().actors.enthusiasm = vec![0.2, 0.5, 0.1, -0.3, 0.8, 0.0, 0.0];
    place.act(20, mobilise);
    // Chief 0 trusts 1, 2, 3 with 0.6 and 4, 5, 6 with 0.4; they weigh trust x P. 5 and 6 are indifferent.
    let pull = 0.6 * 0.5 * 0.5 + 0.6 * 0.48 * 0.1 + 0.6 * 0.48 * -0.3 + 0.4 * 0.8 * 0.8;
    let weight = 0.6 * 0.5 + 0.6 * 0.48 + 0.6 * 0.48 + 0.4 * 0.8 + 0.4 * 0.5 + 0.4 * 0.48;
    near(place.site().actors.enthusiasm[0], 0.2 + 0.03 * (pull / weight - 0.2));
    // Those who are not in post do not count: without 3, and 4.
    let mut place = alone(&["contagion"]);
    place.site().actors.enthusiasm = vec![0.2, 0.5, 0.1, -0.3, 0.8, 0.0, 0.0];
    (place.site().actors.vacancy[3], place.site().actors.vacancy[4]) = (2, 2);
    place.act(20, mobilise);
    let pull = 0.6 * 0.5 * 0.5 + 0.6 * 0.48 * 0.1;
    let weight = 0.6 * 0.5 + 0.6 * 0.48 + 0.4 * 0.5 + 0.4 * 0.48;
    near(place.site().actors.enthusiasm[0], 0.2 + 0.03 * (pull / weight - 0.2));
    near(place.site().actors.enthusiasm[3], -0.3);
}

#[test]
fn cynicism_hardens_and_goodwill_does_not() {
    let hardened = |e: f64, disposition: f64| {
        let mut place = alone(&["cynicism_hardens"]);
        (place.site().actors.enthusiasm[2], place.site().actors.disposition[2]) = (e, disposition);
        place.act(20, mobilise);
        (place.site().actors.disposition[2], place.site().actors.enthusiasm[2])
    };
    // 0.3 - 0.02 x (0.3 + 0.5); what people feel meanwhile is not moved by it.
    near(hardened(-0.5, 0.3).0, 0.284);
    near(hardened(-0.5, 0.3).1, -0.5);
    // Who is less against it than they are disposed to be, or for it, stays who they are.
    near(hardened(-0.5, -0.8).0, -0.8);
    near(hardened(0.1, 0.3).0, 0.3);
    near(hardened(0.9, -0.4).0, -0.4);
}

#[test]
fn enthusiasm_returns_to_disposition() {
    let mut place = alone(&["disposition_pull"]);
    place.site().actors.disposition[2] = -0.5;
    place.act(20, mobilise);
    // 0.2 - 0.04 x (0.2 + 0.5)
    near(place.site().actors.enthusiasm[2], 0.172);
}

#[test]
fn where_competition_is_the_norm_people_lean_to_their_organisations_interest() {
    let returned = |disposition: f64, k: f64| {
        let mut place = alone(&["disposition_pull", "contest_interest"]);
        place.site().actors.disposition[2] = disposition;
        place.site().collaboration.now = k;
        place.site().own_interest[1] = 0.0;
        place.act(20, mobilise);
        (place.site().actors.enthusiasm[2], place.site().actors.enthusiasm[6])
    };
    // The hospital has 0.8 x 0.5 x (1 - 0.4) = 0.24 at stake, so its nurse returns to -0.24; the practice has none.
    let (hospital, practice) = returned(0.0, 0.4);
    near(hospital, 0.2 - 0.04 * (0.2 + 0.24));
    near(practice, 0.2 - 0.04 * 0.2);
    // Nobody is beyond full cynicism: -0.9 - 0.24 is -1. And there is nothing to lose where all work together.
    near(returned(-0.9, 0.4).0, 0.2 - 0.04 * 1.2);
    near(returned(0.0, 1.0).0, 0.2 - 0.04 * 0.2);
}

#[test]
fn results_encourage_those_who_work_for_them() {
    let mut place = alone(&["results_pull"]);
    place.site().initiatives.performance = vec![0.3, 0.1];
    place.act(20, mobilise);
    // Nurse 2 works on both: mean 0.2; nurse 6 on alpha alone; chief 0 sponsors both.
    near(place.site().actors.enthusiasm[2], 0.2 + 0.05 * (0.2 - 0.15));
    near(place.site().actors.enthusiasm[6], 0.2 + 0.05 * (0.3 - 0.15));
    near(place.site().actors.enthusiasm[0], 0.2 + 0.05 * (0.2 - 0.15));
    // Once alpha has ended nurse 6 works on nothing.
    let mut place = alone(&["results_pull"]);
    place.site().initiatives.stage[0] = Stage::Ended;
    place.act(20, mobilise);
    near(place.site().actors.enthusiasm[6], 0.2);
}

#[test]
fn poor_results_discourage_less_where_only_good_news_is_told() {
    let mut place = alone(&["results_pull"]);
    place.site().initiatives.performance = vec![0.3, 0.0];
    place.site().standing.good_news = 0.4;
    place.act(20, mobilise);
    // On both: 0.15 is typical; on alpha alone: 0.15 better, and told in full.
    near(place.site().actors.enthusiasm[2], 0.2);
    near(place.site().actors.enthusiasm[6], 0.2 + 0.05 * 0.15);
    let mut place = alone(&["results_pull"]);
    place.site().initiatives.performance = vec![0.05, 0.01];
    place.site().standing.good_news = 0.4;
    place.act(20, mobilise);
    // Worse by 0.12 on both and 0.1 on alpha: two fifths are not told.
    near(place.site().actors.enthusiasm[2], 0.2 - 0.05 * 0.12 * 0.6);
    near(place.site().actors.enthusiasm[6], 0.2 - 0.05 * 0.1 * 0.6);
}

#[test]
fn spirits_rise_with_more_autonomy_than_was_expected_and_fall_twice_as_much_with_less() {
    let moved = |expected: f64, member: bool| {
        let mut place = alone(&["spirits"]);
        under_policy(&mut place);
        place.site().member = member;
        place.site().actors.expected.fill(expected);
        place.act(20, mobilise);
        (place.site().actors.enthusiasm[0], place.site().actors.expected[0])
    };
    // Chosen: 0.6 x (0.5 + 0.8) = 0.78. So a = 0.7 x 0.5 + 0.3 x 0.78 = 0.584, and people get used to it by 0.08 of the way.
    let (e, expected) = moved(0.4, true);
    near(e, 0.2 + 0.12 * 0.184);
    near(expected, 0.4 + 0.08 * 0.184);
    // Less than expected counts twice, but for what is made sense of: 2 x (1 - 0.4).
    let (e, expected) = moved(0.8, true);
    near(e, 0.2 - 0.12 * 2.0 * 0.6 * 0.216);
    near(expected, 0.8 - 0.08 * 0.216);
    near(moved(0.584, true).0, 0.2);
    // Nobody is chosen outside: a = 0.35.
    near(moved(0.25, false).0, 0.2 + 0.12 * 0.1);
    // A badge and a nation trusted beyond all measure count as 1.
    let mut place = alone(&["spirits"]);
    under_policy(&mut place);
    (place.site().standing.badge, place.site().standing.national_trust) = (1.0, 1.0);
    place.act(20, mobilise);
    near(place.site().actors.enthusiasm[0], 0.2 + 0.12 * 0.3);
}

#[test]
fn what_one_achieves_is_the_share_of_ones_acts_that_come_to_something() {
    // m 0.5, p 0.7: an adaptation of alpha passes by 1 - 0.5 x 0.3 x 0.4 = 0.94, of beta by 1 - 0.5 x 0.3 x 0.8 = 0.88.
    let mut place = alone(&["agency_rate"]);
    under_policy(&mut place);
    place.act(20, mobilise);
    near(place.site().actors.achieved[2], 0.5 + 0.15 * (0.91 - 0.5));
    near(place.site().actors.achieved[6], 0.5 + 0.15 * (0.94 - 0.5));
    // Attempts count as well: two contacts each, all of which succeed, or none.
    for (intercept, took) in [(50.0, 2.0), (-50.0, 0.0)] {
        let mut place = alone(&["agency_rate"]);
        under_policy(&mut place);
        place.parameters().mobilise = 1e6;
        place.parameters().persuade_intercept = intercept;
        place.act(20, mobilise);
        near(place.site().actors.achieved[2], 0.5 + 0.15 * ((took + 1.82) / 4.0 - 0.5));
    }
    // Who does nothing learns nothing.
    let mut idle = alone(&["agency_rate"]);
    idle.site().initiatives.stage[0] = Stage::Ended;
    idle.act(20, mobilise);
    near(idle.site().actors.achieved[6], 0.5);
}

#[test]
fn the_first_acts_set_what_is_expected() {
    let mut place = alone(&["agency_rate", "spirits"]);
    under_policy(&mut place);
    place.site().standing.badge = 0.0;
    place.site().actors.acted[2] = false;
    place.act(20, mobilise);
    let a = &place.site().actors;
    // From half to 0.91 at once, and 0.7 of that more is expected: no news, so no spirits.
    near(a.achieved[2], 0.91);
    near(a.expected[2], 0.7 * 0.91);
    near(a.enthusiasm[2], 0.2);
    assert!(a.acted[2]);
}

#[test]
fn agency_moves_to_what_policy_and_nerve_allow() {
    let mut place = alone(&["agency_rate"]);
    under_policy(&mut place);
    place.site().actors.risk_taking[6] = 1.0;
    place.act(20, mobilise);
    // 0.25 + 0.45 x 0.7 + 0.1 x 0.5, whatever the metric sees; 0.1 x 0.5 more with twice the nerve.
    let able = 0.25 + 0.315 + 0.05;
    near(place.site().actors.agency[2], 0.5 + 0.15 * (able - 0.5));
    near(place.site().actors.agency[6], 0.5 + 0.15 * (able + 0.05 - 0.5));
}

#[test]
fn backfill_buys_time_load_and_surges_spend_it() {
    let mut place = alone(&["headroom_rate"]);
    place.site().initiatives.granted = vec![0.4, 0.2];
    place.act(20, mobilise);
    // Role 0.4 + 0.3 x (0.4 + 0.2)/2 for those on both; + 0.3 x 0.4 on alpha alone.
    near(place.site().actors.headroom[1], 0.36 + 0.3 * (0.49 - 0.36));
    near(place.site().actors.headroom[6], 0.36 + 0.3 * (0.52 - 0.36));
    let mut idle = alone(&["headroom_rate"]);
    idle.site().initiatives.stage[0] = Stage::Ended;
    idle.act(20, mobilise);
    near(idle.site().actors.headroom[6], 0.36 + 0.3 * (0.4 - 0.36));
    let mut loaded = alone(&["headroom_rate"]);
    loaded.site().initiatives.granted = vec![0.0, 0.0];
    for attributes in &mut loaded.site().initiatives.attributes {
        attributes.complexity = crate::field::share(0.9);
    }
    loaded.site().standing.surge = Passing { value: 0.5, until: 21 };
    loaded.act(20, mobilise);
    // Complexity 1.8 is 0.3 beyond what is usual: (0.4 - 0.02 x 0.3) x (1 - 0.5 x 0.5).
    near(loaded.site().actors.headroom[1], 0.36 + 0.3 * ((0.4 - 0.006) * 0.75 - 0.36));
}

#[test]
fn joint_work_builds_trust_by_the_best_of_what_is_shared() {
    let mut place = alone(&["joint_work"]);
    place.site().initiatives.scale = vec![0.15, 0.6];
    place.site().initiatives.performance = vec![0.3, 0.1];
    place.site().actors.enthusiasm[5] = 0.6;
    place.site().actors.enthusiasm[0] = 0.9;
    place.act(20, mobilise);
    // Manager 1 and manager 5 share alpha: 0.035 (1-0.4)(0.5 + 0.5 x 0.3)(0.15/0.3)(1 + (0.2+0.6)/2).
    near(place.trust(1, 5), 0.4 + 0.035 * 0.6 * 0.65 * 0.5 * 1.4);
    near(place.trust(5, 1), 0.4 + 0.035 * 0.6 * 0.65 * 0.5 * 1.4);
    // Nurses 2 and 3 share beta too, which brings more: 0.035 (1-0.6)(0.5 + 0.5 x 0.1) x 1 x (1 + 0.2).
    near(place.trust(2, 3), 0.6 + 0.035 * 0.4 * 0.55 * 1.2);
    // Chiefs share alpha as its sponsors: 1 + (0.9+0.2)/2.
    near(place.trust(0, 4), 0.4 + 0.035 * 0.6 * 0.65 * 0.5 * 1.55);
    // Once alpha has ended nothing is shared across.
    let mut place = alone(&["joint_work"]);
    place.site().initiatives.stage[0] = Stage::Ended;
    place.act(20, mobilise);
    near(place.trust(0, 4), 0.4);
    near(place.trust(5, 6), 0.6);
}

#[test]
fn joint_work_needs_the_time_of_both() {
    // Half of it depends on their mean headroom over 0.31, counted up to twice that.
    for ((one, other, time), alpha) in [(0.31, 0.31, 1.0), (0.1, 0.21, 0.75), (0.0, 0.0, 0.5), (1.0, 0.9, 1.5)]
        .into_iter()
        .flat_map(|case| [(case, Stage::Operating), (case, Stage::Ended)])
    {
        let mut place = Place::with_board(0.5, |scenario| {
            only(&mut scenario.parameters, &["joint_work", "joint_work_time"]);
        });
        let headroom = &mut place.site().actors.headroom;
        (headroom[1], headroom[5]) = (one, other);
        place.site().initiatives.stage[0] = alpha;
        place.act(20, mobilise);
        // Managers 1 and 5 share alpha, at full scale for joint work and performance 0.3; or else a board alone.
        let gain = if alpha == Stage::Operating { 0.65 } else { 0.5 * 0.75 };
        near(place.trust(1, 5), 0.4 + time * 0.035 * 0.6 * gain * 1.2);
        near(place.trust(5, 1), 0.4 + time * 0.035 * 0.6 * gain * 1.2);
    }
}

#[test]
fn nobody_works_with_an_empty_chair() {
    let mut place = alone(&["joint_work"]);
    place.site().actors.vacancy[5] = 3;
    place.act(20, mobilise);
    near(place.trust(1, 5), 0.4);
    near(place.trust(5, 1), 0.4);
}

#[test]
fn a_board_alone_builds_half_of_that() {
    let mut place = Place::with_board(0.5, |scenario| only(&mut scenario.parameters, &["joint_work"]));
    place.site().actors.enthusiasm[4] = 0.6;
    place.site().initiatives.stage[0] = Stage::Ended;
    place.act(20, mobilise);
    // 0.5 x 0.035 (1-0.4)(0.5 + 0.5 x 0.5)(1 + (0.2+0.6)/2)
    near(place.trust(0, 4), 0.4 + 0.5 * 0.035 * 0.6 * 0.75 * 1.4);
    // With alpha (x 0.5, performance 0.3) they share what brings more than the board.
    let mut place = Place::with_board(0.5, |scenario| only(&mut scenario.parameters, &["joint_work"]));
    place.act(20, mobilise);
    near(place.trust(1, 5), 0.4 + 0.035 * 0.6 * 0.65 * 1.2);
}

#[test]
fn every_tie_returns_to_its_floor() {
    let mut place = Place::with_board(0.5, |scenario| only(&mut scenario.parameters, &["trust_return"]));
    place.site().collaboration = Collaboration { now: 0.6, start: 0.4 };
    place.set_trust(0, 1, 0.9);
    (place.site().actors.lived[4], place.site().actors.lived[5]) = (false, false);
    place.act(20, mobilise);
    // Inside: 0.9 + 0.012 x (0.6 - 0.9).
    near(place.trust(0, 1), 0.9 - 0.0036);
    near(place.trust(2, 3), 0.6);
    // Across, between people who lived how the place began: floor 0.4 + 0.2 x (0.6 - 0.4).
    near(place.trust(3, 6), 0.4 + 0.012 * (0.44 - 0.4));
    // Where one of them came later it is 0.5 + 0.2 x (0.6 - 0.4), on a board or not; inside it makes no difference.
    near(place.trust(0, 4), 0.4 + 0.012 * (0.54 - 0.4));
    near(place.trust(4, 0), 0.4 + 0.012 * (0.54 - 0.4));
    near(place.trust(3, 4), 0.4 + 0.012 * (0.54 - 0.4));
    near(place.trust(4, 5), 0.6);
}

#[test]
fn the_norm_follows_trust_and_competition_law_erodes_it() {
    let mut place = alone(&["norm_rate", "norm_law"]);
    place.site().collaboration.now = 0.7;
    place.site().standing.legislation = 0.5;
    place.site().standing.badge = 0.6;
    place.act(20, mobilise);
    // 0.7 + 0.02 (0.4 - 0.7) - 0.01 x 0.5 x (1 - 0.6)
    near(place.site().collaboration.now, 0.7 - 0.006 - 0.002);
}

#[test]
fn reputation_follows_results() {
    let mut place = alone(&["reputation_rate"]);
    place.site().initiatives.performance = vec![0.3, 0.8];
    place.site().actors.reputation = vec![0.5; 7];
    place.act(20, mobilise);
    // On both: min(1, 2 x 0.55) = 1; on alpha alone 2 x 0.3.
    near(place.site().actors.reputation[2], 0.5 + 0.02 * 0.5);
    near(place.site().actors.reputation[6], 0.5 + 0.02 * 0.1);
}

#[test]
fn engagement_raises_the_standing_of_consultation() {
    let mut place = alone(&["consultation_gain", "consultation_fade"]);
    place.site().actors.engagement[5] = true;
    place.act(20, mobilise);
    // P of manager 5 after a month more in post.
    let p = 1.0 - 0.5 * (1.0 - 0.35 * (1.0 - libm::exp(-1.0 / 60.0)));
    // 0.2 + 0.05 x P x 0.5 x (1 - 0.2) - 0.03 x 0.2
    near(place.site().consultation, 0.2 + 0.05 * p * 0.5 * 0.8 - 0.006);
    let mut silent = alone(&["consultation_gain", "consultation_fade"]);
    silent.act(20, mobilise);
    near(silent.site().consultation, 0.194);
}

#[test]
fn one_way_consultation_costs_trust_instead_of_winning_it() {
    // The chief takes part in beta, the second initiative, so that nurse 2 and manager 1 would work with the chief.
    let mut place = Place::new(|scenario| {
        only(&mut scenario.parameters, &["one_way_distrust", "joint_work"]);
        scenario.sites[0].initiatives[1].champion = Some(safsim::quantity::RoleId(0));
    });
    place.site().mode = Consultation::OneWay;
    place.act(20, mobilise);
    near(place.trust(2, 0), 0.6 * 0.99);
    // The chief's own trust in the nurse, and the manager's in the chief, grow: 0.035 (1-0.6)(0.65)(1.2).
    near(place.trust(0, 2), 0.6 + 0.035 * 0.4 * 0.65 * 1.2);
    near(place.trust(1, 0), 0.6 + 0.035 * 0.4 * 0.65 * 1.2);
    let mut heard = alone(&["one_way_distrust"]);
    heard.act(20, mobilise);
    near(heard.trust(2, 0), 0.6);
}

#[test]
fn members_trust_across_is_what_co_ordination_draws_on() {
    let mut place = alone(&[]);
    place.set_trust(1, 5, 0.8);
    place.act(20, mobilise);
    // Four with three: twenty-four ties, twenty-three of 0.4; beta stays within the hospital, where trust is 0.6.
    near(place.site().initiatives.trust[0], (23.0 * 0.4 + 0.8) / 24.0);
    near(place.site().initiatives.trust[1], 0.6);
    near(place.site().trust_means.across, (23.0 * 0.4 + 0.8) / 24.0);
}

#[test]
fn an_opening_is_seized_by_the_alert_for_what_lacks_most() {
    let mut place = alone(&[]);
    place.parameters().opportunity = 1.0;
    place.site().initiatives.core_share = vec![0.5, 0.2];
    let won = |i: usize| move |site: &Site| site.initiatives.core_share[i] != [0.5, 0.2][i];
    let n = 4000;
    // Found by anybody alike; four know of both, and beta lacks more; three of alpha; seized by 0.5 x 0.5.
    likely(place.share_of(n, mobilise, won(1), 0), 4.0 / 7.0 * 0.25, n);
    likely(place.share_of(n, mobilise, won(0), 0), 3.0 / 7.0 * 0.25, n);
    place.parameters().opportunity = 0.4;
    likely(place.share_of(n, mobilise, won(1), 0), 0.4 * 4.0 / 7.0 * 0.25, n);
    place.site().actors.seizing.fill(1.0);
    place.site().actors.agency.fill(1.0);
    // Partners pay where collaboration is the norm: 0.4 x (1 + k - 0.5).
    for k in [0.9, 0.4, 0.0] {
        place.site().collaboration.now = k;
        likely(place.share_of(n, mobilise, won(1), 0), 0.4 * (0.5 + k) * 4.0 / 7.0, n);
    }
    place.site().collaboration.now = 0.5;
    place.parameters().opportunity = 1.0;
    let month = (0..200)
        .find(|&month| {
            let mut again = place.site().clone();
            mobilise(&mut again, &safsim::processes::Now { plan: &place.plan, nation: &place.world.nation, month });
            won(1)(&again)
        })
        .expect("beta is found in one of two hundred months");
    place.act(month, mobilise);
    // 0.2 + 0.2 x (1 - 0.2)
    near(place.site().initiatives.core_share[1], 0.36);
}
