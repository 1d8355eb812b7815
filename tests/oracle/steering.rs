//! Section 6.2: the national team, its pressure and its account managers.

use crate::field::share;
use crate::place::{Place, likely, near};
use safsim::processes::{run_programme, steer};
use safsim::scenario::Scenario;
use safsim::world::{Intermediary, World};

/// Two sites alike under a target of 1.
fn steered(edit: impl FnOnce(&mut Scenario)) -> Place {
    Place::new(|scenario| {
        let twin = safsim::scenario::Site { name: "there".to_owned(), ..scenario.sites[0].clone() };
        scenario.sites.push(twin);
        scenario.programme.funding.threshold = 1.0;
        edit(scenario);
    })
}

fn after(mut place: Place, month: u32) -> World {
    steer(&mut place.world, &place.plan, month, 7, 0);
    place.world
}

#[test]
fn each_quarter_the_gap_between_promise_and_report_becomes_pressure() {
    let pressure = |month: u32, before: f64, effect: f64| {
        let mut place = steered(|_| {});
        place.world.nation.pressure = before;
        for site in &mut place.world.sites {
            (site.standing.metric_effect, site.standing.effect_at_start) = (0.3 + effect, 0.3);
        }
        after(place, month).nation.pressure
    };
    // At the end of month 29, half of 36 months are over: 0.2 + 0.35 x (0.5 - 0.1) x 0.8.
    near(pressure(29, 0.2, 0.1), 0.2 + 0.35 * 0.4 * 0.8);
    // Ahead of the calendar it falls by its own share: 0.2 + 0.35 x (0.5 - 0.9) x 0.2.
    near(pressure(29, 0.2, 0.9), 0.2 - 0.35 * 0.4 * 0.2);
    // In other months, before and after the programme, nothing is looked at.
    for month in [11, 28, 30, 48, 50] {
        near(pressure(month, 0.2, 0.1), 0.2);
    }
    // Nobody asks for anything, or nobody has promised it.
    let mut free = steered(|scenario| scenario.programme.funding.threshold = 0.0);
    free.world.nation.pressure = 0.2;
    near(after(free, 29).nation.pressure, 0.2);
    let mut nobody = steered(|scenario| scenario.sites.iter_mut().for_each(|site| site.member = false));
    nobody.world.nation.pressure = 0.2;
    near(after(nobody, 29).nation.pressure, 0.2);
}

#[test]
fn good_news_and_errors_go_up_and_change_what_comes_down() {
    let pressure = |good_news: f64, error: f64| {
        let mut place = steered(|_| {});
        for (site, effect) in place.world.sites.iter_mut().zip([0.4, 0.0]) {
            site.standing.metric_effect = effect;
            site.standing.good_news = good_news;
            site.standing.report_error = error;
        }
        after(place, 29).nation.pressure
    };
    // Mean 0.2; the second lacks 0.2, of which half is not told: (0.4 + 0.1)/2.
    near(pressure(0.0, 0.0), 0.35 * (0.5 - 0.2));
    near(pressure(0.5, 0.0), 0.35 * (0.5 - 0.25));
    // Errors of 0.1 as two of fifty sites would have them: 0.1 x sqrt(2/50) = 0.02.
    near(pressure(0.0, 0.1), 0.35 * (0.5 - 0.22));
    // How far each is behind counts errors in full: 0.5 - 0.5 and 0.5 - 0.1.
    let mut place = steered(|_| {});
    place.world.sites[0].standing.metric_effect = 0.4;
    place.world.sites.iter_mut().for_each(|site| site.standing.report_error = 0.1);
    near(after(place, 29).nation.behind, (0.0 + 0.4) / 2.0);
}

#[test]
fn account_managers_come_to_know_their_sites_and_leave_as_others_do() {
    let managed = |scenario: &mut Scenario| {
        scenario.programme.support.account_managers = true;
        scenario.programme.support.caseload = 1;
        scenario.programme.support.good_news = share(0.0);
    };
    let mut place = steered(managed);
    (place.parameters().leave_manager, place.parameters().offers) = (0.0, 0.0);
    place.world.nation.managers[1] = Intermediary { months: 9, vacancy: 2, left: true, brokering: 0.5 };
    let world = after(place, 20);
    assert_eq!(world.nation.managers[0], Intermediary { months: 1, vacancy: 0, left: false, brokering: 0.5 });
    assert_eq!(world.nation.managers[1], Intermediary { months: 0, vacancy: 1, left: false, brokering: 0.5 });
    // Who goes is missed from the month after on; nobody leaves an empty post.
    let mut place = steered(managed);
    (place.parameters().leave_manager, place.parameters().offers) = (1.0, 0.0);
    place.world.nation.managers[1].vacancy = 5;
    let world = after(place, 20);
    assert!(world.nation.managers[0].left && world.nation.managers[0].vacancy >= 1);
    assert!(!world.nation.managers[1].left);
    // Somebody else comes, whose skill is drawn anew.
    assert!(world.nation.managers[0].brokering != 0.5 && world.nation.managers[1].brokering == 0.5);
    // What is left is a stranger's trust and 0.15 of what was above it: 0.5 + 0.15 x 0.4. After the programme as well, once.
    for month in [21, 48] {
        let mut place = steered(managed);
        place.world.nation.managers[0] = Intermediary { months: 20, vacancy: 3, left: true, brokering: 0.5 };
        place.site().standing.national_trust = 0.9;
        place.act(month, run_programme);
        near(place.site().standing.national_trust, 0.56);
    }
    // Whoever left in the programme's last month is missed in the month after it, and not in every month from then on.
    let mut place = steered(managed);
    (place.parameters().leave_manager, place.parameters().offers) = (1.0, 0.0);
    place.site().standing.national_trust = 0.9;
    steer(&mut place.world, &place.plan, 47, 7, 0);
    for month in 48..52 {
        place.act(month, run_programme);
        steer(&mut place.world, &place.plan, month, 7, 0);
        near(place.site().standing.national_trust, 0.56);
    }
    // With 18 months to go: 0.015 + 0.8 x the mean of e^(-18/(12 x need)).
    let stay_away = [0.105, 0.357, 0.693, 1.204, 2.303].map(|needs| libm::exp(-1.5 / needs)).iter().sum::<f64>() / 5.0;
    let gone = (0..4000).filter(|&replicate| {
        let mut place = steered(managed);
        place.parameters().offers = 0.8;
        steer(&mut place.world, &place.plan, 30, 7, replicate);
        place.world.nation.managers[0].vacancy > 0
    });
    likely(gone.count() as f64 / 4000.0, 0.015 + 0.8 * stay_away, 4000);
}

#[test]
fn the_skill_of_who_is_in_post_is_drawn_about_a_middling_one() {
    let replicates = 0..2000;
    let first = |replicate| {
        let place = steered(|scenario| scenario.programme.support.account_managers = true);
        let sites = place.world.sites.clone();
        World::new(&place.plan, sites, 7, replicate).nation.managers[0].brokering
    };
    let skills: Vec<f64> = replicates.map(first).collect();
    let mean = skills.iter().sum::<f64>() / 2000.0;
    // Beta(4, 4) has a standard deviation of 1/6.
    assert!((mean - 0.5).abs() < 4.0 / 6.0 / 2000_f64.sqrt(), "{mean}");
    let spread = (skills.iter().map(|skill| (skill - mean) * (skill - mean)).sum::<f64>() / 1999.0).sqrt();
    assert!((spread - 1.0 / 6.0).abs() < 0.015, "{spread}");
}
