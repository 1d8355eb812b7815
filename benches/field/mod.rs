//! Fields of the sizes that the benches need.

use safsim::scenario::{Scenario, Source, default_scenario, load};

/// Months of a full run.
#[allow(dead_code, reason = "not every bench needs every field")]
pub const MONTHS: u32 = 96;

/// The six sites: about 75 people and 12 initiatives each.
#[allow(dead_code, reason = "not every bench needs every field")]
pub fn six_sites() -> Scenario {
    default_scenario()
}

/// `number` sites of 200 people and four initiatives each.
#[allow(dead_code, reason = "not every bench needs every field")]
pub fn workforce(number: usize) -> Scenario {
    let mut scenario = built_in("workforce");
    scenario.sites.truncate(number);
    scenario
}

fn built_in(name: &str) -> Scenario {
    load(&Source::BuiltIn(name.to_owned()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}
