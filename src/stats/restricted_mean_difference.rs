use super::{KaplanMeier, normal_quantile, restricted_mean};

/// How much longer the subjects of one curve live than those of another, up to a horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RestrictedMeanDifference {
    /// The area between the two curves, first minus second, in the unit of time.
    pub difference: f64,
    /// Its variance: the two curves' Greenwood variances add up.
    pub variance: f64,
    /// Its normal interval, from low to high.
    pub interval: (f64, f64),
}

/// The difference of the restricted mean survival times of `a` and `b` up to `horizon`, with its interval at
/// `confidence` (say 0.95): Royston and Parmar 2013, BMC Medical Research Methodology 13; it needs no proportional
/// hazards.
///
/// The interval supposes that the two groups, and the subjects within each, are independent: right for two samples of
/// single subjects, wrong for arms run with common random numbers, where the difference of each replicate is what
/// varies ([`PairedMoments`](super::PairedMoments)). Cost: O(rows).
///
/// For two samples of single subjects, held against R; no command calls it.
#[must_use]
pub fn restricted_mean_difference(
    a: &KaplanMeier,
    b: &KaplanMeier,
    horizon: f64,
    confidence: f64,
) -> RestrictedMeanDifference {
    let (a, b) = (restricted_mean(a, horizon), restricted_mean(b, horizon));
    let (difference, variance) = (a.mean - b.mean, a.variance + b.variance);
    let reach = normal_quantile(0.5 + 0.5 * confidence) * variance.sqrt();
    RestrictedMeanDifference { difference, variance, interval: (difference - reach, difference + reach) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::kaplan_meier;
    use crate::stats::reference::{close, groups, reference};

    /// Oracle: R 4.2.2, survival 3.5-3, `survmean(fit, rmean = horizon)` of each group, and the difference by hand, with
    /// R's `qnorm(0.975)`; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["lung", "waltons", "heart"] {
            let groups = groups(data);
            let [a, b] = [0, 1].map(|g| kaplan_meier(&groups[g], 0.95));
            let (means, variances) = (reference(data, "restricted_mean"), reference(data, "restricted_mean_variance"));
            let found = restricted_mean_difference(&a, &b, means[0].time, 0.95);
            let difference = means[0].value - means[1].value;
            let variance = variances[0].value + variances[1].value;
            assert!(close(found.difference, difference, 1e-9) && close(found.variance, variance, 1e-9), "{found:?}");
            let reach = 1.959_963_984_540_054 * variance.sqrt();
            assert!((found.interval.0 - difference + reach).abs() < 1e-8, "{data}: {found:?}");
            assert!((found.interval.1 - difference - reach).abs() < 1e-8, "{data}: {found:?}");
        }
    }

    #[test]
    fn of_a_curve_and_itself() {
        let curve = kaplan_meier(&groups("lung")[0], 0.95);
        let found = restricted_mean_difference(&curve, &curve, 365.0, 0.95);
        assert!(found.difference == 0.0 && found.interval.0 == -found.interval.1 && found.interval.1 > 0.0);
    }
}
