//! Section 6.6.

use crate::field::share;
use crate::place::{Place, near};
use safsim::processes::{implement, run_programme};
use safsim::scenario::{Consultation, Coordination, Methods};
use safsim::world::{NOBODY, Stage};

/// Alpha's team with these numbers:
///
/// | slot | P | e | g | |
/// | --- | --- | --- | --- | --- |
/// | 0, 4 | 0.8 | 0.4 | 0.9 | chiefs, sponsors |
/// | 1 | 0.5 | 0.6 | 0.8 | manager, champion, brokering 0.5 x 0.6 = 0.3 |
/// | 2 | 0.48 | 0.4 | 0.5 | nurse |
/// | 3 | 0.48 | -0.2 | 0.5 | nurse |
/// | 5 | 0.5 | 0.2 | 0.6 | manager, spanner, brokering 0.8 x 0.5 = 0.4 |
/// | 6 | 0.48 | 0.5 | 0.4 | nurse |
///
/// staffing 0.9, commitment typical (K = 1).
fn prepared() -> Place {
    let mut place = Place::new(|_| {});
    let site = place.site();
    site.actors.enthusiasm = vec![0.4, 0.6, 0.4, -0.2, 0.4, 0.2, 0.5];
    site.actors.agency = vec![0.9, 0.8, 0.5, 0.5, 0.9, 0.6, 0.4];
    site.actors.spanner[5] = true;
    site.actors.brokering[5] = 0.8;
    site.actors.headroom[5] = 0.25;
    site.initiatives.staffing[0] = 0.9;
    place
}

/// Mean agency of members.
const AGENCY: f64 = (0.9 + 0.8 + 0.5 + 0.5 + 0.9 + 0.6 + 0.4) / 7.0;

fn drive() -> f64 {
    // Champion 0.8 x 0.6 x 0.5 x 0.8; the others 0.08 e P g; a cynic drives nothing.
    1.0 - (1.0 - 0.8 * 0.6 * 0.5 * 0.8)
        * (1.0 - 0.08 * 0.4 * 0.8 * 0.9)
        * (1.0 - 0.08 * 0.4 * 0.8 * 0.9)
        * (1.0 - 0.08 * 0.4 * 0.48 * 0.5)
        * (1.0 - 0.08 * 0.2 * 0.5 * 0.6)
        * (1.0 - 0.08 * 0.5 * 0.48 * 0.4)
}

fn coordination() -> f64 {
    // T = 0.4^(1.5 x 0.4); the better broker of champion (0.3) and spanner (0.4): 0.5 x 0.4.
    1.0 - (1.0 - libm::pow(0.4, 0.6)) * (1.0 - 0.2)
}

#[test]
fn support_is_enthusiasm_weighted_by_position() {
    let mut place = prepared();
    place.act(20, implement);
    // (2 x 0.8 x 0.4 + 0.5 x 0.6 + 0.48 x (0.4 - 0.2) + 0.5 x 0.2 + 0.48 x 0.5) / (1.6 + 0.5 + 0.48 + 0.48 + 0.5 + 0.48)
    near(place.site().initiatives.support[0], (0.64 + 0.3 + 0.096 + 0.1 + 0.24) / 4.04);
    // Managers 1 and 5, of equal position, without the chiefs, who sponsor it.
    near(place.site().initiatives.senior_support[0], 0.4);
    near(place.site().initiatives.coordination[0], coordination());
}

#[test]
fn trust_and_brokers_stand_in_for_one_another() {
    let mut place = prepared();
    let site = place.site();
    site.initiatives.trust[0] = 1.0;
    place.act(20, implement);
    near(place.site().initiatives.coordination[0], 1.0);
    let mut place = prepared();
    place.site().actors.vacancy[5] = 2;
    place.act(20, implement);
    // The champion's 0.3 is left.
    near(place.site().initiatives.coordination[0], 1.0 - (1.0 - libm::pow(0.4, 0.6)) * 0.85);
}

#[test]
fn scale_grows_with_drive_co_ordination_and_fit_towards_its_posts() {
    let mut place = prepared();
    place.act(20, implement);
    // 0.5 + 0.35 D C (0.5 + 0.6)(0.9 - 0.5)
    let scale = 0.5 + 0.35 * drive() * coordination() * 1.1 * 0.4;
    let list = &place.site().initiatives;
    near(list.scale[0], scale);
    near(list.peak[0], scale);
    near(list.performance[0], scale * coordination() * 0.6);
}

#[test]
fn commitment_speeds_growth_and_posts_of_those_who_turned_away_do_other_work() {
    // K = 1.5: half as fast again, with all posts. K = 0.5: half as fast, towards 0.9 x (1 - 0.5 x 0.5).
    for (commitment, factor, usable) in [(1.02, 1.5, 0.9), (0.34, 0.5, 0.675)] {
        let mut place = prepared();
        place.site().initiatives.commitment[0] = commitment;
        place.act(20, implement);
        let scale = 0.5 + 0.35 * drive() * coordination() * 1.1 * factor * (usable - 0.5);
        near(place.site().initiatives.scale[0], scale);
    }
    // Posts for what it has, half of a half of them usable: 0.5 x 0.75 is less than 0.5, and it falls by 0.3 of the rest.
    let mut place = prepared();
    (place.site().initiatives.commitment[0], place.site().initiatives.staffing[0]) = (0.34, 0.5);
    place.act(20, implement);
    near(place.site().initiatives.scale[0], 0.5 - 0.3 * 0.125);
    // Nobody committed at all counts as 0.01, a sixty-eighth of what is typical: 0.9 x (1 - 0.5 x 67/68) is less than 0.5.
    let mut place = prepared();
    place.site().initiatives.commitment[0] = 0.0;
    place.act(20, implement);
    near(place.site().initiatives.scale[0], 0.5 - 0.3 * (0.5 - 0.9 * (1.0 - 0.5 * 67.0 / 68.0)));
    // The posts themselves stay filled.
    near(place.site().initiatives.staffing[0], 0.9);
}

#[test]
fn nothing_grows_beyond_its_posts() {
    // Everything at its strongest: 1 x D x 1 x (0.5 + 1) would be D + D / 2.
    let mut place = prepared();
    let p = place.parameters();
    (p.growth, p.attention_metric) = (1.0, 1e6);
    let site = place.site();
    (site.standing.metric_focus, site.standing.alignment) = (0.5, 0.2);
    (site.initiatives.trust[0], site.initiatives.fit[0]) = (1.0, 1.0);
    place.act(20, implement);
    near(place.site().initiatives.scale[0], 0.9);
}

#[test]
fn under_metric_focus_effort_goes_to_what_the_metric_sees() {
    // Alignment 0.6 where the mean is 0.2, at focus 0.5: 1 + 0.5 x 0.5 x 0.4 of everybody's weight; and the reverse.
    for (mean, attention) in [(0.2, 1.1), (1.0, 0.9)] {
        let mut place = prepared();
        let standing = &mut place.site().standing;
        (standing.metric_focus, standing.alignment) = (0.5, mean);
        place.act(20, implement);
        let drive = 1.0
            - (1.0 - attention * 0.8 * 0.6 * 0.5 * 0.8)
                * (1.0 - attention * 0.08 * 0.4 * 0.8 * 0.9)
                * (1.0 - attention * 0.08 * 0.4 * 0.8 * 0.9)
                * (1.0 - attention * 0.08 * 0.4 * 0.48 * 0.5)
                * (1.0 - attention * 0.08 * 0.2 * 0.5 * 0.6)
                * (1.0 - attention * 0.08 * 0.5 * 0.48 * 0.4);
        near(place.site().initiatives.scale[0], 0.5 + 0.35 * drive * coordination() * 1.1 * 0.4);
    }
    // However strong, nobody drives less than not at all or more than fully.
    for (mean, drive) in [(0.2, 1.0), (1.0, 0.0)] {
        let mut place = prepared();
        place.parameters().attention_metric = 1e6;
        let standing = &mut place.site().standing;
        (standing.metric_focus, standing.alignment) = (0.5, mean);
        place.act(20, implement);
        near(place.site().initiatives.scale[0], 0.5 + 0.35 * drive * coordination() * 1.1 * 0.4);
    }
}

#[test]
fn scale_falls_with_its_posts_and_with_misfit_but_goodwill_keeps_some() {
    let mut place = prepared();
    let list = &mut place.site().initiatives;
    (list.staffing[0], list.fit[0], list.normalisation[0]) = (0.1, 0.3, 0.0);
    place.act(20, implement);
    // 0.5 - 0.3 (0.5 - 0.1) - 0.05 x 0.5 x (0.5 - 0.3)/0.5
    near(place.site().initiatives.scale[0], 0.5 - 0.12 - 0.01);
    near(place.site().initiatives.peak[0], 0.5);
    // Routine and cheap (rank 0): at least z x U = 1 x 0.3405... of it.
    let support = (0.64 + 0.3 + 0.096 + 0.1 + 0.24) / 4.04;
    let mut kept = prepared();
    let list = &mut kept.site().initiatives;
    (list.staffing[0], list.scale[0], list.normalisation[0]) = (0.0, 0.4, 1.0);
    kept.act(20, implement);
    // 0.4 - 0.3 x 0.4 = 0.28 would be less than 0.34.
    near(kept.site().initiatives.scale[0], support);
    // Goodwill never raises scale above what it was, and does nothing for the dearest kind (rank 1).
    let mut low = prepared();
    let list = &mut low.site().initiatives;
    (list.staffing[0], list.scale[0], list.normalisation[0]) = (0.0, 0.2, 1.0);
    (list.staffing[1], list.scale[1], list.normalisation[1]) = (0.0, 0.2, 1.0);
    low.act(20, implement);
    near(low.site().initiatives.scale[0], 0.2);
    near(low.site().initiatives.scale[1], 0.14);
}

#[test]
fn fit_grows_with_agency_and_the_champions_brokering() {
    for (mode, part) in [(Consultation::TwoWay, 1.0), (Consultation::None, 1.0), (Consultation::OneWay, 0.5)] {
        let mut place = prepared();
        place.site().mode = mode;
        place.act(20, implement);
        // E = 0.3: 0.6 + 0.03 (1-0.6) g (0.5 + 0.3).
        near(place.site().initiatives.fit[0], 0.6 + 0.03 * 0.4 * AGENCY * (0.5 + 0.3 * part));
    }
    let mut orphan = prepared();
    orphan.site().initiatives.champion[0] = NOBODY;
    orphan.act(20, implement);
    near(orphan.site().initiatives.fit[0], 0.6 + 0.03 * 0.4 * AGENCY * 0.5);
}

#[test]
fn fit_that_is_adapted_here_is_kept_apart_from_examples() {
    let mut place = prepared();
    place.act(20, implement);
    place.act(21, implement);
    // What two months of 0.03 (1 - fit) g (0.5 + 0.3) leave of 0.4 is all that was made here.
    let kept = 1.0 - 0.03 * AGENCY * 0.8;
    near(place.site().initiatives.tailored[0], 0.4 - 0.4 * kept * kept);
    // An example that a visitor brings is fit, but not of one's own making.
    let mut visited = prepared();
    visited.site().manager = Some(0);
    visited.world.nation.managers =
        vec![safsim::world::Intermediary { months: 6, vacancy: 0, left: false, brokering: 0.5 }];
    visited.site().initiatives.stage[1] = Stage::Ended;
    visited.act(20, run_programme);
    assert!(visited.site().initiatives.fit[0] > 0.6);
    near(visited.site().initiatives.tailored[0], 0.0);
}

#[test]
fn what_performs_poorly_is_adapted_less_where_only_good_news_is_told() {
    // What performs poorly in its first year has not failed yet.
    for (fit, start, fails) in [(0.6, 8, false), (0.2, 8, true), (0.2, 9, false)] {
        for (told, blind) in [(0.0, 0.5), (0.4, 0.5), (0.4, 0.0)] {
            let mut place = prepared();
            place.site().initiatives.fit[0] = fit;
            place.site().initiatives.start[0] = start;
            place.site().standing.good_news = told;
            place.parameters().good_news_blind = blind;
            place.act(20, implement);
            assert_eq!(place.site().initiatives.performance[0] < 0.15, fit < 0.5);
            let adapted = if fails { 1.0 - blind * told } else { 1.0 };
            near(place.site().initiatives.fit[0], fit + 0.03 * (1.0 - fit) * AGENCY * 0.8 * adapted);
        }
    }
}

#[test]
fn evidence_and_routine_come_from_performance() {
    let mut place = prepared();
    place.act(20, implement);
    let scale = 0.5 + 0.35 * drive() * coordination() * 1.1 * 0.4;
    let performance = scale * coordination() * 0.6;
    let list = &place.site().initiatives;
    // 0.2 + 0.15 x performance x (1 - 0.2) x 0.5 - 0.01 x 0.2
    near(list.evidence[0], 0.2 + 0.15 * performance * 0.8 * 0.5 - 0.002);
    // Ownership of nurses 2, 3, 6: (0.4 x 0.5 + 0 + 0.5 x 0.4)/3; core part 0.5/0.9.
    let ownership = 0.4 / 3.0;
    let permanence = 0.2 + 1.6 * 0.5 / 0.9;
    near(list.normalisation[0], 0.3 + 0.9 * performance * ownership * 0.7 * permanence - 0.01 * 0.3 * (1.0 - scale));
}

#[test]
fn what_is_not_sound_has_nothing_to_show() {
    let mut place = prepared();
    place.site().initiatives.sound[0] = false;
    place.act(20, implement);
    near(place.site().initiatives.evidence[0], 0.2 - 0.002);
    assert!(place.site().initiatives.performance[0] > 0.0);
}

#[test]
fn routine_leaves_with_people_and_a_mandate_is_not_owned() {
    let rates = |place: &mut Place| {
        let p = place.parameters();
        (p.fade, p.growth) = (0.0, 0.0);
    };
    let mut place = prepared();
    rates(&mut place);
    (place.parameters().normalise_base, place.parameters().normalise_core) = (0.0, 0.0);
    place.site().actors.left[2] = true;
    place.site().actors.left[6] = true;
    place.act(20, implement);
    // Two of seven members left: 0.3 x (1 - 2/7 x 0.5).
    near(place.site().initiatives.normalisation[0], 0.3 - 0.3 / 7.0);
    // They are counted once.
    assert!(place.site().actors.left.iter().all(|&left| !left));
    let mut mandated = prepared();
    rates(&mut mandated);
    mandated.site().initiatives.mandated[0] = true;
    mandated.act(20, implement);
    let performance = 0.5 * coordination() * 0.6;
    near(
        mandated.site().initiatives.normalisation[0],
        0.3 + 0.9 * performance * (0.4 / 3.0) * 0.7 * 0.7 * (0.2 + 1.6 * 0.5 / 0.9),
    );
}

#[test]
fn a_form_that_was_copied_without_engagement_is_not_owned() {
    for (engagement, owned) in [(1.0, 1.0), (0.3, 0.65), (0.0, 0.5)] {
        let mut place = prepared();
        let p = place.parameters();
        (p.fade, p.growth) = (0.0, 0.0);
        place.site().initiatives.engagement[0] = engagement;
        place.act(20, implement);
        // Ownership x (1 - 0.5 x (1 - E)).
        let performance = 0.5 * coordination() * 0.6;
        near(
            place.site().initiatives.normalisation[0],
            0.3 + 0.9 * performance * (0.4 / 3.0) * owned * 0.7 * (0.2 + 1.6 * 0.5 / 0.9),
        );
    }
}

#[test]
fn an_initiative_begins_in_its_first_month_and_an_ended_one_stands_still() {
    let mut place = Place::new(|scenario| scenario.sites[0].initiatives[0].fit = Some(share(0.5)));
    let site = place.site();
    site.initiatives.stage = vec![Stage::Ahead, Stage::Ended];
    site.initiatives.champion = vec![NOBODY, NOBODY];
    site.actors.champions.fill(0);
    place.act(11, run_programme);
    place.act(11, implement);
    assert_eq!(place.site().initiatives.stage, [Stage::Ahead, Stage::Ended]);
    near(place.site().initiatives.evidence[0], 0.2);
    // It begins before money is shared out and work is done.
    place.act(12, run_programme);
    place.act(12, implement);
    assert!(place.site().initiatives.live(0));
    assert_ne!(place.site().initiatives.champion[0], NOBODY);
    near(place.site().initiatives.evidence[1], 0.2);
}

#[test]
fn methods_of_coordination_do_part_of_what_trust_and_brokers_do() {
    let coordination = |methods: Methods| {
        let mut place = prepared();
        place.site().initiatives.methods[0] = methods;
        place.act(20, implement);
        place.site().initiatives.coordination[0]
    };
    let plain = coordination(Methods::default());
    // Shared records: a fifth of what neither does.
    near(coordination(Methods::of([Coordination::SharedRecords])), 1.0 - (1.0 - plain) * 0.8);
    // Under one roof the complexity of 0.4 counts as 0.2: trust to the power of 1.5 x 0.2 instead of 1.5 x 0.4.
    let place = prepared();
    let (trust, exponent) =
        (place.world.sites[0].initiatives.trust[0], place.plan.scenario.parameters.coordination_exponent);
    let by_trust = |complexity: f64| libm::pow(trust, exponent * complexity);
    let unbrokered = (1.0 - plain) / (1.0 - by_trust(0.4));
    near(coordination(Methods::of([Coordination::CoLocation])), 1.0 - (1.0 - by_trust(0.2)) * unbrokered);
    // Pooled money and a contract act elsewhere (6.7, 6.4).
    near(coordination(Methods::of([Coordination::PooledMoney, Coordination::Contract])), plain);
}

#[test]
fn where_money_is_pooled_more_comes_back_to_who_pays() {
    let mut place = prepared();
    place.site().initiatives.attributes[0].cash_releasing = share(0.2);
    near(place.site().initiatives.comes_back(0), 0.2);
    place.site().initiatives.methods[0] = Methods::of([Coordination::PooledMoney]);
    near(place.site().initiatives.comes_back(0), 0.2 + 0.5 * 0.8);
}
