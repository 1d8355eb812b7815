//! What a run is said to need, held against what it takes.

use allocation_counter::measure;
use safsim::engine::{Engine, Observe};
use safsim::experiment::{Demand, pool};
use safsim::scenario::{Scenario, Source, load};
use std::num::NonZeroUsize;

fn scenario(text: &str) -> Scenario {
    let source = Source::Text { name: "demand".to_owned(), text: text.to_owned() };
    load(&source, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// A built-in scenario, its first sites only.
fn built_in(name: &str, sites: usize) -> Scenario {
    let mut scenario = load(&Source::BuiltIn(name.to_owned()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    scenario.sites.truncate(sites);
    scenario
}

/// Small sites, large ones, many and few, with initiatives and without, with a new entrant and without.
fn scenarios() -> Vec<(&'static str, Scenario)> {
    let crowd = |people: u32| {
        format!(
            "name = \"crowd\"\n[time]\nmonths = 40\n[[site]]\nname = \"a\"\npopulation = 1e6\ninitiatives = [\"multidisciplinary_team\"]\n\
             [[site.organisation]]\nkind = \"general_practice\"\nroles = {{ nurse = {people}, manager = 20 }}\n\
             [[site.organisation]]\nkind = \"community\"\nroles = {{ nurse = {people} }}\n"
        )
    };
    vec![
        ("six-sites", built_in("six-sites", 6)),
        ("single-site", built_in("single-site", 1)),
        ("workforce", built_in("workforce", 300)),
        ("crowd of 600", scenario(&crowd(300))),
        ("crowd of 4000", scenario(&crowd(2000))),
        ("crowd of 12000", scenario(&crowd(6000))),
        (
            "kits",
            scenario(
                "name = \"kits\"\n[time]\nstart = \"2015-04\"\nmonths = 60\n[[site]]\nname = \"a\"\ncount = 250\ntype = \"pacs\"\n",
            ),
        ),
    ]
}

#[test]
#[expect(clippy::print_stdout, reason = "how much was tried, and how it came out, is for whoever looks")]
fn memory_of_a_replicate_is_told_within_a_factor_of_one_and_a_half() {
    let alone = pool(NonZeroUsize::new(1)).unwrap();
    for (name, scenario) in scenarios() {
        let demand = Demand::of(&scenario);
        let engine = Engine::new(&scenario);
        let (taken, people, ties) = alone.install(|| {
            let mut size = (0.0, 0.0);
            let taken = measure(|| {
                let world = engine.begin(1, 0, &Observe::default());
                size.0 = world.sites.iter().map(|site| site.actors.len()).sum::<usize>() as f64;
                size.1 = world.sites.iter().map(|site| site.ties.len()).sum::<usize>() as f64;
            });
            let run = measure(|| drop(engine.run(1, 0, &Observe::default())));
            (run.bytes_max.max(taken.bytes_max) as f64, size.0, size.1)
        });
        let told = demand.world + demand.record;
        let copies = measure(|| drop(scenario.clone()));
        println!(
            "{name}: people {people} told {}, ties {ties} told {:.0}, bytes {taken} told {told:.0} ({:.2}), scenario {} told {:.0}",
            demand.people,
            demand.ties,
            told / taken,
            copies.bytes_max,
            demand.scenario
        );
        assert_eq!(demand.people, people, "{name}");
        assert!((0.9..=1.5).contains(&(demand.ties / ties)), "{name}: {} ties of {ties}", demand.ties);
        assert!((1.0..=1.5).contains(&(told / taken)), "{name}: {told} bytes of {taken}");
    }
}
