//! Section 6.4, first part: who tries, whom they seek, what they draw on, whether it takes.
//!
//! Two chiefs who sit on one board and know each other are alone in the field; only chief 0 has agency. So every
//! attempt is made by 0 on 4.

use crate::place::{Place, likely, logistic, near, only, println_case};
use safsim::processes::mobilise;
use safsim::world::{ABSENT, Site};

const MONTHS: u32 = 12_000;

/// The two chiefs; attempts are certain, and change nothing but the tally.
fn duo() -> Place {
    let mut place = Place::with_board(0.5, |scenario| {
        only(&mut scenario.parameters, &[]);
        scenario.parameters.mobilise = 1e6;
        // A broker of 0.5 then always looks across, where there is but the one.
        scenario.parameters.boundary_seeking = 2.0;
        // Without alpha the chiefs know nobody else across.
        scenario.sites[0].initiatives.remove(0);
    });
    let site = place.site();
    for slot in [1, 2, 3, 5, 6] {
        site.actors.vacancy[slot] = ABSENT;
    }
    site.actors.agency[4] = 0.0;
    site.standing.authority = [0.6; 5];
    place
}

#[test]
fn attempts_depend_on_position_agency_time_and_stance_and_double_for_champions() {
    let mut place = duo();
    place.parameters().mobilise = 1.0;
    let tried = |site: &Site| site.tally.attempts.iter().sum::<u32>() > 0;
    // P g sqrt(u) |e| / 0.3 = 0.8 x 0.5 x 0.6 x 0.2/0.3.
    likely(place.share_of(MONTHS, mobilise, tried, 0), 0.16, MONTHS);
    near(place.share_of(MONTHS, mobilise, spoke_against, 0), 0.0);
    place.site().actors.champions[0] = 1;
    likely(place.share_of(MONTHS, mobilise, tried, 0), 0.32, MONTHS);
    place.site().actors.champions[0] = 0;
    // The keen try more, and the indifferent not at all.
    place.site().actors.enthusiasm[0] = 0.9;
    likely(place.share_of(MONTHS, mobilise, tried, 0), 0.72, MONTHS);
    place.site().actors.enthusiasm[0] = 0.0;
    near(place.share_of(200, mobilise, tried, 0), 0.0);
    near(place.share_of(200, mobilise, spoke_against, 0), 0.0);
    // Somebody without a live initiative or a board does not try, however keen.
    place.site().actors.enthusiasm[0] = 0.9;
    place.site().actors.enrolled[0] = 0;
    place.site().sitting = 0;
    near(place.share_of(200, mobilise, tried, 0), 0.0);
}

fn spoke_against(site: &Site) -> bool {
    site.tally.attempts_against > 0
}

#[test]
fn opponents_need_neither_meetings_nor_a_part_in_it() {
    let mut place = duo();
    place.parameters().mobilise = 1.0;
    place.site().actors.enthusiasm[0] = -0.45;
    // P g x 0.59 x |e| / 0.3 = 0.8 x 0.5 x 0.59 x 1.5, whatever time there is.
    for headroom in [0.36, 0.0, 1.0] {
        place.site().actors.headroom[0] = headroom;
        likely(place.share_of(MONTHS, mobilise, spoke_against, 0), 0.354, MONTHS);
    }
    let tried = |site: &Site| site.tally.attempts.iter().sum::<u32>() > 0;
    near(place.share_of(MONTHS, mobilise, tried, 0), 0.0);
    // Who champions what they do not want argues against it no more than others, and no less for standing outside.
    place.site().actors.champions[0] = 1;
    likely(place.share_of(MONTHS, mobilise, spoke_against, 0), 0.354, MONTHS);
    place.site().actors.champions[0] = 0;
    place.site().actors.enrolled[0] = 0;
    place.site().sitting = 0;
    likely(place.share_of(MONTHS, mobilise, spoke_against, 0), 0.354, MONTHS);
    // Nobody speaks from an empty post.
    place.site().actors.vacancy[0] = 2;
    near(place.share_of(200, mobilise, spoke_against, 0), 0.0);
}

#[test]
fn a_success_against_costs_enthusiasm_twice_as_fast_and_wins_trust() {
    // One contact, or four: each leaves 1 - 2 x 0.10 of what there is above full cynicism, from 1 + 0.2.
    for (vision, left, distrust) in [(0.0, 0.8, 0.95), (1.0, 0.8 * 0.8 * 0.8 * 0.8, 0.95 * 0.95 * 0.95 * 0.95)] {
        let mut place = against();
        let p = place.parameters();
        p.persuade_intercept = 20.0;
        (p.persuasion_gain, p.persuasion_trust) = (0.10, 0.05);
        place.site().actors.vision[0] = vision;
        place.act(20, mobilise);
        near(place.site().actors.enthusiasm[4], 1.2 * left - 1.0);
        near(place.trust(4, 0), 1.0 - 0.6 * distrust);
        near(place.site().actors.enthusiasm[0], -0.3);
        let tally = place.site().tally;
        assert_eq!((tally.successes, tally.successes_against), (0, tally.attempts_against));
    }
    // No word takes more than all: 3 x 0.5 is 1.
    let mut place = against();
    let p = place.parameters();
    (p.persuade_intercept, p.persuasion_gain, p.loss_weight) = (20.0, 0.5, 3.0);
    place.act(20, mobilise);
    near(place.site().actors.enthusiasm[4], -1.0);
    // A failure costs only trust.
    let mut place = against();
    let p = place.parameters();
    (p.persuade_intercept, p.persuasion_gain, p.refusal_trust) = (-20.0, 0.10, 0.01);
    place.site().actors.vision[0] = 0.0;
    place.act(20, mobilise);
    near(place.site().actors.enthusiasm[4], 0.2);
    near(place.trust(4, 0), 0.396);
}

#[test]
fn attempts_are_acts_that_come_to_something_or_not() {
    for (intercept, share) in [(20.0, 1.0), (-20.0, 0.5)] {
        let mut place = duo();
        place.parameters().persuade_intercept = intercept;
        let site = place.site();
        site.actors.vision[0] = 0.0;
        (site.standing.metric_focus, site.actors.acted[0], site.actors.acted[4]) = (0.0, false, false);
        place.act(20, mobilise);
        // One attempt, and one adaptation of beta that nothing stands in the way of; the other chief has neither.
        near(place.site().actors.achieved[0], share);
        near(place.site().actors.achieved[4], 0.5);
    }
}

/// The two chiefs, of whom the one who speaks is against it.
fn against() -> Place {
    let mut place = duo();
    place.site().actors.enthusiasm[0] = -0.3;
    place
}

#[test]
fn a_word_against_draws_on_what_can_be_said_against() {
    // A perfect framer always finds the norm, where there is nothing else: 1 x own interest of the listener x 0.5, framed
    // by 0.5 + 1. The case for does not help.
    for (interest, effect) in [(0.5, 0.25 * 1.5 - 0.42), (1.0, 0.5 * 1.5 - 0.42)] {
        let mut place = against();
        let site = place.site();
        (site.standing.authority, site.standing.against) = ([0.9; 5], [0.0, 0.0, 1.0, 0.0, 0.0]);
        (site.own_interest[0], site.own_interest[1]) = (0.1, interest);
        site.actors.framing[0] = 1.0;
        let (mut successes, mut attempts) = (0, 0);
        for month in 0..MONTHS {
            let mut site = place.world.sites[0].clone();
            let now = safsim::processes::Now { plan: &place.plan, nation: &place.world.nation, month };
            mobilise(&mut site, &now);
            successes += site.tally.successes_against;
            attempts += site.tally.attempts_against;
        }
        // The level of the logit (see there) with its resonance.
        let level = -0.2 - 2.5 * 0.27 + 0.11 - 0.35 + 0.008;
        likely(f64::from(successes) / f64::from(attempts), logistic(level + 2.0 * effect), attempts);
    }
}

#[test]
fn vision_brings_contacts() {
    for (vision, contacts) in [(0.0, 1), (0.3, 1), (0.34, 2), (0.7, 3), (1.0, 4)] {
        let mut place = duo();
        place.site().actors.vision[0] = vision;
        place.act(20, mobilise);
        assert_eq!(place.site().tally.attempts.iter().sum::<u32>(), contacts, "vision {vision}");
    }
}

#[test]
fn a_success_wins_enthusiasm_and_trust_and_several_add_up_with_less_each() {
    for vision in [0.0, 1.0] {
        let mut place = duo();
        let p = place.parameters();
        p.persuade_intercept = 20.0;
        (p.persuasion_gain, p.persuasion_trust) = (0.10, 0.05);
        place.site().actors.vision[0] = vision;
        place.act(20, mobilise);
        // Four successes count 1 - 0.9^4 of what is missing; trust of the listener in the speaker takes 5 % four times.
        let (lacking, distrust) =
            if vision == 0.0 { (0.9, 0.95) } else { (0.9 * 0.9 * 0.9 * 0.9, 0.95 * 0.95 * 0.95 * 0.95) };
        near(place.site().actors.enthusiasm[4], 1.0 - 0.8 * lacking);
        near(place.trust(4, 0), 1.0 - 0.6 * distrust);
        near(place.trust(0, 4), 0.4);
        near(place.site().actors.enthusiasm[0], 0.2);
    }
}

#[test]
fn a_failure_costs_trust() {
    let mut place = duo();
    let p = place.parameters();
    (p.persuade_intercept, p.refusal_trust) = (-20.0, 0.01);
    place.site().actors.vision[0] = 0.0;
    place.act(20, mobilise);
    // 0.4 x 0.99.
    near(place.site().actors.enthusiasm[4], 0.2);
    near(place.trust(4, 0), 0.396);
}

/// Successes among attempts, and the number of attempts.
fn success(place: &Place) -> (f64, u32) {
    let (mut successes, mut attempts) = (0, 0);
    for month in 0..MONTHS {
        let mut site = place.world.sites[0].clone();
        let now = safsim::processes::Now { plan: &place.plan, nation: &place.world.nation, month };
        mobilise(&mut site, &now);
        successes += site.tally.successes;
        attempts += site.tally.attempts.iter().sum::<u32>();
    }
    (f64::from(successes) / f64::from(attempts), attempts)
}

/// A name, a change to the place, and what it adds to the logit.
type Case = (&'static str, fn(&mut Place), f64);

#[test]
fn the_logit_of_persuasion_has_these_terms() {
    // Centred on 0.67 trust, 0.69 leveraged position, 0.42 framed resonance, 0.35 peers, 0.49 vision:
    // -0.2 + 2.5 (0.4 - 0.67) + (0.8 x (0.5 + 0.5) - 0.69) + 2 (0.6 x 0.5 x (0.5 + 0.5) - 0.42) - 0.35 + 0.8 (0.5 -
    // 0.49).
    let level = -0.2 - 2.5 * 0.27 + 0.11 - 2.0 * 0.12 - 0.35 + 0.008;
    let cases: [Case; 10] = [
        ("level", |_| {}, 0.0),
        ("trust", |place| place.set_trust(4, 0, 0.9), 2.5 * 0.5),
        ("trust the other way", |place| place.set_trust(0, 4, 0.9), 0.0),
        // 0.8 x (0.5 + 1.0) instead of 0.8.
        ("leveraging", |place| place.site().actors.leveraging[0] = 1.0, 0.4),
        ("resonance", |place| place.site().actors.receptivity[4] = [1.0; 5], 2.0 * 0.3),
        ("framing", |place| place.site().actors.framing[0] = 1.0, 2.0 * (0.3 * 1.5 - 0.3)),
        ("peers", |place| (place.site().actors.clinical[0], place.site().actors.clinical[4]) = (true, true), 1.0),
        ("one clinician", |place| place.site().actors.clinical[0] = true, 0.0),
        ("vision", |place| place.site().actors.vision[0] = 1.0, 0.8 * 0.5),
        ("a cynic", |place| place.site().actors.enthusiasm[4] = -0.8, 0.0),
    ];
    for (name, change, effect) in cases {
        let mut place = duo();
        change(&mut place);
        let (share, attempts) = success(&place);
        println_case(name);
        likely(share, logistic(level + effect), attempts);
    }
    // What can be said against does not weaken what is said for.
    let mut place = duo();
    place.site().standing.against = [1.0; 5];
    let (share, attempts) = success(&place);
    likely(share, logistic(level), attempts);
}

#[test]
fn a_contact_needs_the_listeners_time() {
    let level = -0.2 - 2.5 * 0.27 + 0.11 - 2.0 * 0.12 - 0.35 + 0.008;
    // The root of what time the listener has, centred on 0.59; the speaker's own decides whether there is an attempt.
    for (headroom, effect) in [(0.36, 0.01), (0.0, -0.59), (1.0, 0.41)] {
        let mut place = duo();
        place.parameters().persuade_time = 4.0;
        place.site().actors.headroom[4] = headroom;
        let (share, attempts) = success(&place);
        likely(share, logistic(level + 4.0 * effect), attempts);
    }
}

#[test]
fn framers_pick_the_source_that_resonates() {
    let mut place = duo();
    place.site().standing.authority = [0.9, 0.5, 0.1, 0.3, 0.7];
    place.site().actors.receptivity[4] = [1.0, 0.8, 1.0, 1.0, 0.5];
    // authority x receptivity 0.9, 0.4, 0.1, 0.3, 0.35; temperature 0.02 + 0.5 (1 - 0.5) = 0.27.
    let weights = [0.9, 0.4, 0.1, 0.3, 0.35].map(|r| libm::exp(r / 0.27));
    let total: f64 = weights.iter().sum();
    let picks = |place: &Place| {
        let mut sum = [0_u32; 5];
        for month in 0..MONTHS {
            let mut site = place.world.sites[0].clone();
            let now = safsim::processes::Now { plan: &place.plan, nation: &place.world.nation, month };
            mobilise(&mut site, &now);
            for (sum, attempts) in sum.iter_mut().zip(site.tally.attempts) {
                *sum += attempts;
            }
        }
        sum
    };
    let sum = picks(&place);
    let attempts: u32 = sum.iter().sum();
    for (count, weight) in sum.into_iter().zip(weights) {
        likely(f64::from(count) / f64::from(attempts), weight / total, attempts);
    }
    // A perfect framer at temperature 0.02: exp(-0.5/0.02) is no chance at all.
    place.site().actors.framing[0] = 1.0;
    let sum = picks(&place);
    assert!(sum[0] > 0 && sum[1..] == [0, 0, 0, 0]);
}

/// Where the contacts of manager 1, the only one who tries, go: shares of people in the practice.
fn in_practice(champion: bool, brokering: f64) -> (f64, u32) {
    let mut place = Place::new(|scenario| {
        only(&mut scenario.parameters, &[]);
        scenario.parameters.mobilise = 1e6;
        scenario.parameters.persuade_intercept = 20.0;
    });
    let site = place.site();
    site.actors.agency.fill(0.0);
    site.actors.agency[1] = 1.0;
    site.actors.brokering[1] = brokering;
    if !champion {
        site.actors.champions[1] = 0;
    }
    let (mut there, mut all) = (0, 0);
    for month in 0..MONTHS {
        let mut site = place.world.sites[0].clone();
        let now = safsim::processes::Now { plan: &place.plan, nation: &place.world.nation, month };
        mobilise(&mut site, &now);
        there += u32::from(site.room.won[4] + site.room.won[5] + site.room.won[6]);
        all += site.tally.successes;
    }
    (f64::from(there) / f64::from(all), all)
}

#[test]
fn brokers_look_across_and_champions_within_their_initiatives() {
    // Across with probability 0.5 x 0.8.
    let (across, contacts) = in_practice(false, 0.8);
    likely(across, 0.4, contacts);
    let (across, contacts) = in_practice(false, 0.0);
    likely(across, 0.0, contacts);
    // Half of a champion's contacts among the six others of alpha, the other half inside: 0.5 x 3/6.
    let (across, contacts) = in_practice(true, 0.0);
    likely(across, 0.25, contacts);
}
