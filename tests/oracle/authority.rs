//! Section 6.3, and interpretive capacity and crisis from 6.1.

use crate::field::share;
use crate::place::{Place, near};
use safsim::processes::draw_authority;
use safsim::world::{Passing, Stage};

fn prepared() -> Place {
    let mut place = Place::new(|scenario| scenario.programme.mandate = share(0.1));
    let site = place.site();
    site.standing.badge = 0.6;
    site.standing.metric_focus = 0.5;
    site.standing.legislation = 0.3;
    site.consultation = 0.4;
    site.crisis = 0.2;
    (site.money.bid, site.money.given) = (20.0, 14.0);
    site.initiatives.evidence[1] = 0.4;
    place
}

#[test]
fn five_sources_for() {
    let mut place = prepared();
    place.act(20, draw_authority);
    let standing = place.site().standing;
    // Mean alignment (0.6 + 0.2) / 2 = 0.4.
    near(standing.alignment, 0.4);
    // Political: 1 - (1-0.6)(1-0.5 x 0.4)(1-0.1) = 1 - 0.4 x 0.8 x 0.9 = 0.712, times 1 - 0.3 x (1-0.6) = 0.88.
    near(standing.authority[0], 0.712 * 0.88);
    // Economic: 1 - (1 - 0.8 x 14/20)(1 - 0.2) = 1 - 0.44 x 0.8.
    near(standing.authority[1], 0.648);
    // Norms: k.
    near(standing.authority[2], 0.4);
    // Values: 0.8 x (1 - 0.6 x 0.5 x (1 - 0.4)) = 0.8 x 0.82.
    near(standing.authority[3], 0.656);
    // Data: (0.2 + 0.4) / 2.
    near(standing.authority[4], 0.3);
}

#[test]
fn five_sources_against() {
    let mut place = prepared();
    place.act(20, draw_authority);
    let standing = place.site().standing;
    // Political: 0.3 x (1 - 0.6). Economic: deficit 0.4 x (1 - 0.648).
    near(standing.against[0], 0.12);
    near(standing.against[1], 0.1408);
    // Norms: 1 - 0.4, times the own interest 0.5 of whoever listens.
    near(standing.against[2], 0.6);
    near(standing.against_for(0.5)[2], 0.3);
    near(standing.against_for(0.0)[2], 0.0);
    // Values: 0.5 x (1 - 0.4).
    near(standing.against[3], 0.3);
    // Data: beta is 30 months old and alpha 8, so half of them have had their year: 0.5 x (1 - 0.3).
    near(standing.against[4], 0.35);
    assert_eq!(standing.against_for(0.5)[0], standing.against[0]);
    // From its twelfth month on alpha counts as well; and what is not told cannot be held against it.
    for (month, told, data) in [(23, 0.0, 0.35), (24, 0.0, 0.7), (24, 0.4, 0.7 * 0.6)] {
        let mut place = prepared();
        place.site().standing.good_news = told;
        place.act(month, draw_authority);
        near(place.site().standing.against[4], data);
    }
    // A surge of demand adds to the deficit: 0.4 + 0.3 x 0.5.
    let mut surged = prepared();
    surged.site().standing.surge = Passing { value: 0.5, until: 30 };
    surged.act(20, draw_authority);
    near(surged.site().standing.against[1], 0.55 * 0.352);
    // Where nothing is done there is nothing to hold against it but what is lost by joining.
    let mut idle = prepared();
    idle.site().initiatives.stage.fill(Stage::Ended);
    idle.act(40, draw_authority);
    near(idle.site().standing.against[3], 0.0);
    near(idle.site().standing.against[4], 0.0);
}

#[test]
fn outside_the_programme_nothing_is_mandated_and_values_are_less() {
    let mut place = prepared();
    place.act(11, draw_authority);
    let standing = place.site().standing;
    // Political without the mandate: (1 - 0.4 x 0.8) x 0.88; values from 0.6: 0.6 x 0.82.
    near(standing.authority[0], 0.68 * 0.88);
    near(standing.authority[3], 0.492);
}

#[test]
fn interpretive_capacity_is_the_mean_of_the_five_best() {
    let mut place = prepared();
    let site = place.site();
    for slot in 0..7 {
        site.actors.position[slot] = 0.5;
        site.actors.trusted[slot] = 0.8;
        site.actors.framing[slot] = 0.1 * (slot + 1) as f64;
    }
    // The seventh, who would be the best, is not in post: framing 0.6, 0.5, 0.4, 0.3, 0.2 are left.
    site.actors.vacancy[6] = 2;
    place.act(20, draw_authority);
    // 0.5 x 0.8 x (0.6 + 0.5 + 0.4 + 0.3 + 0.2) / 5 = 0.4 x 0.4
    near(place.site().standing.interpretation, 0.16);
    // c = 0.2 + 0.03 x (0.4 x 0.16 - 0.2)
    near(place.site().crisis, 0.2 + 0.03 * (0.064 - 0.2));
}

#[test]
fn trust_in_a_person_is_the_mean_of_what_others_have() {
    let mut place = Place::new(|_| {});
    // Chief 4 is trusted by 5 and 6 of the practice with 0.6 and 0.9, by chief 0 with 0.3 and by 1, 2, 3 with 0.4.
    place.set_trust(6, 4, 0.9);
    place.set_trust(0, 4, 0.3);
    place.site().take_stock_of_trust();
    near(place.site().actors.trusted[4], (0.6 + 0.9 + 0.3 + 3.0 * 0.4) / 6.0);
    // Across: four people with three others: twelve pairs, twenty-four ties of 0.4, one of them now 0.3.
    near(place.site().trust_means.across, (23.0 * 0.4 + 0.3) / 24.0);
}
