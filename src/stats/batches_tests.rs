use super::*;
use crate::stats::{MonthCounts, MonthSpell, bootstrap_survival};
use proptest::prelude::*;

/// Knows which replicates it is made of.
#[derive(Clone, Debug, PartialEq)]
struct Members(Vec<u64>);

impl AddAssign<&Members> for Members {
    fn add_assign(&mut self, other: &Members) {
        self.0.extend(&other.0);
    }
}

fn batches(replicates: u64) -> Batches<Members> {
    let mut batches = Batches::new();
    for replicate in 0..replicates {
        batches.add(Members(vec![replicate]));
        assert!(batches.sums().len() <= 512, "memory is bounded");
    }
    batches
}

#[test]
fn twice_as_long_when_full() {
    let full = batches(512);
    assert_eq!((full.sums().len(), full.length()), (512, 1));
    let merged = batches(513);
    assert_eq!((merged.sums().len(), merged.length(), merged.replicates()), (257, 2, 513));
    assert_eq!((&merged.sums()[1].0, &merged.sums()[256].0), (&vec![2, 3], &vec![512]));
    assert_eq!((batches(1024).sums().len(), batches(1025).length(), batches(100_000).length()), (512, 4, 256));
    assert_eq!((batches(0).pool(), batches(0).length()), (None, 1));
}

fn lcg(mut state: u64) -> impl FnMut() -> f64 {
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Futures with luck of their own, over 24 months.
fn futures(seed: u64, replicates: usize) -> Vec<MonthCounts> {
    let mut uniform = lcg(seed);
    let mut future = || {
        let luck = 0.2 + 0.8 * uniform();
        let mut spell = || {
            let exit = 1 + (uniform() * 50.0 * luck) as u32;
            MonthSpell { entry: 0, exit: exit.min(24), event: exit < 24 }
        };
        MonthCounts::of(&[spell(), spell(), spell(), spell(), spell()], 24)
    };
    (0..replicates).map(|_| future()).collect()
}

fn batched(futures: &[MonthCounts]) -> Batches<MonthCounts> {
    let mut batches = Batches::new();
    futures.iter().for_each(|counts| batches.add(counts.clone()));
    batches
}

#[test]
fn few_replicates_are_their_own_batches() {
    let futures = futures(1, 512);
    assert_eq!(batched(&futures).sums(), futures);
}

proptest! {
    #[test]
    fn consecutive_and_equally_many(replicates in 0_u64..6000) {
        let batches = batches(replicates);
        let mut next = 0;
        for (place, sum) in batches.sums().iter().enumerate() {
            let expected: Vec<u64> = (next..(next + batches.length()).min(replicates)).collect();
            prop_assert_eq!(&sum.0, &expected, "batch {}", place);
            next += batches.length();
        }
        prop_assert_eq!(batches.pool().map_or(0, |pool| pool.0.len() as u64), replicates);
        prop_assert!(replicates < 512 || batches.sums().len() >= 256);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// The spread over resamples of a band's width is about 1 / sqrt(2 x 300) from the batches and 3 % from 400
    /// resamples on either side: 5 to 6 % in all. A run of this test looks at some hundred months: 35 % is six deviations, which
    /// chance reaches in one of a million runs (25 %, four of them, it reaches in one of some hundreds).
    #[test]
    fn bands_are_those_of_the_replicates(seed in any::<u64>(), replicates in 600_usize..3000) {
        let futures = futures(seed, replicates);
        let batches = batched(&futures);
        let mut pool = MonthCounts::none(24);
        futures.iter().for_each(|counts| pool.add(counts, 1));
        prop_assert!(batches.pool().as_ref() == Some(&pool));
        let exact = bootstrap_survival(&futures, 400, 0.9, lcg(seed ^ 1));
        let found = bootstrap_survival(batches.sums(), 400, 0.9, lcg(seed ^ 2));
        for (month, survival) in pool.survival().into_iter().enumerate().skip(3) {
            let width = exact.high[month] - exact.low[month];
            let ratio = (found.high[month] - found.low[month]) / width;
            prop_assert!((0.65..1.54).contains(&ratio), "month {}: {}", month, ratio);
            let middle = 0.5 * (found.high[month] + found.low[month]);
            prop_assert!((middle - survival).abs() < 0.2 * width, "month {}: {} {}", month, middle, survival);
        }
    }
}
