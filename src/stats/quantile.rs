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

/// As [`quantile`], at several probabilities in rising order; `values` change places. Cost: O(n) for each, less than a sort for
/// a few.
#[must_use]
pub fn quantiles<const N: usize>(values: &mut [f64], probabilities: [f64; N]) -> Option<[f64; N]> {
    let last = values.len().checked_sub(1)?;
    // Values before `done` are where a sort would put them, or below all that follow.
    let mut done = 0;
    for probability in probabilities {
        let below = (last as f64 * probability.clamp(0.0, 1.0)).floor() as usize;
        for place in [below, (below + 1).min(last)] {
            if place >= done {
                values[done..].select_nth_unstable_by(place - done, f64::total_cmp);
                done = place + 1;
            }
        }
    }
    Some(probabilities.map(|probability| quantile_of_sorted(values, probability).unwrap_or(f64::NAN)))
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
        fn several_without_a_sort_are_those_with_one(values in prop::collection::vec(-3..3_i8, 0..40)) {
            let mut values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let levels = [0.0, 0.05, 0.25, 0.26, 0.5, 0.75, 0.95, 1.0];
            let expected = levels.map(|level| quantile(&values, level));
            match quantiles(&mut values, levels) {
                Some(found) => prop_assert_eq!(found.map(Some), expected),
                None => prop_assert_eq!(expected, [None; 8]),
            }
        }

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
