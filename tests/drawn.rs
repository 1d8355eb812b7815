//! What is not known of a site and drawn in every replicate.

use safsim::engine::{Engine, Observe};
use safsim::scenario::{Scenario, Source, load, load_study, study_to_toml};

fn file(drawn: &str, rest: &str) -> Source {
    let text = format!(
        r#"
name = "unknown"
[time]
months = 40
[[site]]
name = "A"
count = 2
type = "mcp"
initiatives = ["dementia_support", "extended_access"]
{drawn}
[[site]]
name = "B"
type = "pacs"
history = 0.3
initiatives = ["social_prescribing"]
{rest}
"#
    );
    Source::Text { name: "unknown".to_owned(), text }
}

fn scenario(drawn: &str) -> Scenario {
    load(&file(drawn, ""), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn told(drawn: &str) -> String {
    load(&file(drawn, ""), &[]).map_or_else(|mistakes| mistakes.to_string(), |_| String::new())
}

const ALL: &str = "drawn = { population = [50000, 90000], history = [0.2, 0.6], collaboration = [0.1, 0.3], deficit = [0, 0.4], \
                   engagement = [0.5, 0.7] }";

#[test]
fn every_replicate_and_site_draws_its_own_evenly_over_the_range() {
    let engine = Engine::new(&scenario(ALL));
    let mut deficits = Vec::new();
    for replicate in 0..400 {
        let world = engine.begin(3, replicate, &Observe::default());
        for site in &world.sites[..2] {
            assert!((0.0..=0.4).contains(&site.deficit) && (0.1..=0.3).contains(&site.collaboration.now));
            assert!((50_000.0..=90_000.0).contains(&site.served) && (0.5..=0.7).contains(&site.consultation));
            deficits.push(site.deficit);
        }
        assert_ne!(world.sites[0].deficit.to_bits(), world.sites[1].deficit.to_bits());
        // All of them from places of their own.
        assert!((world.sites[0].deficit / 0.4 - (world.sites[0].consultation - 0.5) / 0.2).abs() > 1e-9);
    }
    let n = deficits.len() as f64;
    let mean = deficits.iter().sum::<f64>() / n;
    let variance = deficits.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    // Evenly over 0 to 0.4: 0.2, and 0.16 / 12; four standard errors.
    assert!((mean - 0.2).abs() < 4.0 * 0.4 / (12.0 * n).sqrt(), "{mean}");
    assert!((variance - 0.16 / 12.0).abs() < 0.0015, "{variance}");
}

/// A range of one value is that value, to the last bit, and moves no other draw, nor another site.
#[test]
fn a_range_of_one_value_is_that_value() {
    let fixed = scenario("population = 60000\nhistory = 0.25\ncollaboration = 0.5\ndeficit = 0.125\nengagement = 0.75");
    let drawn = scenario(
        "drawn = { population = [60000, 60000], history = [0.25, 0.25], collaboration = [0.5, 0.5], deficit = [0.125, 0.125], \
         engagement = [0.75, 0.75] }",
    );
    let observe = Observe { events: true, snapshots: vec![20] };
    for replicate in 0..3 {
        let (one, other) =
            (Engine::new(&fixed).run(1, replicate, &observe), Engine::new(&drawn).run(1, replicate, &observe));
        assert!(one == other);
    }
    let wide = Engine::new(&scenario(ALL)).begin(1, 0, &Observe::default());
    let narrow = Engine::new(&fixed).begin(1, 0, &Observe::default());
    let b = |world: &safsim::world::World| format!("{:?}", world.sites[2]);
    assert_eq!(b(&wide), b(&narrow));
}

#[test]
fn arms_meet_the_same_values_and_files_read_back() {
    let rest =
        "[[regime]]\nname = \"one\"\n[[regime]]\nname = \"other\"\nset = { \"programme.funding.award\" = 0.5 }\n";
    let study = load_study(&file(ALL, rest), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let start = |arm: usize| {
        let world = Engine::new(&study.regimes[arm].scenario).begin(9, 4, &Observe::default());
        world.sites.iter().map(|site| (site.deficit.to_bits(), site.served.to_bits())).collect::<Vec<_>>()
    };
    assert_eq!(start(0), start(1));
    let again = Source::Text { name: "again".to_owned(), text: study_to_toml(&study) };
    assert!(load_study(&again, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}")) == study);
    let site = &study.scenario.sites[0];
    assert!((site.history.get() - 0.4).abs() < 1e-12 && site.population == 70_000.0 && site.drawn.len() == 5);
}

#[test]
fn what_cannot_be_drawn_is_refused_with_why() {
    for (drawn, said) in [
        ("drawn = { history = [0.6, 0.2] }", "its lowest value and its highest"),
        ("drawn = { history = [0.2] }", "history"),
        ("drawn = { history = [0.2, 0.3, 0.4] }", "its lowest value and its highest"),
        ("drawn = { history = [0.2, 1.4] }", "0 to 1"),
        ("drawn = { histori = [0.2, 0.4] }", "history"),
        ("drawn = { award = [0.2, 0.4] }", "award"),
        ("drawn = { deficit = 0.3 }", "deficit"),
        ("deficit = 0.2\ndrawn = { deficit = [0.1, 0.3] }", "is given, and drawn as well"),
        ("deficit = { low = 0.1, high = 0.2 }\ndrawn = { deficit = [0.1, 0.3] }", "is given, and drawn as well"),
        (ALL, ""),
    ] {
        let told = told(drawn);
        assert!(told.contains(said) && told.is_empty() == said.is_empty(), "{drawn}: {told}");
    }
}
