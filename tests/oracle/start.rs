//! Section 5: who is where, and what everything starts with.

use crate::field::{self, organisation_kind};
use crate::place::{Place, near};
use safsim::quantity::RoleId;
use safsim::scenario::{Consultation, Origin, Parameters, Scenario};
use safsim::world::{Blueprint, build_site};

fn built(scenario: &Scenario) -> safsim::world::Site {
    build_site(&Blueprint::new(scenario), 0, 7, 0, false)
}

#[test]
fn the_field_is_as_its_page_says() {
    let mut place = Place::new(|_| {});
    let site = place.site();
    assert_eq!(site.initiatives.members(0), [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(site.initiatives.members(1), [0, 1, 2, 3]);
    assert_eq!(site.organisation_row, [0, 4, 7]);
    let knows = |slot: usize| site.ties.of(slot).map(|k| site.ties.target[k]).collect::<Vec<_>>();
    assert_eq!(knows(0), [1, 2, 3, 4, 5, 6]);
    assert_eq!(knows(1), [0, 2, 3, 4, 5, 6]);
    assert_eq!(knows(6), [4, 5, 0, 1, 2, 3]);
    // P = 1 - (1-h)(1-r): a chief 1 - 0.2 x 1; a manager 1 - 0.5 x 1; a nurse 1 - 0.8 x (1 - 0.35).
    near(site.actors.position[0], 0.8);
    near(site.actors.position[1], 0.5);
    near(site.actors.position[2], 0.48);
}

#[test]
fn earned_position_has_three_sources() {
    let mut place = Place::new(|_| {});
    let a = &mut place.site().actors;
    // Tenure 60 months and reputation 0.5 of a clinician: r = 0.35 + 0.35 (1 - e^-1) + 0.30 x 0.5.
    (a.novice[2], a.reputation[2]) = (libm::exp(-1.0), 0.5);
    a.reposition(2, &Parameters::default());
    near(a.position[2], 1.0 - 0.8 * (1.0 - (0.35 + 0.35 * (1.0 - libm::exp(-1.0)) + 0.15)));
}

#[test]
fn trust_across_starts_lower_in_larger_places() {
    let mut scenario = field::scenario();
    scenario.sites[0].population = 800_000.0;
    let site = built(&scenario);
    // 0.4 x (200 000 / 800 000)^0.15, and the norm starts there.
    let start = 0.4 * libm::pow(0.25, 0.15);
    near(site.start_trust, start);
    near(site.collaboration.now, start);
    // Members of alpha from two organisations, made known to each other, trust each other at the start level.
    let tie = site.ties.find(3, 6).expect("members know each other");
    assert!((site.ties.trust(tie) - start).abs() <= 0.1 + 1e-12);
    scenario.sites[0].population = 1_000.0;
    scenario.sites[0].history = field::share(0.9);
    // 0.9 x 200^0.15 = 1.99, cut to 1.
    near(built(&scenario).start_trust, 1.0);
}

#[test]
fn initiatives_start_from_their_origin() {
    let site = built(&field::scenario());
    let list = &site.initiatives;
    // The programme's: x 0.02, z 0, fit 0.3 x 0.8..1.2, core share 0..0.1.
    assert_eq!((list.scale[0], list.normalisation[0], list.staffing[0]), (0.02, 0.0, 0.0));
    assert!((0.24..=0.36).contains(&list.fit[0]) && (0.0..=0.1).contains(&list.core_share[0]));
    // The one from before: x 0.6, z 0.5, fit 0.6, core share 0.6..0.9.
    assert_eq!((list.scale[1], list.normalisation[1], list.fit[1]), (0.6, 0.5, 0.6));
    assert!((0.6..=0.9).contains(&list.core_share[1]));
    assert!(list.live(1) && !list.live(0));
    // Kinds cost 10 and 30: ranks 0 and 1.
    assert_eq!(list.cost_rank, [0.0, 1.0]);
}

#[test]
fn the_bid_is_what_core_budgets_do_not_carry() {
    let mut place = Place::new(|_| {});
    // 0.5 x 10 + 0.5 x 30.
    near(place.site().bid(), 20.0);
    place.site().initiatives.core_share[1] = 0.9;
    // 0.5 x 10 + 0.1 x 30.
    near(place.site().bid(), 8.0);
}

#[test]
fn the_champion_has_the_highest_position_skill_and_enthusiasm() {
    let mut place = Place::new(|_| {});
    let site = place.site();
    site.actors.champions.fill(0);
    site.initiatives.champion.fill(safsim::world::NOBODY);
    site.initiatives.stage[0] = safsim::world::Stage::Ahead;
    // P x mean skill x (1+e)/2: manager 0.5 x 0.5 x 0.6 = 0.15; nurse 2 with e 0.4 is 0.48 x 0.5 x 0.7 = 0.168;
    // nurse 3 is 0.48 x 0.5 x 0.6; chief 0, a sponsor with e -0.4, 0.8 x 0.5 x 0.3 = 0.12; manager 5 with e 1 belongs to the
    // other organisation.
    site.actors.enthusiasm[0] = -0.4;
    site.actors.enthusiasm[2] = 0.4;
    site.actors.enthusiasm[5] = 1.0;
    site.begin(0);
    assert_eq!((site.initiatives.champion[0], site.actors.champions[2]), (2, 1));
}

#[test]
fn a_champion_of_a_named_role_is_that_person() {
    let mut scenario = field::scenario();
    scenario.sites[0].initiatives[1].champion = Some(RoleId(0));
    let site = built(&scenario);
    assert_eq!(site.initiatives.champion[1], 0);
    assert_eq!(site.initiatives.members(1), [0, 1, 2, 3]);
}

#[test]
fn every_organisation_that_takes_part_has_a_sponsor() {
    // Who sponsors alpha for the hospital with such roles (0 chief, 1 manager, 2 nurse, 3 spanner, 4 project manager), and
    // who else of them is enrolled.
    let with = |edit: fn(&mut Scenario), roles: &[(u32, u32)]| {
        let mut scenario = field::scenario();
        edit(&mut scenario);
        scenario.sites[0].organisations[0].roles = roles.iter().map(|&(role, n)| (RoleId(role), n)).collect();
        let site = built(&scenario);
        let (organisation, sponsor) =
            (site.initiatives.partners(0)[0].organisation, site.initiatives.partners(0)[0].sponsor);
        assert_eq!((organisation, site.initiatives.partners(0).len()), (0, 2));
        let end = site.organisation_row[1] as u16;
        let members: Vec<u16> = site.initiatives.members(0).iter().copied().filter(|&slot| slot < end).collect();
        (sponsor, members)
    };
    // The executive, whatever comes first; the first of two who are equal.
    assert_eq!(with(|_| {}, &[(1, 1), (2, 2), (0, 2)]), (3, vec![0, 1, 2, 3]));
    // The senior executive: one of h 0.9 comes before one of 0.8.
    let senior = |scenario: &mut Scenario| {
        let chief = safsim::scenario::Role { hierarchical: field::share(0.9), ..scenario.roles[0].clone() };
        scenario.roles.push(chief);
    };
    assert_eq!(with(senior, &[(0, 1), (6, 1), (1, 1), (2, 2)]), (1, vec![1, 2, 3, 4]));
    // Without an executive the senior manager, never one whom the programme pays for; a second manager is enrolled beside.
    let senior_project = |scenario: &mut Scenario| scenario.roles[4].hierarchical = field::share(0.9);
    assert_eq!(with(senior_project, &[(4, 1), (1, 2), (2, 2)]), (1, vec![0, 1, 2, 3, 4]));
    // An only manager is the sponsor and nothing else; front-line staff alone have nobody to speak for them.
    assert_eq!(with(|_| {}, &[(1, 1), (2, 2)]), (0, vec![0, 1, 2]));
    assert_eq!(with(|_| {}, &[(2, 2)]), (safsim::world::NOBODY, vec![0, 1]));
    // The sponsor is known on both sides.
    let site = built(&field::scenario());
    assert_eq!(site.actors.sponsors, [0b11, 0, 0, 0, 0b01, 0, 0]);
    let partner = site.initiatives.partners(0)[1];
    assert_eq!((partner.organisation, partner.sponsor, partner.asked), (1, 4, false));
}

#[test]
fn boards_seat_executives_and_managers_and_cover_their_members_initiatives() {
    let mut place = Place::with_board(0.5, |scenario| {
        scenario.sites[0].organisations.push(safsim::scenario::Organisation {
            kind: organisation_kind("voluntary"),
            name: "charity".to_owned(),
            roles: vec![(RoleId(0), 1), (RoleId(1), 1)],
            own_interest: field::share(0.1),
            headroom: 0.0,
            copies: 1,
        });
    });
    let site = place.site();
    assert_eq!(site.actors.boards, [1, 1, 0, 0, 1, 1, 0, 0, 0]);
    assert_eq!(site.initiatives.boards, [1, 1]);
}

#[test]
fn hazards_go_with_the_group_and_care_homes() {
    let mut scenario = field::scenario();
    scenario.sites[0].organisations[1].kind = organisation_kind("care_home");
    scenario.sites[0].consultation = Consultation::None;
    scenario.sites[0].initiatives[0].origin = Origin::PreExisting;
    let site = built(&scenario);
    assert_eq!(&site.actors.hazard[..4], [0.022, 0.015, 0.012, 0.012]);
    assert_eq!(&site.actors.hazard[5..], [0.03, 0.03]);
    assert_eq!(site.consultation, 0.0);
}
