//! Section 6.4, third part: organisations commit to what they take part in, and withdraw; boards ratify.
//!
//! Chief 0 speaks for the hospital and chief 4 for the practice; both have P 0.8 and e 0.2 until a test says otherwise.

use crate::field::share;
use crate::place::{Place, logistic, near, only};
use safsim::processes::mobilise;
use safsim::quantity::KindId;
use safsim::scenario::{Coordination, Methods, RollOut};
use safsim::world::{NOBODY, Partner};

/// The wish of a sponsor for whom 0.6 x 0.5 can be said and 0.4 x 0.5 x 0.5 against: -0.2 + 3 x 0.2 x 0.8 + 2 x (0.3 - 0.1).
fn wished() -> f64 {
    logistic(0.68)
}

/// What it makes of a commitment of 0.6 in a month: a tenth of the way.
fn followed() -> f64 {
    0.6 + 0.1 * (wished() - 0.6)
}

fn quiet(formality: Option<f64>) -> Place {
    let edit = |scenario: &mut safsim::scenario::Scenario| {
        only(&mut scenario.parameters, &["commit_rate"]);
        // Position stays what it is.
        scenario.parameters.earned_tenure = 0.0;
    };
    let mut place = match formality {
        Some(formality) => Place::with_board(formality, edit),
        None => Place::new(edit),
    };
    let standing = &mut place.site().standing;
    standing.authority = [0.6, 0.1, 0.4, 0.2, 0.5];
    // Norms count by the own interest of 0.5.
    standing.against = [0.1, 0.15, 0.4, 0.2, 0.0];
    place
}

/// The hospital and the practice in alpha.
fn partners(place: &mut Place) -> [Partner; 2] {
    place.site().initiatives.partners(0).try_into().expect("two organisations")
}

#[test]
fn commitment_follows_the_sponsors_wish() {
    let mut place = quiet(None);
    let site = place.site();
    // The practice's is against it: -0.2 - 3 x 0.5 x 0.8 + 2 x (0.3 - 0.1).
    site.actors.enthusiasm[4] = -0.5;
    place.act(20, mobilise);
    let practice = 0.6 + 0.1 * (logistic(-1.0) - 0.6);
    let [one, other] = partners(&mut place);
    near(one.commitment, followed());
    near(other.commitment, practice);
    // Together: the root of both; beta is the hospital's alone.
    near(place.site().initiatives.commitment[0], (followed() * practice).sqrt());
    near(place.site().initiatives.commitment[1], followed());
    near(place.site().initiatives.relative_commitment(1), followed() / 0.68);
    // Nothing is ratified without a board.
    near(one.ratified, 0.0);
}

#[test]
fn the_wish_weighs_stance_by_position_and_the_two_cases_by_what_the_sponsor_hears() {
    type Case = (fn(&mut Place), f64);
    let cases: [Case; 5] = [
        (|place| place.site().actors.enthusiasm[0] = 0.0, 0.2),
        // P = 0.4: -0.2 + 3 x 0.2 x 0.4 + 0.4.
        (|place| place.site().actors.hierarchical[0] = 0.4, 0.44),
        // Deaf to all but data, of which 0.5 x 0.8 speaks for it and nothing against: -0.2 + 0.48 + 2 x 0.4.
        (|place| place.site().actors.receptivity[0] = [0.0, 0.0, 0.0, 0.0, 0.8], 1.08),
        // Own interest 1: 0.4 x 0.5 can be said against: 0.28 + 2 x (0.3 - 0.2).
        (|place| place.site().own_interest[0] = 1.0, 0.48),
        (|place| place.site().own_interest[1] = 1.0, 0.68),
    ];
    for (change, logit) in cases {
        let mut place = quiet(None);
        change(&mut place);
        place.act(20, mobilise);
        near(partners(&mut place)[0].commitment, 0.6 + 0.1 * (logistic(logit) - 0.6));
    }
}

#[test]
fn an_organisation_takes_its_stand_in_the_first_month() {
    let mut place = quiet(None);
    for partner in place.site().initiatives.partners_mut(0) {
        (partner.asked, partner.commitment) = (false, 0.0);
    }
    place.act(20, mobilise);
    near(partners(&mut place)[0].commitment, wished());
    place.act(21, mobilise);
    // From then on it follows, here what it already is.
    near(partners(&mut place)[0].commitment, wished());
    assert!(partners(&mut place).iter().all(|partner| partner.asked));
}

#[test]
fn commitment_lapses_while_nobody_speaks_for_it() {
    for lose in [(|place: &mut Place| place.site().actors.vacancy[4] = 5) as fn(&mut Place), |place| {
        place.site().initiatives.partners_mut(0)[1].sponsor = NOBODY
    }] {
        let mut place = quiet(None);
        lose(&mut place);
        place.act(20, mobilise);
        near(partners(&mut place)[1].commitment, 0.54);
        place.act(21, mobilise);
        near(partners(&mut place)[1].commitment, 0.486);
    }
    // What is left of an organisation that has gone counts as 0.01 beside others.
    let mut place = quiet(None);
    place.parameters().commit_rate = 0.0;
    place.site().initiatives.partners_mut(0)[1].commitment = 0.0;
    place.act(20, mobilise);
    near(place.site().initiatives.commitment[0], (0.6_f64 * 0.01).sqrt());
}

#[test]
fn what_a_board_ratifies_outlives_who_signed() {
    let mut place = quiet(Some(0.5));
    place.act(20, mobilise);
    // Half formal: half of it is ratified.
    for partner in partners(&mut place) {
        near(partner.commitment, followed());
        near(partner.ratified, 0.5 * followed());
    }
    // The hospital's chief goes, and comes back to what was ratified while those on the board still want it.
    let site = place.site();
    site.actors.vacancy[0] = 9;
    (site.initiatives.partners_mut(0)[0].commitment, site.initiatives.partners_mut(0)[0].ratified) = (0.4, 0.5);
    place.act(21, mobilise);
    // 0.36, and 0.5 x 0.36 would be less than the 0.5 that holds.
    near(partners(&mut place)[0].commitment, 0.5);
    near(partners(&mut place)[0].ratified, 0.5);
    // Once the board no longer wants it, what was ratified decays: 0.45 still holds 0.9 x 0.5.
    place.site().actors.enthusiasm.fill(-0.1);
    place.act(22, mobilise);
    near(partners(&mut place)[0].ratified, 0.45);
    near(partners(&mut place)[0].commitment, 0.45);
    place.act(23, mobilise);
    near(partners(&mut place)[0].commitment, 0.405);
}

#[test]
fn a_board_ratifies_what_it_covers_for_those_who_sit_on_it() {
    let ratified = |edit: fn(&mut Place)| {
        let mut place = quiet(Some(0.5));
        for partner in place.site().initiatives.partners_mut(0) {
            partner.ratified = 0.2;
        }
        edit(&mut place);
        place.act(20, mobilise);
        partners(&mut place).map(|partner| partner.ratified)
    };
    let [held, decayed] = [0.5 * followed(), 0.18];
    for (edit, expected) in [
        ((|_| {}) as fn(&mut Place), [held, held]),
        (|place| place.site().initiatives.boards[0] = 0, [decayed, decayed]),
        (|place| place.site().sitting = 0, [decayed, decayed]),
        (|place| place.site().seated[1] = 0, [held, decayed]),
        (|place| place.site().boards[0].formality = 0.0, [0.2, 0.2]),
    ] {
        let ratified = ratified(edit);
        near(ratified[0], expected[0]);
        near(ratified[1], expected[1]);
    }
}

#[test]
fn a_board_agrees_when_those_in_favour_hold_more_than_their_share() {
    let agrees = |edit: fn(&mut Place)| {
        let mut place = quiet(Some(0.5));
        edit(&mut place);
        place.act(20, mobilise);
        partners(&mut place)[1].ratified > 0.0
    };
    let only_for = |place: &mut Place, slots: [usize; 2]| {
        place.site().actors.enthusiasm.fill(-0.1);
        place.site().actors.enthusiasm[slots[0]] = 0.1;
        place.site().actors.enthusiasm[slots[1]] = 0.1;
    };
    // Chiefs have 2 x 0.8 x 0.6 of 1.56, managers 2 x 0.5 x 0.6.
    assert!(agrees(|place| place.site().actors.enthusiasm[1] = -0.9));
    let (chiefs, managers) = (&mut quiet(Some(0.5)), &mut quiet(Some(0.5)));
    only_for(chiefs, [0, 4]);
    only_for(managers, [1, 5]);
    for (place, agrees) in [(chiefs, true), (managers, false)] {
        place.act(20, mobilise);
        assert_eq!(partners(place)[1].ratified > 0.0, agrees);
    }
    // Exactly half, each with P 0.5 and the root of u 0.5, is not more; two of the three who are left are.
    let halves = |place: &mut Place| {
        let a = &mut place.site().actors;
        (a.hierarchical, a.headroom) = (vec![0.5; 7], vec![0.25; 7]);
        (a.enthusiasm[1], a.enthusiasm[5]) = (0.0, -0.3);
    };
    for (gone, agrees) in [(None, false), (Some(5), true)] {
        let mut place = quiet(Some(0.5));
        halves(&mut place);
        if let Some(slot) = gone {
            place.site().actors.vacancy[slot] = 3;
        }
        place.act(20, mobilise);
        assert_eq!(partners(&mut place)[1].ratified > 0.0, agrees);
    }
    // With a share of 1 no board ever agrees; nor one whose posts are all empty.
    assert!(!agrees(|place| place.parameters().ratify_share = 1.0));
    assert!(!agrees(|place| [0, 1, 4, 5].map(|slot| place.site().actors.vacancy[slot] = 3).iter().for_each(drop)));
}

#[test]
fn a_contract_between_organisations_binds_them_while_the_initiative_lives() {
    let mut place = quiet(None);
    place.site().initiatives.methods[0] = Methods::of([Coordination::Contract]);
    place.act(20, mobilise);
    // Both have signed what they then stood for; beta, without a contract, is only followed.
    let [one, other] = partners(&mut place);
    assert!(one.signed && other.signed);
    near(one.ratified, followed());
    place.site().actors.vacancy[4] = 5;
    place.act(21, mobilise);
    near(partners(&mut place)[1].commitment, followed());
    assert!(!place.site().initiatives.partners(1)[0].signed);
}

#[test]
fn general_practice_signs_a_contract_that_it_is_offered_if_it_would_go_on() {
    let offered = |start: i32, stance: f64, kind: u32| {
        let mut place = quiet(None);
        place.plan.scenario.policy.contract = Some(RollOut { start, share: share(0.7), kinds: vec![KindId(kind)] });
        place.site().actors.enthusiasm[4] = stance;
        place.act(20, mobilise);
        place
    };
    let mut signed = offered(20, 0.2, 0);
    let [hospital, practice] = partners(&mut signed);
    // The practice, which is 1, and nobody else; its contract pays for 0.7 of alpha, of which core budgets carried 0.5.
    assert!(practice.signed && !hospital.signed);
    near(practice.ratified, followed());
    near(signed.site().initiatives.core_share[0], 0.7);
    near(signed.site().initiatives.core_share[1], 0.5);
    // Core budgets cannot cut what it pays for.
    signed.site().initiatives.keep_core(0, 0.1);
    near(signed.site().initiatives.core_share[0], 0.7);
    signed.site().initiatives.keep_core(1, 0.1);
    near(signed.site().initiatives.core_share[1], 0.05);
    // Not before its start, not for another kind, and not who would rather not: a wish of logit(-1).
    for mut unsigned in [offered(21, 0.2, 0), offered(20, 0.2, 1), offered(20, -0.5, 0)] {
        assert!(!partners(&mut unsigned)[1].signed);
        near(unsigned.site().initiatives.core_share[0], 0.5);
    }
}
