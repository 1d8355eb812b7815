//! Where the covariates of core money and growth are centred: means over 40 replicates of the six sites, over initiatives of
//! programme origin in the programme's last month (section 6 of docs/model.md). Frozen in `scenario::definitions`; this test
//! prints what they would be today, and holds the frozen ones to the neighbourhood in which an intercept still says what it
//! means.

use safsim::engine::{Engine, Observe};
use safsim::scenario::definitions::{
    TYPICAL_COMMITMENT, TYPICAL_COST, TYPICAL_DEFICIT, TYPICAL_EVIDENCE, TYPICAL_INTERPRETATION, TYPICAL_METRIC,
    TYPICAL_QUALITY, TYPICAL_ROUTINE, TYPICAL_SUPPORT,
};
use safsim::scenario::{Origin, Source, load};

const REPLICATES: u64 = 40;

#[test]
#[expect(clippy::print_stdout, reason = "what whoever centres anew has to know")]
fn covariates_are_centred_at_a_typical_initiative() {
    let scenario = load(&Source::BuiltIn("six-sites".to_owned()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let engine = Engine::new(&scenario);
    let last = (scenario.programme.end - 1) as u32;
    let mut sums = [0.0; 9];
    let mut number = 0.0;
    for replicate in 0..REPLICATES {
        let mut world = engine.begin(1, replicate, &Observe::default());
        for month in 0..=last {
            engine.step(&mut world, 1, replicate, month);
        }
        for site in &world.sites {
            let list = &site.initiatives;
            for i in list.living().filter(|&i| list.origin[i] == Origin::Programme) {
                let attributes = &list.attributes[i];
                let values = [
                    attributes.cash_releasing.get() * list.evidence[i],
                    list.senior_support[i],
                    list.normalisation[i],
                    libm::log(list.commitment[i].max(0.01)),
                    site.deficit,
                    list.cost[i] / list.total_cost(),
                    site.standing.metric_focus * attributes.metric_alignment.get(),
                    list.coordination[i] * list.fit[i],
                    site.standing.interpretation,
                ];
                for (sum, value) in sums.iter_mut().zip(values) {
                    *sum += value;
                }
                number += 1.0;
            }
        }
    }
    let mut means = sums.map(|sum| sum / number);
    means[3] = libm::exp(means[3]);
    for (name, frozen, mean, near) in [
        ("TYPICAL_EVIDENCE", TYPICAL_EVIDENCE, means[0], 0.01),
        ("TYPICAL_SUPPORT", TYPICAL_SUPPORT, means[1], 0.05),
        ("TYPICAL_ROUTINE", TYPICAL_ROUTINE, means[2], 0.05),
        ("TYPICAL_COMMITMENT", TYPICAL_COMMITMENT, means[3], 0.05),
        ("TYPICAL_DEFICIT", TYPICAL_DEFICIT, means[4], 0.05),
        ("TYPICAL_COST", TYPICAL_COST, means[5], 0.01),
        ("TYPICAL_METRIC", TYPICAL_METRIC, means[6], 0.05),
        ("TYPICAL_QUALITY", TYPICAL_QUALITY, means[7], 0.05),
        ("TYPICAL_INTERPRETATION", TYPICAL_INTERPRETATION, means[8], 0.05),
    ] {
        println!("{name} {frozen}, today {mean:.4}");
        assert!((frozen - mean).abs() < near, "{name} is {frozen}, and {mean} today");
    }
}
