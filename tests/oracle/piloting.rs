//! Ambiguity and conflict of a programme: sections 5, 6.3 and 6.9.

use crate::field::{scenario, share};
use crate::place::{Place, near};
use safsim::processes::{draw_authority, gather_spread};
use safsim::random::{Key, Stream};
use safsim::scenario::{Origin, Scenario};
use safsim::world::{Blueprint, Purpose, build_site};

fn with_conflict(conflict: f64, month: u32) -> [f64; 2] {
    let mut place = Place::new(|scenario| scenario.programme.conflict = share(conflict));
    place.site().standing.metric_focus = 0.5;
    place.act(month, draw_authority);
    [place.site().standing.authority[3], place.site().standing.against[3]]
}

/// Mean alignment (0.6 + 0.2) / 2 = 0.4, so that w = 0.5 x 0.6 = 0.3; for: 0.8 x (1 - 0.6 x 0.3) = 0.656.
#[test]
fn goals_at_odds_speak_against_the_programme() {
    assert_eq!(with_conflict(0.0, 20), [0.8 * (1.0 - 0.6 * 0.5 * (1.0 - 0.4)), 0.5 * (1.0 - 0.4)]);
    let [values, against] = with_conflict(0.4, 20);
    near(values, 0.656 * 0.6);
    near(against, 0.3 + 0.4 * 0.7);
    let [values, against] = with_conflict(1.0, 20);
    near(values, 0.0);
    near(against, 1.0);
    // Not before the programme, where values speak with 0.6 x 0.82.
    let [values, against] = with_conflict(0.4, 11);
    near(values, 0.492);
    near(against, 0.3);
    // Nor outside it.
    let mut outside = Place::new(|scenario| {
        scenario.programme.conflict = share(0.4);
        scenario.sites[0].member = false;
    });
    outside.site().standing.metric_focus = 0.5;
    outside.act(20, draw_authority);
    near(outside.site().standing.against[3], 0.3);
    // Goals are at odds before anything is done.
    let mut idle = Place::new(|scenario| scenario.programme.conflict = share(0.4));
    idle.site().initiatives.stage.fill(safsim::world::Stage::Ended);
    idle.act(20, draw_authority);
    near(idle.site().standing.against[3], 0.4);
}

/// Fit is 0.3 x (1 - s + 2 s u), u the second draw of the initiative.
#[test]
fn what_is_left_open_is_tried_in_more_ways() {
    let fit = |edit: &dyn Fn(&mut Scenario)| {
        let mut scenario = scenario();
        edit(&mut scenario);
        build_site(&Blueprint::new(&scenario), 0, 7, 0, false).initiatives.fit
    };
    let mut drawn = Stream::new(Key { seed: 7, replicate: 0, process: Purpose::Initiatives as u32, site: 0 });
    let draws = drawn.at(0, 0);
    let u = (draws.uniform(), draws.uniform()).1;
    near(fit(&|_| {})[0], 0.3 * (0.8 + 0.4 * u));
    // s = 0.2 + 0.8 x 0.5 = 0.6, and 1 where everything is open; the one that was there before is as it was.
    let half = fit(&|scenario| scenario.programme.ambiguity = share(0.5));
    near(half[0], 0.3 * (0.4 + 1.2 * u));
    near(half[1], 0.6);
    near(fit(&|scenario| scenario.programme.ambiguity = share(1.0))[0], 0.6 * u);
    let outside = fit(&|scenario| {
        scenario.programme.ambiguity = share(1.0);
        scenario.sites[0].member = false;
    });
    near(outside[0], 0.3 * (0.8 + 0.4 * u));
}

/// Performance 0.3 and evidence 0.2 of both kinds; alpha is the programme's, beta was there before.
#[test]
fn evidence_of_what_is_left_open_cannot_be_compared() {
    let visible = |ambiguity: f64, member: bool| {
        let mut place = Place::new(|scenario| {
            scenario.programme.ambiguity = share(ambiguity);
            scenario.sites[0].member = member;
        });
        assert_eq!(place.site().initiatives.origin, [Origin::Programme, Origin::PreExisting]);
        gather_spread(&mut place.world, &place.plan);
        place.world.nation.visible.clone()
    };
    let seen = 0.3 * (0.3 + 0.7 * 0.2);
    near(visible(0.0, true)[0], seen);
    let open = visible(0.5, true);
    near(open[0], 0.3 * (0.3 + 0.7 * 0.2 * 0.5));
    near(open[1], seen);
    near(visible(1.0, true)[0], 0.3 * 0.3);
    near(visible(1.0, false)[0], seen);
}
