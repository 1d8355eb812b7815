//! A month allocates nothing: every vector has its room before the first one. Only a copy of an initiative (which
//! brings new members and ties) and the event log may ask for more.

use allocation_counter::measure;
use safsim::engine::{Engine, Observe, Switches};
use safsim::scenario::default_scenario;

#[test]
fn a_month_of_the_six_sites_allocates_nothing() {
    let mut scenario = default_scenario();
    let p = &mut scenario.parameters;
    (p.adopt_norm, p.adopt_deficit, p.adopt_headroom) = (0.0, 0.0, 0.0);
    scenario.parameters.region_adopt = 0.0;
    let engine = Engine::new(&scenario).with(Switches::ALL);
    let mut world = engine.begin(1, 0, &Observe::default());
    engine.step(&mut world, 1, 0, 0);
    for month in 1..scenario.time.months {
        let taken = measure(|| {
            engine.step(&mut world, 1, 0, month);
        });
        assert_eq!(taken.count_total, 0, "month {month}: {taken:?}");
    }
}
