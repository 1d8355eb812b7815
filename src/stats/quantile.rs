/// The quantile of `values` at `probability` (0..1, kept within); `None` of nothing.
///
/// R's type 7, its default and NumPy's: linear interpolation between order statistics at (n - 1) p (Hyndman and Fan
/// 1996, The American Statistician 50). Values must be finite. Cost: a copy and a sort, O(n log n); for many
/// probabilities of one sample sort once and use [`quantile_of_sorted`].
#[must_use]
pub fn quantile(values: &[f64], probability: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    quantile_of_sorted(&sorted, probability)
}

/// As [`quantile`], of values that are already in rising order. Cost: O(1).
#[must_use]
pub fn quantile_of_sorted(sorted: &[f64], probability: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = last as f64 * probability.clamp(0.0, 1.0);
    let below = place.floor() as usize;
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    Some(low + (place - below as f64) * (high - low))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// R 4: `quantile(c(7, 1, 3, 12), c(0.05, 0.25, 0.5, 0.95))` by hand: places 0.15, 0.75, 1.5, 2.85 of 1, 3, 7, 12.
    #[test]
    fn type_seven() {
        let values = [7.0, 1.0, 3.0, 12.0];
        for (probability, expected) in [(0.0, 1.0), (0.05, 1.3), (0.25, 2.5), (0.5, 5.0), (0.95, 11.25), (1.0, 12.0)] {
            let found = quantile(&values, probability).unwrap();
            assert!((found - expected).abs() < 1e-12, "{probability}: {found}");
        }
        assert_eq!(quantile(&[4.0], 0.3), Some(4.0));
        assert_eq!(quantile(&[], 0.3), None);
    }

    proptest! {
        #[test]
        fn rises_and_stays_within(
            values in prop::collection::vec(-1e6..1e6_f64, 1..50),
            p in 0.0..1.0_f64,
            q in 0.0..1.0_f64,
        ) {
            let (p, q) = (p.min(q), p.max(q));
            let (low, high) = (quantile(&values, p).unwrap(), quantile(&values, q).unwrap());
            prop_assert!(low <= high + 1e-9);
            prop_assert!(low >= quantile(&values, 0.0).unwrap() - 1e-9);
            prop_assert!(high <= quantile(&values, 1.0).unwrap() + 1e-9);
        }
    }
}
