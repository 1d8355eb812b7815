//! Fields of the sizes that the benches need.

use safsim::scenario::{Scenario, Source, load};

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
