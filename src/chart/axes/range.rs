/// Largest size of a value that an axis is made for.
const LARGEST: f64 = 1e15;

/// A range as given, or 0..1 where it is none.
pub(in crate::chart) fn usable((low, high): (f64, f64)) -> (f64, f64) {
    if low.is_finite() && high.is_finite() && low < high { (low, high) } else { (0.0, 1.0) }
}

/// The least range that holds all `values` that are finite; somewhat around them where all are the same, and 0..1
/// where there are none.
pub(in crate::chart) fn range_of(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let values = values.into_iter().filter(|value| value.is_finite()).map(|value| value.clamp(-LARGEST, LARGEST));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    if low > high {
        return (0.0, 1.0);
    }
    // Rounding must leave room for steps between the ends.
    let least = (low.abs().max(high.abs()) * 1e-9).max(1e-12);
    if high - low >= least {
        return (low, high);
    }
    let by = if low.abs() > 1e-9 { 0.1 * low.abs() } else { 1.0 };
    (low - by, high + by)
}

/// The range with `share` of its length added at each end.
pub(in crate::chart) fn widened((low, high): (f64, f64), share: f64) -> (f64, f64) {
    let by = share * (high - low);
    (low - by, high + by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn of_nothing_and_of_one() {
        assert_eq!(range_of([]), (0.0, 1.0));
        assert_eq!(range_of([f64::NAN, 3.0, -2.0, f64::INFINITY]), (-2.0, 3.0));
        assert_eq!(range_of([0.0, 0.0]), (-1.0, 1.0));
        assert_eq!(range_of([10.0]), (9.0, 11.0));
    }

    proptest! {
        #[test]
        fn is_usable(values in prop::collection::vec(any::<f64>(), 0..6)) {
            let range = range_of(values);
            prop_assert_eq!(usable(range), range);
        }
    }
}
