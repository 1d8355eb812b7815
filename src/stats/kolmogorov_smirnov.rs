/// What the two-sample Kolmogorov-Smirnov test finds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KolmogorovSmirnov {
    /// The largest distance between the two empirical distributions, 0..1.
    pub distance: f64,
    /// The probability of a distance at least as large if both samples come from the same distribution, 0..1.
    pub p_value: f64,
}

/// The two-sided Kolmogorov-Smirnov test of whether samples `a` and `b` (each of at least one number, in any order)
/// come from the same continuous distribution (Smirnov 1939), as R's `ks.test(a, b, exact = FALSE)`.
///
/// Equal values count on both sides before the distributions are compared. The p-value is the asymptotic one: the limit
/// law of Kolmogorov (1933) at `distance * sqrt(n m / (n + m))`. With few values, or many equal ones, it is too high
/// rather than too low. The values of each sample must be independent: months of one run are not.
///
/// `None` if a sample is empty or holds a NaN. Cost: two sorts, O(n log n).
#[must_use]
pub fn kolmogorov_smirnov(a: &[f64], b: &[f64]) -> Option<KolmogorovSmirnov> {
    if a.is_empty() || b.is_empty() || a.iter().chain(b).any(|value| value.is_nan()) {
        return None;
    }
    let mut all: Vec<(f64, bool)> =
        a.iter().map(|&value| (value, true)).chain(b.iter().map(|&value| (value, false))).collect();
    all.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let (n, m) = (a.len() as f64, b.len() as f64);
    let (mut from_a, mut from_b, mut largest) = (0.0, 0.0, 0.0_f64);
    for same in all.chunk_by(|one, other| one.0 == other.0) {
        let of_a = same.iter().filter(|value| value.1).count();
        from_a += of_a as f64;
        from_b += (same.len() - of_a) as f64;
        // In whole numbers, so that equal shares are equal.
        largest = largest.max((from_a * m - from_b * n).abs());
    }
    let distance = largest / (n * m);
    Some(KolmogorovSmirnov { distance, p_value: beyond(distance * (n * m / (n + m)).sqrt()) })
}

/// The probability that Kolmogorov's limit variable comes out above `x` (at least 0).
///
/// Below 1 by the theta series of Smirnov (1948), above it by the alternating one; either way a handful of terms.
fn beyond(x: f64) -> f64 {
    use core::f64::consts::PI;
    // Nothing can be told from 1 below 0.04, and the series would divide by 0.
    if x < 0.04 {
        return 1.0;
    }
    if x < 1.0 {
        let term = |k: f64| libm::exp(-(2.0 * k - 1.0) * (2.0 * k - 1.0) * PI * PI / (8.0 * x * x));
        let sum: f64 = (1..=20).map(|k| term(f64::from(k))).sum();
        return (1.0 - (2.0 * PI).sqrt() / x * sum).clamp(0.0, 1.0);
    }
    let term = |k: f64| libm::exp(-2.0 * k * k * x * x);
    let sum: f64 = (1..=10).map(|k| term(2.0 * f64::from(k) - 1.0) - term(2.0 * f64::from(k))).sum();
    (2.0 * sum).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, reference, samples};
    use proptest::prelude::*;

    /// Oracle: R 4.2.2, `ks.test(a, b, exact = FALSE)`, which sums its series to about 1e-6; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["tooth", "chicks", "ozone", "cars"] {
            let both = samples(data);
            let found = kolmogorov_smirnov(&both[0], &both[1]).unwrap();
            assert!(close(found.distance, reference(data, "kolmogorov_smirnov")[0].value, 1e-14), "{data}: {found:?}");
            let expected = reference(data, "kolmogorov_smirnov_p")[0].value;
            assert!((found.p_value - expected).abs() < 1e-6, "{data}: {found:?} for {expected}");
        }
    }

    /// Oracle: scipy 1.17.1, `scipy.special.kolmogorov(x)`.
    #[test]
    fn limit_law_agrees_with_scipy() {
        for (x, expected) in [
            (0.2, 0.999_999_999_999_495),
            (0.3, 0.999_990_694_198_665_5),
            (0.5, 0.963_945_243_664_875_1),
            (0.827_573_555_189_907_7, 0.5),
            (1.0, 0.269_999_671_677_354_56),
            (1.3581, 0.049_999_630_431_667_4),
            (1.9, 0.001_463_604_837_187_350_6),
            (3.0, 3.045_995_948_942_526e-8),
            (5.0, 3.857_499_695_927_835_6e-22),
        ] {
            assert!(close(beyond(x), expected, 1e-13), "{x}: {} for {expected}", beyond(x));
        }
        assert_eq!((beyond(0.0), beyond(40.0)), (1.0, 0.0));
        assert!(close(beyond(1.0 - 1e-12), beyond(1.0), 1e-11), "the two series meet");
    }

    #[test]
    fn at_the_edges() {
        assert_eq!(kolmogorov_smirnov(&[], &[1.0]), None);
        assert_eq!(kolmogorov_smirnov(&[1.0], &[]), None);
        assert_eq!(kolmogorov_smirnov(&[1.0, f64::NAN], &[1.0]), None);
        let same = KolmogorovSmirnov { distance: 0.0, p_value: 1.0 };
        assert_eq!(kolmogorov_smirnov(&[2.0, 2.0, 2.0], &[2.0]), Some(same));
        assert_eq!(kolmogorov_smirnov(&[-0.0], &[0.0]), Some(same));
        assert_eq!(kolmogorov_smirnov(&[1.0, 2.0], &[3.0]).unwrap().distance, 1.0);
    }

    proptest! {
        #[test]
        fn the_largest_distance_at_any_value(
            a in prop::collection::vec(0_u8..12, 1..30),
            b in prop::collection::vec(0_u8..12, 1..30),
        ) {
            let below = |sample: &[u8], x: u8| {
                sample.iter().filter(|&&value| value <= x).count() as f64 / sample.len() as f64
            };
            let expected = (0..12).map(|x| (below(&a, x) - below(&b, x)).abs()).fold(0.0, f64::max);
            let (a, b): (Vec<f64>, Vec<f64>) =
                (a.into_iter().map(f64::from).collect(), b.into_iter().map(f64::from).collect());
            let found = kolmogorov_smirnov(&a, &b).unwrap();
            prop_assert!((found.distance - expected).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&found.p_value));
            prop_assert_eq!(kolmogorov_smirnov(&b, &a), Some(found));
        }
    }
}
