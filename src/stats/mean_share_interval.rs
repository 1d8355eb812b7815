use super::share_interval::wilson;
use super::{Moments, normal_quantile, student_t_quantile};

/// The 95 % confidence interval, within 0..1, of a mean of shares that are independent of one another, such as the share of
/// survivors in each of several futures. What is counted inside one of them need not be independent.
///
/// Wilson's interval at the effective number of trials of Korn and Graubard (1998, Survey Methodology 24): p (1 - p) over
/// the variance of the mean, times the square of the normal over Student's quantile; recommended for shares of clusters by
/// Dean and Pagano (2015, Journal of Survey Statistics and Methodology 3). Where all shares are the same their variance says
/// nothing, and each counts as one trial: none of three futures is not "never".
///
/// It holds the mean. `None` with fewer than two shares, or if their mean lies outside of 0..1. Cost: O(1).
#[must_use]
pub fn mean_share_interval(shares: &Moments) -> Option<(f64, f64)> {
    let (mean, variance, n) = (shares.mean()?, shares.variance()?, shares.count());
    if !(0.0..=1.0).contains(&mean) {
        return None;
    }
    let of_the_mean = variance / n as f64;
    let trials = if of_the_mean > 0.0 && 0.0 < mean && mean < 1.0 {
        let quantiles = normal_quantile(0.975) / student_t_quantile(0.975, n - 1);
        mean * (1.0 - mean) / of_the_mean * quantiles * quantiles
    } else {
        n as f64
    };
    Some(wilson(mean, trials))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, reference, samples};
    use crate::stats::share_interval;
    use proptest::prelude::*;

    fn moments(values: &[f64]) -> Moments {
        let mut moments = Moments::new();
        values.iter().for_each(|&value| moments.add(value));
        moments
    }

    /// Oracle: R 4.2.2, `prop.test(p * trials, trials, correct = FALSE)$conf.int` with the effective `trials`; see
    /// `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["catholic", "admitted", "admitted_few", "manual"] {
            let (low, high) = mean_share_interval(&moments(&samples(data)[0])).unwrap();
            let r = &reference(data, "mean_share")[0];
            assert!(close(low, r.low, 1e-9) && close(high, r.high, 1e-9), "{data}: {low}, {high}");
        }
    }

    #[test]
    fn none_and_all_of_few_are_not_sure() {
        assert_eq!(mean_share_interval(&moments(&[0.0; 3])), share_interval(0, 3));
        assert_eq!(mean_share_interval(&moments(&[1.0; 3])), share_interval(3, 3));
        assert_eq!(mean_share_interval(&moments(&[0.5; 4])), share_interval(2, 4));
        assert_eq!((mean_share_interval(&moments(&[0.5])), mean_share_interval(&moments(&[1.5, 1.6]))), (None, None));
    }

    proptest! {
        #[test]
        fn holds_the_mean_and_stays_within(shares in prop::collection::vec(0.0..=1.0_f64, 2..40)) {
            let moments = moments(&shares);
            let (low, high) = mean_share_interval(&moments).unwrap();
            let mean = moments.mean().unwrap();
            prop_assert!(0.0 <= low && low <= mean && mean <= high && high <= 1.0 && low < high);
        }
    }
}
