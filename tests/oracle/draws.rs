//! Section 4.1: draws stand where the page says, so that who builds the model again makes the same ones.

use crate::place::{Place, near};
use safsim::processes::{decide_continuation, take_results};
use safsim::random::{Key, Stream};

/// `number` draws of a purpose at the field's first site, from the beginning of a month's row on.
fn row(process: u32, month: u32, number: usize) -> Vec<f64> {
    let mut stream = Stream::new(Key { seed: 7, replicate: 0, process, site: 0 });
    let draws = stream.row(month);
    (0..number).map(|_| draws.uniform()).collect()
}

#[test]
fn continuation_has_four_draws_of_a_row_for_each_initiative() {
    let mut place = Place::new(|_| {});
    let p = place.parameters();
    (p.review_exposed, p.core_kept, p.mainstream_intercept) = (1.0, 1e3, -20.0);
    // All that is near the end of the money is exposed.
    place.plan.scenario.programme.end = 50;
    place.act(55, decide_continuation);
    let draws = row(30, 55, 8);
    for i in 0..2 {
        let won = draws[4 * i + 1];
        near(place.site().initiatives.lost[i].unwrap().needed, libm::log(won / (1.0 - won)));
    }
}

#[test]
fn claims_have_twelve_draws_of_a_row_for_each_initiative() {
    let mut place = Place::new(|_| {});
    place.parameters().report_noise = 0.05;
    place.site().initiatives.performance = vec![0.5, 0.5];
    place.act(20, take_results);
    let draws = row(60, 20, 24);
    let figures = [0, 1].map(|i| 0.5 + 0.05 * (draws[12 * i..12 * (i + 1)].iter().sum::<f64>() - 6.0));
    near(place.site().standing.official, 0.2 * figures[0].max(figures[1]));
}
