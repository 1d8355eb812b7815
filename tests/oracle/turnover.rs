//! Section 6.8.

use crate::place::{Place, likely, near};
use safsim::processes::turn_over;
use safsim::record::Leaving;
use safsim::world::{Collaboration, NOBODY, PlannedDeparture, Site};

#[test]
fn a_departure_leaves_the_floor_and_an_inherited_part_of_trust() {
    let mut place = Place::with_board(0.5, |_| {});
    place.site().collaboration = Collaboration { now: 0.6, start: 0.4 };
    place.set_trust(2, 3, 0.9);
    place.set_trust(3, 2, 0.2);
    place.set_trust(2, 6, 0.84);
    let p = *place.parameters();
    place.site().depart(2, 3, &p, Leaving::Turnover);
    // Nurse 2 sits on no board: 0.15 is inherited. Inside: 0.6 + 0.15 x (0.9 - 0.6); less than the floor is the floor.
    near(place.trust(2, 3), 0.645);
    near(place.trust(3, 2), 0.6);
    // Across a stranger comes: 0.5 + 0.2 x (0.6 - 0.4) = 0.54, and 0.15 of what was above it, or below.
    near(place.trust(2, 6), 0.54 + 0.15 * 0.3);
    near(place.trust(6, 2), 0.54 - 0.15 * 0.14);
    // Ties of others stay.
    near(place.trust(3, 6), 0.4);
    let a = &place.site().actors;
    assert_eq!((a.vacancy[2], a.left[2], a.present(2)), (3, true, false));
}

#[test]
fn a_board_carries_trust_past_the_person() {
    let mut place = Place::with_board(0.5, |_| {});
    place.set_trust(4, 0, 0.9);
    place.set_trust(1, 0, 0.8);
    let p = *place.parameters();
    place.site().depart(0, 1, &p, Leaving::Turnover);
    // 0.8 x 0.5 = 0.4 is inherited. Across, from 0.5 for a stranger: 0.5 + 0.4 x (0.9 - 0.5), and 0.5 - 0.4 x (0.5 - 0.4).
    near(place.trust(4, 0), 0.66);
    near(place.trust(5, 0), 0.46);
    // Inside: 0.6 + 0.4 x (0.8 - 0.6).
    near(place.trust(1, 0), 0.68);
    // A board that no longer sits carries nothing: 0.6 + 0.15 x 0.2.
    let mut idle = Place::with_board(0.5, |_| {});
    idle.site().sitting = 0;
    idle.set_trust(1, 0, 0.8);
    idle.site().depart(0, 1, &p, Leaving::Turnover);
    near(idle.trust(1, 0), 0.63);
}

#[test]
fn a_vacancy_is_a_month_and_a_geometric_number_more() {
    // Mean 3 more: each month ends it with 1/4, so it stays with (3/4)^n.
    assert_eq!(Site::vacancy(0.0, 3.0), 1);
    assert_eq!(Site::vacancy(0.2499, 3.0), 1);
    assert_eq!(Site::vacancy(0.2501, 3.0), 2);
    // 1 - (3/4)^2 = 0.4375
    assert_eq!(Site::vacancy(0.4374, 3.0), 2);
    assert_eq!(Site::vacancy(0.4376, 3.0), 3);
    assert_eq!(Site::vacancy(0.9, 0.0), 1);
    let mean = (0..100_000).map(|n| f64::from(Site::vacancy((f64::from(n) + 0.5) / 1e5, 3.0))).sum::<f64>() / 1e5;
    assert!((mean - 4.0).abs() < 0.01, "{mean}");
}

#[test]
fn hazards_are_half_as_high_again_for_cynics() {
    let mut place = Place::new(|_| {});
    place.site().actors.hazard[0] = 0.4;
    let gone = |site: &Site| !site.actors.present(0);
    likely(place.share_of(4000, turn_over, gone, 0), 0.4, 4000);
    place.site().actors.enthusiasm[0] = -0.31;
    likely(place.share_of(4000, turn_over, gone, 0), 0.6, 4000);
    place.site().actors.enthusiasm[0] = -0.3;
    likely(place.share_of(4000, turn_over, gone, 0), 0.4, 4000);
    place.site().actors.hazard[0] = 0.0;
    near(place.share_of(200, turn_over, |site| site.actors.in_post().count() < 7, 0), 0.0);
}

#[test]
fn people_on_short_contracts_leave_more_often() {
    let mut place = Place::new(|_| {});
    place.parameters().offers = 0.8;
    place.site().actors.programme_funded[2] = true;
    place.site().money.horizon = 6.0;
    // 0.8 x the mean of e^(-6/(12 x need)).
    let stay_away = [0.105, 0.357, 0.693, 1.204, 2.303].map(|needs| libm::exp(-0.5 / needs)).iter().sum::<f64>() / 5.0;
    let gone = |site: &Site| !site.actors.present(2);
    likely(place.share_of(4000, turn_over, gone, 0), 0.8 * stay_away, 4000);
}

#[test]
fn a_newcomer_comes_when_the_vacancy_is_over_without_tenure_and_reputation() {
    let mut place = Place::new(|_| {});
    let a = &mut place.site().actors;
    (a.vacancy[1], a.tenure[1], a.reputation[1], a.vision[1]) = (2, 90.0, 0.9, 7.0);
    (place.site().standing.permissiveness, place.site().standing.badge) = (0.6, 0.4);
    place.act(20, turn_over);
    assert_eq!(place.site().actors.vacancy[1], 1);
    place.act(21, turn_over);
    let a = &place.site().actors;
    assert!(a.present(1) && a.vision[1] <= 1.0);
    assert_eq!((a.tenure[1], a.reputation[1], a.novice[1]), (0.0, 0.0, 1.0));
    assert_eq!(a.enthusiasm[1], a.disposition[1]);
    // Agency of somebody new: 0.25 + 0.45 x 0.6; headroom that of the role; P that of a manager without a name.
    near(a.agency[1], 0.52);
    near(a.headroom[1], 0.4);
    near(a.position[1], 0.5);
    // Nothing tried yet; what is expected is 0.7 of a half, and being chosen: 0.3 x 0.4 x (0.5 + 0.5).
    assert_eq!((a.acted[1], a.achieved[1]), (false, 0.5));
    near(a.expected[1], 0.35 + 0.12);
    // The post's memberships stay; how the place began is not theirs.
    assert_eq!(a.enrolled[1], 3);
    assert_eq!(a.lived, [true, false, true, true, true, true, true]);
}

#[test]
fn planned_departures_happen_whatever_chance_says() {
    let mut place = Place::new(|_| {});
    place.site().departures = vec![PlannedDeparture { slot: 3, month: 20 }];
    place.act(19, turn_over);
    assert!(place.site().actors.present(3));
    place.act(20, turn_over);
    assert!(!place.site().actors.present(3));
}

#[test]
fn nobody_leaves_an_empty_post() {
    // Every other leaver goes to the programme's other site.
    let mut place = Place::new(|scenario| {
        let twin = safsim::scenario::Site { name: "there".to_owned(), ..scenario.sites[0].clone() };
        scenario.sites.push(twin);
        (scenario.parameters.carry_site, scenario.parameters.programme_sites) = (1.0, 2.0);
    });
    place.site().actors.vacancy[3] = 90;
    for month in 20..60 {
        place.site().departures = vec![PlannedDeparture { slot: 3, month }];
        place.act(month, turn_over);
    }
    assert_eq!(place.site().leaving, []);
    assert_eq!(place.site().actors.vacancy[3], 50);
}

#[test]
fn a_championship_falls_vacant_and_the_best_willing_member_steps_up() {
    let mut place = Place::with_board(0.5, |_| {});
    let p = *place.parameters();
    place.site().initiatives.stage[1] = safsim::world::Stage::Ended;
    place.site().depart(1, 5, &p, Leaving::Turnover);
    assert_eq!((place.site().initiatives.champion[0], place.site().actors.champions[1]), (NOBODY, 0));
    let site = place.site();
    // P x skill x (1+e): nurse 2 is 0.48 x 0.5 x 1.5; manager 5 0.5 x 0.5 x 1.2; nurse 6 and the chiefs would be better,
    // but e = 0.
    (site.actors.enthusiasm[0], site.actors.enthusiasm[4]) = (0.0, 0.0);
    site.actors.enthusiasm[2] = 0.5;
    site.actors.enthusiasm[6] = 0.0;
    (site.actors.position[6], site.actors.vision[6]) = (1.0, 2.0);
    let found = |site: &Site| site.initiatives.champion[0] == 2 && site.actors.champions[2] == 1;
    likely(place.share_of(4000, turn_over, found, 0), 0.08, 4000);
    place.site().actors.enthusiasm.fill(0.0);
    near(place.share_of(200, turn_over, |site| site.initiatives.champion[0] != NOBODY, 0), 0.0);
}
