//! Section 6.9. Two sites of one region: "here" as in the field, "there" without alpha.

use crate::field::share;
use crate::place::{Place, likely, near};
use safsim::processes::{Now, adopt, gather_spread, spread_to_regions, turn_over};
use safsim::quantity::{KindId, OrganisationId};
use safsim::scenario::{Board, Group, Origin, RollOut, Scenario};
use safsim::world::{Intermediary, Leaver, Link, NextPost, Site, World};

const MONTHS: u32 = 4000;

fn two(edit: impl FnOnce(&mut Scenario)) -> Place {
    Place::new(|scenario| {
        let mut there = scenario.sites[0].clone();
        there.name = "there".to_owned();
        there.initiatives.remove(0);
        scenario.sites.push(there);
        scenario.parameters.programme_sites = 2.0;
        edit(scenario);
    })
}

/// Lets `adopt` loose on fresh copies of "there".
fn adopts(place: &Place, start: u32) -> f64 {
    let mut count = 0;
    for month in start..start + MONTHS {
        let mut site = place.world.sites[1].clone();
        adopt(&mut site, &Now { plan: &place.plan, nation: &place.world.nation, month });
        count += u32::from(site.initiatives.len() > 1);
    }
    f64::from(count) / f64::from(MONTHS)
}

#[test]
fn what_is_seen_of_a_kind_is_performance_that_can_be_shown() {
    let mut place = two(|_| {});
    place.world.sites[1].initiatives.performance[0] = 0.6;
    place.world.sites[1].initiatives.fit[0] = 0.8;
    place.world.sites[1].initiatives.evidence[0] = 0.5;
    gather_spread(&mut place.world, &place.plan);
    let nation = &place.world.nation;
    // Alpha, here alone: 0.3 x (0.3 + 0.7 x 0.2). Beta, here and there: that + 0.6 x (0.3 + 0.7 x 0.5).
    near(nation.visible[0], 0.132);
    near(nation.visible[1], 0.132 + 0.39);
    // The best source is the one that performs best.
    near(nation.source_fit[0], 0.6);
    near(nation.source_fit[1], 0.8);
    assert_eq!(nation.kinds_of_site, [3, 2]);
}

#[test]
fn what_was_made_to_fit_elsewhere_does_not_travel() {
    let mut place = two(|_| {});
    place.world.sites[1].initiatives.performance[0] = 0.6;
    place.world.sites[1].initiatives.fit[0] = 0.8;
    place.world.sites[1].initiatives.tailored[0] = 0.5;
    place.world.sites[0].initiatives.tailored[1] = 0.1;
    gather_spread(&mut place.world, &place.plan);
    // Half of what was made there: 0.8 - 0.5 x 0.5. The source is still the one that performs best.
    near(place.world.nation.source_fit[1], 0.55);
    near(place.world.nation.source_fit[0], 0.6);
    place.parameters().tailored_lost = 1.0;
    gather_spread(&mut place.world, &place.plan);
    near(place.world.nation.source_fit[1], 0.3);
    place.parameters().tailored_lost = 0.0;
    gather_spread(&mut place.world, &place.plan);
    assert_eq!(place.world.nation.source_fit, [0.6, 0.8]);
}

#[test]
fn failed_copies_cost_a_kind_its_standing_which_recovers() {
    let mut place = two(|_| {});
    place.world.nation.standing = vec![0.5, 0.8];
    place.world.sites[0].failed_copies = 2;
    place.world.sites[1].failed_copies = 2;
    gather_spread(&mut place.world, &place.plan);
    // 0.5 + 0.02 x 0.5; (0.8 + 0.02 x 0.2) x 0.9 x 0.9, one for each failure.
    near(place.world.nation.standing[0], 0.51);
    near(place.world.nation.standing[1], 0.804 * 0.81);
    assert_eq!(place.world.sites[0].failed_copies, 0);
}

#[test]
fn a_failure_that_is_not_told_warns_nobody() {
    let mut place = two(|_| {});
    place.world.nation.standing = vec![0.5, 0.8];
    place.world.sites[0].failed_copies = 2;
    place.world.sites[1].failed_copies = 2;
    place.world.sites[1].standing.good_news = 0.4;
    gather_spread(&mut place.world, &place.plan);
    // One is told in full, of the other three fifths.
    near(place.world.nation.standing[0], 0.51);
    near(place.world.nation.standing[1], 0.804 * 0.9 * (1.0 - 0.1 * 0.6));
}

#[test]
fn leavers_carry_what_they_worked_on() {
    let mut place = two(|_| {});
    place.world.sites[0].leaving = vec![
        Leaver { to: NextPost::Site(1), kinds: 3 },
        Leaver { to: NextPost::Site(1), kinds: 1 },
        Leaver { to: NextPost::Region, kinds: 2 },
    ];
    gather_spread(&mut place.world, &place.plan);
    assert_eq!(place.world.sites[1].carriers, [2, 1]);
    assert_eq!(place.world.nation.regions[0].carriers, [0, 1]);
    assert!(place.world.sites[0].leaving.is_empty());
    // A region with one post takes in who comes first.
    let mut place = two(|scenario| scenario.regions[0].posts = Some(1));
    place.world.sites[0].leaving =
        vec![Leaver { to: NextPost::Region, kinds: 2 }, Leaver { to: NextPost::Region, kinds: 3 }];
    gather_spread(&mut place.world, &place.plan);
    assert_eq!((place.world.nation.regions[0].people, &place.world.nation.regions[0].carriers[..]), (1, &[0, 1][..]));
}

#[test]
fn at_events_one_hears_what_is_claimed_where_only_good_news_is_told() {
    let mut place = exposed();
    place.world.sites[1].carriers[0] = 0;
    place.world.sites[1].links.clear();
    place.world.sites[1].standing.good_news = 0.5;
    place.world.nation.claim = 0.9;
    // 0.5 is seen; told is 0.5 + 0.5 x (0.9 - 0.5), of a standing of 0.8; an event is 0.4 x 0.5.
    likely(adopts(&place, 100), chance(0.8 * 0.7, 0.2), MONTHS);
    // Who claims less than what can be seen adds nothing.
    place.world.nation.claim = 0.2;
    likely(adopts(&place, 100), chance(0.4, 0.2), MONTHS);
    // The claim is the mean of official success over members.
    let mut place = two(|_| {});
    (place.world.sites[0].standing.official, place.world.sites[1].standing.official) = (0.4, 0.8);
    gather_spread(&mut place.world, &place.plan);
    near(place.world.nation.claim, 0.6);
    place.world.sites[1].member = false;
    gather_spread(&mut place.world, &place.plan);
    near(place.world.nation.claim, 0.4);
}

#[test]
fn a_contract_pushes_its_kinds_everywhere_from_its_start() {
    let mut place = exposed();
    place.plan.scenario.policy.contract = Some(RollOut { start: 100, share: share(0.5), kinds: vec![KindId(0)] });
    place.world.sites[1].member = false;
    place.plan.scenario.programme.support.learning_event_every = 0;
    likely(adopts(&place, 100), 2.0 * chance(0.4, 3.2), MONTHS);
    place.plan.scenario.policy.contract.as_mut().expect("set above").start = 1_000_000;
    likely(adopts(&place, 100), chance(0.4, 3.2), MONTHS);
}

#[test]
fn a_leaver_goes_to_another_site_or_to_a_regional_post() {
    let mut place = two(|scenario| {
        scenario.programme.successor_start = Some(40);
        (scenario.parameters.carry_site, scenario.parameters.carry_region) = (0.4, 0.3);
    });
    place.plan.scenario.programme.end = 20_000;
    let site = place.site();
    // Nurse 6 worked on alpha alone, and surely leaves.
    site.actors.hazard[6] = 1.0;
    let to_site = |site: &Site| site.leaving == [Leaver { to: NextPost::Site(1), kinds: 1 }];
    let to_region = |site: &Site| site.leaving == [Leaver { to: NextPost::Region, kinds: 1 }];
    // Of the programme's two sites one is the leaver's own.
    likely(place.share_of(MONTHS, turn_over, to_site, 100), 0.2, MONTHS);
    likely(place.share_of(MONTHS, turn_over, to_region, 100), 0.3, MONTHS);
    // Before the successor policy nobody goes to the region, and before the programme nobody anywhere.
    near(place.share_of(28, turn_over, to_region, 12), 0.0);
    near(place.share_of(12, turn_over, |site| !site.leaving.is_empty(), 0), 0.0);
    // A formal bridge makes regional posts twice as likely.
    place.plan.scenario.programme.bridge = share(1.0);
    likely(place.share_of(MONTHS, turn_over, to_region, 100), 0.6, MONTHS);
    // Fifty sites in the programme: 0.4 / 50 come here.
    place.plan.scenario.parameters.programme_sites = 50.0;
    likely(place.share_of(MONTHS, turn_over, to_site, 100), 0.008, MONTHS);
}

/// "There" with two carriers of alpha, a linked spanner, and a learning event every month; S = 0.5 x 0.8.
fn exposed() -> Place {
    let mut place = two(|scenario| scenario.programme.support.learning_event_every = 1);
    place.plan.scenario.programme.end = 20_000;
    let p = place.parameters();
    (p.adopt_norm, p.adopt_deficit, p.adopt_headroom) = (0.4, 0.3, 0.3);
    let nation = &mut place.world.nation;
    (nation.visible, nation.standing, nation.kinds_of_site) = (vec![0.5, 0.0], vec![0.8, 1.0], vec![3, 2]);
    let there = &mut place.world.sites[1];
    there.carriers[0] = 2;
    there.links = vec![Link { slot: 2, site: 0 }];
    place
}

/// 1 - exp(-S x contact), times readiness 0.4 x 0.4 + 0.3 x 0.4 + 0.3 x 0.36 = 0.388, times 1 - 0.4.
fn chance(seen: f64, contact: f64) -> f64 {
    (1.0 - libm::exp(-seen * contact)) * 0.388 * 0.6
}

#[test]
fn adoption_needs_exposure_and_readiness_and_is_deterred_by_complexity() {
    let place = exposed();
    // 1.5 x 2 carriers + 0.2 x 1 spanner's link + 0.4 x 0.5 of an event that no spanner can harness.
    likely(adopts(&place, 100), chance(0.4, 3.0 + 0.2 + 0.2), MONTHS);
    // A spanner with external support 0.9 makes 0.4 x (0.5 + 0.9) of the event.
    let mut place = exposed();
    place.world.sites[1].actors.spanner[1] = true;
    place.world.sites[1].actors.external_support[1] = 0.9;
    place.world.sites[1].carriers[0] = 0;
    likely(adopts(&place, 100), chance(0.4, 0.2 + 0.56), MONTHS);
    // Three carriers are the most that count.
    let mut place = exposed();
    place.world.sites[1].carriers[0] = 9;
    place.plan.scenario.programme.support.learning_event_every = 0;
    place.world.sites[1].links.clear();
    likely(adopts(&place, 100), chance(0.4, 4.5), MONTHS);
    // What is seen is cut to 1 before the kind's standing counts.
    place.world.nation.visible[0] = 7.0;
    likely(adopts(&place, 100), chance(0.8, 4.5), MONTHS);
    // Without the direct penalty, and readiness 1.
    let mut place = exposed();
    place.world.sites[1].collaboration.now = 1.0;
    place.world.sites[1].deficit = 1.0;
    place.world.sites[1].actors.headroom.fill(1.0);
    place.parameters().complexity_penalty = 0.0;
    likely(adopts(&place, 100), 1.0 - libm::exp(-0.4 * 3.4), MONTHS);
}

#[test]
fn nobody_adopts_what_cannot_be_seen_or_met_or_was_there() {
    let mut place = exposed();
    place.world.nation.visible[0] = 0.0;
    near(adopts(&place, 100), 0.0);
    let mut place = exposed();
    place.world.sites[1].carriers[0] = 0;
    place.world.sites[1].links.clear();
    place.plan.scenario.programme.support.learning_event_every = 0;
    near(adopts(&place, 100), 0.0);
    let mut place = exposed();
    place.world.sites[1].had |= 1;
    near(adopts(&place, 100), 0.0);
}

#[test]
fn learning_events_come_every_so_many_months_of_the_programme_and_for_members() {
    let mut place = exposed();
    place.world.sites[1].carriers[0] = 0;
    place.world.sites[1].links.clear();
    place.plan.scenario.programme.support.learning_event_every = 4;
    // One month in four, with 0.4 x 0.5.
    likely(adopts(&place, 100), chance(0.4, 0.2) / 4.0, MONTHS);
    place.world.sites[1].member = false;
    near(adopts(&place, 100), 0.0);
}

#[test]
fn a_guide_counts_like_so_many_who_have_done_it_wherever_it_is_read() {
    let mut place = exposed();
    place.plan.scenario.programme.support.guides = 0.5;
    // 1.5 x 0.5 beside the people.
    likely(adopts(&place, 100), chance(0.4, 3.4 + 0.75), MONTHS);
    // Alone, in a place that is no member; what is left open cannot be written down.
    let there = &mut place.world.sites[1];
    there.carriers[0] = 0;
    there.links.clear();
    there.member = false;
    likely(adopts(&place, 100), chance(0.4, 0.75), MONTHS);
    place.plan.scenario.programme.ambiguity = share(0.4);
    likely(adopts(&place, 100), chance(0.4, 0.45), MONTHS);
    // What does not work anywhere has no guide that anybody follows; before the programme there is none.
    place.world.nation.visible[0] = 0.0;
    near(adopts(&place, 100), 0.0);
    place.world.nation.visible[0] = 0.5;
    place.plan.scenario.programme.start = 20_000;
    near(adopts(&place, 100), 0.0);
}

#[test]
fn a_guide_has_the_form_and_people_the_purpose() {
    // Of what is heard: two carriers, a spanner's link and an event, 3.4, where the guide adds 1.5 x 2 = 3.
    for (guides, carriers, purpose) in [(0.0, 2, 1.0), (2.0, 2, 3.4 / 6.4), (2.0, 0, 0.4 / 3.4)] {
        let mut place = exposed();
        place.plan.scenario.programme.support.guides = guides;
        place.world.sites[1].carriers[0] = carriers;
        let copied = (100..400).find_map(|month| {
            let mut site = place.world.sites[1].clone();
            adopt(&mut site, &Now { plan: &place.plan, nation: &place.world.nation, month });
            (site.initiatives.len() > 1).then_some(site)
        });
        let site = copied.expect("a copy in three hundred months");
        let list = &site.initiatives;
        // What is made locally, and with it the fit, does not hang on it.
        let local = list.engagement[1] / purpose;
        near(list.fit[1], place.world.nation.source_fit[0] * 0.415 + 0.585 * local);
        assert!(local > 0.1);
    }
}

#[test]
fn a_copy_starts_on_trial_with_what_travels_and_what_is_made_locally() {
    let mut place = exposed();
    (place.world.nation.source_fit[0], place.world.nation.source_evidence[0]) = (0.7, 0.5);
    // The best placed member of the lead, manager 1 before chief 0, brokers 0.8 x 0.6: 0.5 x 0.54 x 1.9 and 0.8 x 0.5 x 1.2.
    place.world.sites[1].actors.enthusiasm[1] = 0.9;
    place.world.sites[1].actors.brokering[1] = 0.8;
    let copied = (100..200).find_map(|month| {
        let mut site = place.world.sites[1].clone();
        adopt(&mut site, &Now { plan: &place.plan, nation: &place.world.nation, month });
        (site.initiatives.len() > 1).then_some((site, month))
    });
    let (site, month) = copied.expect("a copy in a hundred months");
    let list = &site.initiatives;
    // w = 0.65 x (0.5 + 0.4) = 0.585: 0.7 x 0.415 + 0.585 x 0.48.
    near(list.fit[1], 0.7 * 0.415 + 0.585 * 0.48);
    // It keeps the engagement with which it was made; nothing of it has been tailored yet. What was there is no copy.
    near(list.engagement[1], 0.48);
    assert_eq!((list.engagement[0], list.tailored[1]), (1.0, 0.0));
    assert_eq!((list.core_share[1], list.scale[1], list.origin[1]), (0.4, 0.02, Origin::Copied));
    assert_eq!((list.start[1], list.trial[1]), (month as i32 + 1, Some(month + 13)));
    assert_eq!(list.members(1), [0, 1, 2, 3, 4, 5, 6]);
    // The chiefs speak for it, and have not been asked yet.
    let sponsors: Vec<(u16, bool)> = list.partners(1).iter().map(|partner| (partner.sponsor, partner.asked)).collect();
    assert_eq!(sponsors, [(0, false), (4, false)]);
    assert_eq!((site.actors.sponsors[0] & 2, site.actors.sponsors[4] & 2), (2, 2));
    // Members who did not know each other do now, at the start level; with somebody who came later, at 0.5.
    let tie = site.ties.find(3, 6).expect("a new tie");
    near(site.ties.trust(tie), 0.4);
    let mut later = place.world.sites[1].clone();
    later.actors.lived[6] = false;
    later.add_copy(0, 20, &place.plan, &place.world.nation).expect("its organisations are there");
    for (one, other, trust) in [(3, 6, 0.5), (6, 3, 0.5), (3, 5, 0.4)] {
        near(later.ties.trust(later.ties.find(one, other).expect("a new tie")), trust);
    }
    assert_eq!(site.had, 3);
}

#[test]
fn a_board_covers_a_copy_as_it_does_what_was_there() {
    let mut place = two(|scenario| {
        scenario.sites[1].boards.push(Board {
            kind: None,
            seats: vec![Group::Executive, Group::Manager],
            members: vec![OrganisationId(0), OrganisationId(1)],
            formality: share(0.5),
            start: 0,
            end: None,
        });
    });
    let there = &mut place.world.sites[1];
    let copy = there.add_copy(0, 20, &place.plan, &place.world.nation).expect("its organisations are there");
    assert_eq!(there.initiatives.boards, [1, 1]);
    assert_eq!(copy, 1);
}

/// In what share of months the region adopts alpha.
fn region_adopts(place: &Place, start: u32) -> f64 {
    let mut count = 0;
    for month in start..start + MONTHS {
        let mut nation = place.world.nation.clone();
        let events = spread_to_regions(&mut nation, &place.plan, month, 7, 0);
        assert_eq!(events.len() as u32, nation.regions[0].adopted.count_ones());
        count += u32::from(nation.regions[0].adopted & 1 != 0);
    }
    f64::from(count) / f64::from(MONTHS)
}

#[test]
fn a_region_adopts_through_people_in_regional_posts() {
    let mut place = exposed();
    (place.parameters().region_adopt, place.parameters().leave_manager) = (1.0, 0.0);
    // Its lead has long been in post, and brokers as most do: 0.5 + 0.5.
    place.world.nation.regions[0].lead.months = 1000;
    place.world.nation.regions[0].carriers[0] = 2;
    // Not before the successor policy.
    near(region_adopts(&place, 100), 0.0);
    place.plan.scenario.programme.successor_start = Some(50);
    // (1 - exp(-0.4 x 1.5 x 2)) x (1 - 0.4)
    likely(region_adopts(&place, 100), (1.0 - libm::exp(-1.2)) * 0.6, MONTHS);
    // A lead in the sixth month, who brokers at 0.1; nobody leads.
    (place.world.nation.regions[0].lead.months, place.world.nation.regions[0].lead.brokering) = (5, 0.1);
    likely(region_adopts(&place, 100), (1.0 - libm::exp(-1.0)) * 0.6 * (1.0 - libm::exp(-1.2)) * 0.6, MONTHS);
    place.world.nation.regions[0].lead.vacancy = 3;
    near(region_adopts(&place, 100), 0.0);
    place.world.nation.regions[0].lead = Intermediary { months: 1000, vacancy: 0, left: false, brokering: 0.5 };
    // Nobody in post: only a formal bridge, worth as much as three carriers of what member sites have.
    place.world.nation.regions[0].carriers[0] = 0;
    near(region_adopts(&place, 100), 0.0);
    place.plan.scenario.programme.bridge = share(1.0);
    likely(region_adopts(&place, 100), (1.0 - libm::exp(-0.4 * 1.5 * 3.0)) * 0.6, MONTHS);
}

#[test]
fn a_mandate_pushes_adoption_and_marks_the_copy() {
    let mut place = exposed();
    place.world.nation.regions[0].adopted = 1;
    likely(adopts(&place, 100), 2.0 * chance(0.4, 3.4), MONTHS);
    let World { nation, sites } = &mut place.world;
    let plan = &place.plan;
    let mandated = (100..200).find_map(|month| {
        let mut site = sites[1].clone();
        adopt(&mut site, &Now { plan, nation, month });
        (site.initiatives.len() > 1).then(|| site.initiatives.mandated[1])
    });
    assert_eq!(mandated, Some(true));
}
