use super::normal_quantile;

/// The 95 % confidence interval, within 0..1, of a share of which `successes` of `n` independent trials tell (Wilson
/// 1927, Journal of the American Statistical Association 22), as R's `prop.test(successes, n, correct =
/// FALSE)$conf.int`.
///
/// It holds the observed share and is of use with few trials and at shares of 0 and 1, where the textbook interval has
/// no width. `None` without trials or with more successes than trials. Cost: O(1).
#[must_use]
pub fn share_interval(successes: u64, n: u64) -> Option<(f64, f64)> {
    if n == 0 || successes > n {
        return None;
    }
    Some(wilson(successes as f64 / n as f64, n as f64))
}

/// The interval of a share, 0..1, of so many trials, which need not be a whole number.
pub(super) fn wilson(share: f64, trials: f64) -> (f64, f64) {
    let z = normal_quantile(0.975);
    let squared = z * z;
    let middle = share + squared / (2.0 * trials);
    let half = z * ((share * (1.0 - share) + squared / (4.0 * trials)) / trials).sqrt();
    let scale = 1.0 + squared / trials;
    // At the ends exactly so, where rounding would leave a trace.
    let low = if share == 0.0 { 0.0 } else { ((middle - half) / scale).clamp(0.0, share) };
    let high = if share == 1.0 { 1.0 } else { ((middle + half) / scale).clamp(share, 1.0) };
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, reference};
    use proptest::prelude::*;

    /// Oracle: R 4.2.2, `prop.test(successes, n, correct = FALSE)$conf.int`; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for r in reference("none", "share") {
            let (low, high) = share_interval(r.time as u64, r.group as u64).unwrap();
            assert!(close(low, r.low, 1e-9) && close(high, r.high, 1e-11), "{} of {}: {low}, {high}", r.time, r.group);
        }
    }

    #[test]
    fn of_nothing_and_of_too_many() {
        assert_eq!(share_interval(0, 0), None);
        assert_eq!(share_interval(3, 2), None);
    }

    proptest! {
        #[test]
        fn holds_the_share_and_mirrors(n in 1_u64..10_000, part in 0.0..1.0_f64) {
            let successes = (part * (n + 1) as f64) as u64;
            let ((low, high), share) = (share_interval(successes, n).unwrap(), successes as f64 / n as f64);
            prop_assert!(0.0 <= low && low <= share && share <= high && high <= 1.0);
            let (other_low, other_high) = share_interval(n - successes, n).unwrap();
            prop_assert!((low + other_high - 1.0).abs() < 1e-12 && (high + other_low - 1.0).abs() < 1e-12);
        }
    }
}
