//! Known parameters are recovered, with a cheap stand-in for the model.

use super::target::tests::level;
use super::{History, Target, WaveSizes};

/// Numbers of 0 to 1 without order: a linear congruence.
pub(super) fn uniform(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Roughly normal: the sum of twelve.
fn normal(chance: &mut impl FnMut() -> f64) -> f64 {
    (0..12).map(|_| chance()).sum::<f64>() - 6.0
}

/// Ten parameters, of which four move four quantities, one pair only by its product.
fn outcomes(p: &[f64]) -> [f64; 4] {
    [p[0] + 0.3 * p[1], p[1] * p[1] - 0.5 * p[0], p[2] + p[3], (p[0] - 0.5) * (p[2] + p[3]) + p[1]]
}

const AXES: usize = 10;
const NOISE: f64 = 0.05;
const REPLICATES: usize = 4;
const TOLERANCE: f64 = 0.1;

fn run(point: &[f64], chance: &mut impl FnMut() -> f64) -> Vec<Vec<f64>> {
    outcomes(point).iter().map(|mean| (0..REPLICATES).map(|_| mean + NOISE * normal(chance)).collect()).collect()
}

fn matched(truth: &[f64], seed: u64) -> History {
    let mut chance = uniform(seed);
    // What is observed of the true world is off by what the tolerance says.
    let targets: Vec<Target> = outcomes(truth)
        .iter()
        .map(|value| {
            let seen = value + TOLERANCE * normal(&mut chance);
            level(Some(seen), Some(seen), 2.0 * TOLERANCE)
        })
        .collect();
    let sizes = WaveSizes { first: 120, later: 150, waves: 4, ensemble: 100 };
    let mut history = History::new(targets, AXES, sizes, seed);
    while let Some(points) = history.next_wave().map(<[Vec<f64>]>::to_vec) {
        let values: Vec<Vec<Vec<f64>>> = points.iter().map(|point| run(point, &mut chance)).collect();
        history.take(&values);
    }
    history
}

/// Over so many true worlds: in what share the 90 % interval of a moving parameter holds the truth, how much narrower they are
/// than the prior, and how many of the idle ones were left free.
fn coverage(worlds: u64) -> (f64, f64, f64) {
    let (mut held, mut width, mut idle) = (0_u32, 0.0, 0_usize);
    let mut chance = uniform(99);
    for world in 0..worlds {
        let truth: Vec<f64> = (0..AXES).map(|_| chance()).collect();
        let history = matched(&truth, 1000 + world);
        let chosen = history.chosen();
        for (axis, &true_value) in truth.iter().enumerate().take(4) {
            let mut own: Vec<f64> = chosen.iter().map(|&tried| history.tried[tried].point[axis]).collect();
            own.sort_unstable_by(f64::total_cmp);
            let at = |level| crate::stats::quantile_of_sorted(&own, level).unwrap();
            held += u32::from((at(0.05)..=at(0.95)).contains(&true_value));
            width += at(0.95) - at(0.05);
        }
        idle += history.free().iter().filter(|&&axis| axis >= 4).count();
    }
    let all = 4.0 * worlds as f64;
    (f64::from(held) / all, width / all, idle as f64 / worlds as f64)
}

fn assert_recovered(worlds: u64, least: f64) {
    let (held, width, idle) = coverage(worlds);
    let told = format!(
        "{worlds} worlds: {held:.3} of 90 % intervals hold the truth, mean width {width:.3}, {idle:.2} idle ones free"
    );
    assert!(held >= least, "{told}");
    // The prior's is 0.9 wide: something was learnt.
    assert!(width < 0.65, "{told}");
    assert!(idle < 1.0, "{told}");
}

/// Eighty intervals; with a coverage of 0.9 hardly ever fewer than 0.8 of them hold the truth.
#[test]
fn known_parameters_are_recovered() {
    assert_recovered(20, 0.80);
}

/// `cargo test --lib recovered_over_many -- --ignored` (minutes): 90 % intervals hold the truth at least 85 % of the time.
#[test]
#[ignore = "takes minutes"]
fn known_parameters_are_recovered_over_many_worlds() {
    assert_recovered(400, 0.85);
}

#[test]
fn the_same_seed_gives_the_same_waves() {
    let truth: Vec<f64> = (0..AXES).map(|axis| axis as f64 / 10.0).collect();
    let (one, other) = (matched(&truth, 5), matched(&truth, 5));
    assert_eq!((one.chosen(), one.waves.clone()), (other.chosen(), other.waves.clone()));
    assert!(one.waves.len() >= 2 && one.waves[0].share < 0.5 && one.waves.last().unwrap().stay > 50, "{:?}", one.waves);
}
