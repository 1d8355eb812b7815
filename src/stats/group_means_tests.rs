use super::GroupMeans;
use crate::stats::normal_quantile;

/// Uniform numbers (Steele, Lea and Flood 2014, SplitMix).
struct Luck(u64);

impl Luck {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        normal_quantile(self.uniform().clamp(1e-12, 1.0 - 1e-12))
    }
}

/// Means of groups, by a world.
fn world(name: &str, luck: &mut Luck) -> f64 {
    match name {
        "one mean" => 0.5,
        "normal" => 0.5 + 0.3 * luck.normal(),
        "narrow" => 0.5 + 0.1 * luck.normal(),
        "two heaps" => {
            if luck.uniform() < 0.5 {
                1.0
            } else {
                -1.0
            }
        }
        "92 to 8" => {
            if luck.uniform() < 0.92 {
                1.0
            } else {
                -3.0
            }
        }
        "85 to 15" => {
            if luck.uniform() < 0.85 {
                1.0
            } else {
                -1.0
            }
        }
        "skewed" => 0.1 - libm::log(1.0 - luck.uniform()),
        "skewed down" => 1.2 + libm::log(1.0 - luck.uniform()),
        "uniform" => 2.0 * luck.uniform() - 0.3,
        other => panic!("{other}"),
    }
}

const WORLDS: [&str; 9] =
    ["one mean", "normal", "narrow", "two heaps", "92 to 8", "85 to 15", "skewed", "skewed down", "uniform"];

/// What is concluded of worlds whose truth is known, of which chance hides little or nearly all: how often rightly, and wrongly.
fn concluded(noise: f64, values: usize, is_uneven: bool) -> (usize, usize) {
    let (mut right, mut wrong) = (0, 0);
    for name in WORLDS {
        let mut luck = Luck(values as u64);
        let means: Vec<f64> = (0..120).map(|_| world(name, &mut luck)).collect();
        let group = |mean: &f64| -> Vec<f64> {
            let sd = noise * if is_uneven { libm::exp(0.7 * luck.normal()) } else { 1.0 };
            (0..values).map(|_| mean + sd * luck.normal()).collect()
        };
        let groups: Vec<Vec<f64>> = means.iter().map(group).collect();
        let found = GroupMeans::of(&groups).unwrap();
        let [below, between, above] = found.beyond(0.2, 0.9).chances;
        let ends = [below, between, above, 1.0 - below - between - above];
        assert!(ends.iter().all(|end| (-1e-9..=1.0 + 1e-9).contains(end)), "{ends:?}");
        let count = |is_so: &dyn Fn(f64) -> bool| means.iter().filter(|mean| is_so(**mean)).count();
        let there = [count(&|m| m <= -0.2), count(&|m| m.abs() < 0.2), count(&|m| m >= 0.2)];
        let truth = there.iter().position(|&number| number >= 108).unwrap_or(3);
        match ends.iter().position(|&end| end >= 0.95).filter(|_| !found.is_too_early()) {
            Some(end) if end == truth => right += 1,
            Some(_) => wrong += 1,
            None => {}
        }
    }
    (right, wrong)
}

#[test]
fn what_is_concluded_is_true_and_more_values_conclude_more() {
    for is_uneven in [false, true] {
        let little = concluded(0.3, 8, is_uneven);
        let much = concluded(3.0, 2, is_uneven);
        let less = concluded(3.0, 16, is_uneven);
        assert!(little.0 >= 8 && little.1 == 0, "{little:?}");
        assert!(much.0 <= 2 && much.1 <= 1, "{much:?}");
        assert!(less.0 > much.0 && less.1 <= 1, "{less:?}");
    }
}

#[test]
fn without_chance_groups_are_what_they_are() {
    let groups: Vec<Vec<f64>> = [-1.0, 0.0, 0.1, 2.0, f64::NAN].map(|mean| vec![mean; 3]).to_vec();
    let found = GroupMeans::of(&groups).unwrap();
    assert_eq!(found.beyond(0.5, 0.9).shares, [0.25, 0.5, 0.25]);
    assert_eq!(found.beyond(0.0, 0.5), super::GroupShares { shares: [0.25, 0.25, 0.5], chances: [0.0, 0.0, 1.0] });
    let drawn = &found.drawn(0.0, 2, 0.5)[1];
    assert_eq!((drawn[1], drawn[3], drawn[4]), (Some([0.0, 1.0, 0.0]), Some([0.0, 0.0, 1.0]), None));
    assert!(GroupMeans::of(&groups[..1]).is_none());
}

#[test]
fn shapes_have_mean_0_and_variance_1() {
    for shape in super::shapes() {
        let mean: f64 = shape.iter().map(|heap| heap.share * heap.mean).sum();
        let variance: f64 = shape.iter().map(|heap| heap.share * (heap.variance + heap.mean * heap.mean)).sum();
        assert!(mean.abs() < 1e-12 && (variance - 1.0).abs() < 1e-9, "{shape:?}");
    }
}
