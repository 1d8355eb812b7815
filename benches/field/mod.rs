//! Fields of the sizes that the benches need.

use safsim::quantity::Share;
use safsim::scenario::{Consultation, Parameters, Scenario, Source, load};

/// People in a site of the workforce.
pub const PEOPLE: usize = 200;

/// `number` sites of 200 people and four initiatives each.
pub fn workforce(number: usize) -> Scenario {
    let source = Source::BuiltIn("workforce".to_owned());
    let mut scenario = load(&source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    scenario.sites.truncate(number);
    assert_eq!(scenario.sites.len(), number);
    scenario
}

/// `number` sites of 200 people who know ten others each and do nothing together.
pub fn acquaintances(number: usize) -> Scenario {
    let mut scenario = workforce(number);
    for site in &mut scenario.sites {
        site.initiatives.clear();
        site.boards.clear();
        site.consultation = Consultation::None;
        site.engagement = Share::ZERO;
    }
    scenario.parameters = Parameters { ties_inside: 0.5, ties_across: 0.017, ..scenario.parameters };
    scenario
}
