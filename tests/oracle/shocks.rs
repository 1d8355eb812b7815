//! Section 6.1: the objective part of each kind of shock, and what is felt.

use crate::field::organisation_kind;
use crate::place::{Place, near};
use safsim::processes::{resource, run_programme, strike};
use safsim::quantity::{InitiativeId, OrganisationId, RegionId, SiteId};
use safsim::scenario::{Parameters, Scope, Shock, ShockKind, StaffTarget, Timing};
use safsim::world::{ABSENT, HeldBack, Passing};

fn shock(kind: ShockKind, magnitude: f64) -> Shock {
    Shock {
        kind,
        timing: Timing::Month(20),
        scope: Scope::All,
        magnitude,
        duration: 0,
        target: StaffTarget::Random,
        count: None,
    }
}

/// The field with interpretive capacity 0.4 and crisis 0.1, after that shock.
fn struck(shock: Shock, month: u32) -> Place {
    let mut place = Place::new(|scenario| scenario.shocks.push(shock));
    place.site().standing.interpretation = 0.4;
    place.site().crisis = 0.1;
    place.act(month, strike);
    place
}

#[test]
fn people_feel_what_nobody_interprets_and_framers_make_a_crisis_of_the_rest() {
    let mut place = struck(shock(ShockKind::FundingCut, 0.5), 20);
    let site = place.site();
    for slot in 0..7 {
        // 0.2 - 0.35 x 0.5 x (1-0.4) = 0.2 - 0.105
        near(site.actors.enthusiasm[slot], 0.095);
        // 0.5 - 0.25 x 0.5 x (1-0.4) = 0.5 - 0.075
        near(site.actors.agency[slot], 0.425);
    }
    // 0.1 + 0.5 x 0.5 x 0.4
    near(site.crisis, 0.2);
}

#[test]
fn only_economic_shocks_make_a_crisis() {
    for kind in ShockKind::ALL {
        let economic = [
            ShockKind::FundingCut,
            ShockKind::FundingWithdrawal,
            ShockKind::AwardBelowBid,
            ShockKind::FundingDelay,
            ShockKind::PriceChange,
            ShockKind::DemandSurge,
        ]
        .contains(&kind);
        // Half of a missing award is felt: 0.5 x (0.5 x 0.2) x 0.4 instead of 0.5 x 0.2 x 0.4.
        let felt = if kind == ShockKind::AwardBelowBid { 0.1 } else { 0.2 };
        let mut place = struck(shock(kind, 0.2), 20);
        near(place.site().crisis, if economic { 0.1 + 0.5 * felt * 0.4 } else { 0.1 });
    }
}

#[test]
fn a_shock_strikes_in_its_month_and_scope_alone() {
    let felt = |scope: Scope, month: u32| -> Vec<bool> {
        let mut place = struck(Shock { scope, ..shock(ShockKind::PolicyShift, 0.5) }, month);
        place.site().actors.enthusiasm.iter().map(|&e| e < 0.2).collect()
    };
    assert_eq!(felt(Scope::All, 19), [false; 7]);
    assert_eq!(felt(Scope::All, 20), [true; 7]);
    assert_eq!(felt(Scope::Members, 20), [true; 7]);
    assert_eq!(felt(Scope::Region(RegionId(0)), 20), [true; 7]);
    assert_eq!(felt(Scope::Region(RegionId(1)), 20), [false; 7]);
    assert_eq!(felt(Scope::Site(SiteId(0)), 20), [true; 7]);
    assert_eq!(felt(Scope::Site(SiteId(1)), 20), [false; 7]);
    let practice = Scope::Organisation(SiteId(0), OrganisationId(1));
    assert_eq!(felt(practice, 20), [false, false, false, false, true, true, true]);
    let beta = Scope::Initiative(SiteId(0), InitiativeId(1));
    assert_eq!(felt(beta, 20), [true, true, true, true, false, false, false]);
}

#[test]
fn a_monthly_rate_of_one_always_and_of_nought_never_strikes() {
    for (rate, e) in [(1.0, 0.2 - 0.35 * 0.5 * 0.6), (0.0, 0.2)] {
        let mut place = struck(Shock { timing: Timing::Rate(rate), ..shock(ShockKind::PolicyShift, 0.5) }, 33);
        near(place.site().actors.enthusiasm[0], e);
    }
}

#[test]
fn money_is_cut_withdrawn_or_awarded_below_the_bid() {
    // For good: the award is kept at 1 - 0.3; nothing is left of a withdrawal.
    near(struck(shock(ShockKind::FundingCut, 0.3), 20).site().money.kept, 0.7);
    // Measured from the bid: whatever was awarded, now it is 1 - 0.3 of it.
    near(struck(shock(ShockKind::AwardBelowBid, 0.3), 20).site().money.award, 0.7);
    near(struck(shock(ShockKind::FundingWithdrawal, 0.3), 20).site().money.kept, 0.0);
    // For three months: 20, 21 and 22.
    let mut place = struck(Shock { duration: 3, ..shock(ShockKind::FundingCut, 0.3) }, 20);
    assert_eq!((place.site().money.kept, place.site().money.passing), (1.0, Passing { value: 0.7, until: 23 }));
    // Of one initiative: its core money, 0.5 x (1 - 0.3).
    let alpha = Scope::Initiative(SiteId(0), InitiativeId(0));
    let mut place = struck(Shock { scope: alpha, ..shock(ShockKind::FundingCut, 0.3) }, 20);
    near(place.site().initiatives.core_share[0], 0.35);
    near(place.site().initiatives.core_share[1], 0.5);
    near(place.site().money.kept, 1.0);
    let mut place = struck(Shock { duration: 2, ..shock(ShockKind::FundingDelay, 1.0) }, 20);
    assert_eq!(place.site().money.held, HeldBack { sum: 0.0, until: 22 });
}

#[test]
fn prices_rise_for_as_long_as_the_shock_lasts() {
    let mut place = struck(Shock { duration: 2, ..shock(ShockKind::PriceChange, 0.25) }, 20);
    for (month, cost) in [(20, 12.5), (21, 12.5), (22, 10.0)] {
        place.act(month, resource);
        near(place.site().initiatives.cost[0], cost);
    }
}

#[test]
fn policy_narrows_shifts_and_changes_its_rules() {
    let mut place = struck(shock(ShockKind::MetricNarrowing, 0.5), 20);
    place.act(20, run_programme);
    // m = 0.1 + 0.5 x (1 - 0.1)
    near(place.site().standing.metric_focus, 0.55);
    let mut place = struck(shock(ShockKind::LegislationChange, 0.3), 20);
    place.act(20, run_programme);
    near(place.site().standing.legislation, 0.3);
    let mut place = struck(shock(ShockKind::LegislationChange, -0.3), 20);
    place.act(20, run_programme);
    near(place.site().standing.legislation, 0.0);
}

#[test]
fn a_surge_takes_headroom_and_money_while_it_lasts() {
    let mut place = struck(Shock { duration: 3, ..shock(ShockKind::DemandSurge, 0.5) }, 20);
    for (month, surge) in [(20, 0.5), (22, 0.5), (23, 0.0)] {
        near(place.site().surge(month), surge);
        // d = 0.4 + 0.3 x surge
        near(place.site().pressure(month), 0.4 + 0.3 * surge);
    }
}

#[test]
fn a_new_entrant_displaces_the_norm_and_takes_its_seats() {
    let entrant = shock(ShockKind::NewEntrant, 0.5);
    let mut waiting = Place::new(|scenario| scenario.shocks.push(entrant));
    let seats = 7..13;
    assert_eq!(waiting.site().organisation_kind[2], organisation_kind("new_entrant"));
    assert!(seats.clone().all(|s| waiting.site().actors.vacancy[s] == ABSENT));
    let mut place = struck(entrant, 20);
    // 0.4 - 0.2 x 0.5 x (1 - 0.4)
    near(place.site().collaboration.now, 0.34);
    assert!(seats.clone().all(|s| place.site().actors.vacancy[s] == 1));
}

#[test]
fn a_loss_of_people_is_felt_by_whoever_leaned_on_them() {
    let practice = Scope::Organisation(SiteId(0), OrganisationId(1));
    let feelings = |shock: Shock| -> Vec<f64> {
        let mut place = Place::new(|scenario| scenario.shocks.push(shock));
        place.site().standing.interpretation = 0.4;
        place.site().crisis = 0.1;
        for (from, trust) in [(1, 0.5), (2, 0.25), (5, 0.0)] {
            place.set_trust(from, 4, trust);
        }
        place.act(20, strike);
        near(place.site().crisis, 0.1);
        place.site().actors.enthusiasm[..7].to_vec()
    };
    // Chief 4 of the practice goes, with position 0.8. Her own are 5 and 6: 6 trusts her by 0.6, and 5 not at all.
    let one = feelings(Shock { scope: practice, ..shock(ShockKind::LeadershipChange, 0.5) });
    near(one[5], 0.2);
    // 0.2 - 0.35 x 0.5 x (1 - 0.4) x 0.6 x 0.8
    near(one[6], 0.2 - 0.105 * 0.48);
    // Those of the hospital are out of scope, though they know her.
    assert_eq!(one[..4], [0.2; 4]);
    // With chief 0 of the hospital, in whom 1 to 3 trust by 0.6, and whom nobody of the practice trusts but by 0.4, both go.
    let two = feelings(shock(ShockKind::LeadershipChange, 0.5));
    for (slot, [in_0, in_4]) in [(1, [0.6, 0.5]), (2, [0.6, 0.25]), (6, [0.4, 0.6])] {
        near(two[slot], 0.2 - 0.105 * (1.0 - (1.0 - 0.8 * in_0) * (1.0 - 0.8 * in_4)));
    }
}

#[test]
fn who_is_held_is_not_missed() {
    let mut place = Place::new(|scenario| scenario.shocks.push(shock(ShockKind::LeadershipChange, 0.5)));
    place.site().stayers.leaders = true;
    place.act(20, strike);
    assert!(place.site().actors.enthusiasm[..7].iter().all(|&e| e == 0.2));
}

/// Who is gone after a loss of staff.
fn gone(shock: Shock, prepare: impl FnOnce(&mut Place)) -> Vec<usize> {
    let mut place = Place::new(|scenario| scenario.shocks.push(shock));
    prepare(&mut place);
    place.act(20, strike);
    let a = &place.site().actors;
    (0..a.len()).filter(|&s| !a.present(s)).collect()
}

#[test]
fn a_loss_of_staff_finds_its_target() {
    let loss = |target, magnitude, count| Shock { target, count, ..shock(ShockKind::StaffLoss, magnitude) };
    // Whichever chief stands higher in the hierarchy, if only by a little: no draw decides.
    for first in [0, 4] {
        let one_leader = gone(loss(StaffTarget::Leaders, 0.0, Some(1)), |place| {
            place.site().actors.hierarchical[first] = 0.81;
            place.site().actors.reposition(first, &Parameters::default());
        });
        assert_eq!(one_leader, [first]);
    }
    assert_eq!(gone(loss(StaffTarget::Leaders, 1.0, None), |_| {}), [0, 4]);
    assert_eq!(gone(loss(StaffTarget::Champions, 1.0, None), |_| {}), [1]);
    assert_eq!(gone(loss(StaffTarget::Spanners, 1.0, None), |place| place.site().actors.spanner[6] = true), [6]);
    // Members of alpha in the practice know four people across, those in the hospital three.
    assert_eq!(gone(loss(StaffTarget::BestConnected, 0.0, Some(3)), |_| {}), [4, 5, 6]);
    // A share of 0.6 of 7 people is 4.2, so four.
    assert_eq!(gone(loss(StaffTarget::Random, 0.6, None), |_| {}).len(), 4);
    assert_eq!(gone(loss(StaffTarget::Random, 0.0, Some(99)), |_| {}).len(), 7);
    assert_eq!(gone(shock(ShockKind::LeadershipChange, 0.4), |_| {}), [0, 4]);
    let practice = Scope::Organisation(SiteId(0), OrganisationId(1));
    assert_eq!(gone(Shock { scope: practice, ..shock(ShockKind::LeadershipChange, 0.4) }, |_| {}), [4]);
}

#[test]
fn special_measures_cost_those_whom_they_strike_the_trust_of_others_alone() {
    let hospital = Scope::Organisation(SiteId(0), OrganisationId(0));
    let measures = Shock { scope: hospital, ..shock(ShockKind::SpecialMeasures, 0.5) };
    let mut place = Place::new(|scenario| scenario.shocks.push(measures));
    place.site().standing.interpretation = 0.4;
    for (from, to, trust) in [(6, 2, 0.8), (2, 6, 0.8), (5, 2, 0.3), (1, 2, 0.8)] {
        place.set_trust(from, to, trust);
    }
    place.act(20, strike);
    // Nurse 2 is of the hospital, 5 and 6 are of the practice. The floor across is 0.4: 0.8 - 0.5 x (0.8 - 0.4).
    near(place.trust(6, 2), 0.6);
    // What lies below the floor stays, and so does trust in others and inside.
    near(place.trust(5, 2), 0.3);
    near(place.trust(2, 6), 0.8);
    near(place.trust(1, 2), 0.8);
    // Those whom it strikes feel it; the practice does not: 0.2 - 0.35 x 0.5 x (1 - 0.4).
    near(place.site().actors.enthusiasm[2], 0.095);
    near(place.site().actors.enthusiasm[6], 0.2);
}

#[test]
fn enthusiasm_and_agency_have_a_floor() {
    let mut place = Place::new(|scenario| scenario.shocks.push(shock(ShockKind::PolicyShift, 1.0)));
    place.site().actors.enthusiasm[0] = -0.9;
    place.site().actors.agency[0] = 0.1;
    place.act(20, strike);
    // -0.9 - 0.35 and 0.1 - 0.25, kept within their ranges.
    assert_eq!((place.site().actors.enthusiasm[0], place.site().actors.agency[0]), (-1.0, 0.0));
}
