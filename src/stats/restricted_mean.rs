use super::KaplanMeier;

/// The mean time lived up to a horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RestrictedMean {
    /// The area under the survival curve from 0 to the horizon, in the unit of time.
    pub mean: f64,
    /// Greenwood's variance of `mean`.
    pub variance: f64,
}

/// The restricted mean survival time up to `horizon` (Irwin 1949; Royston and Parmar 2013, BMC Medical Research
/// Methodology 13): the area under the curve, and its variance as in R's `survival:::survmean`, the sum over events of
/// (area still to come)² d / (n (n - d)).
///
/// Beyond its last row the curve is held at its last value. A `horizon` below 0 counts as 0. Cost: O(rows).
///
/// An oracle: tests hold it against R, and [`MonthCounts`](super::MonthCounts) against it where both speak of the same; no command calls it.
#[must_use]
pub fn restricted_mean(curve: &KaplanMeier, horizon: f64) -> RestrictedMean {
    let horizon = horizon.max(0.0);
    let rows = &curve.rows[..curve.rows.partition_point(|row| row.time <= horizon)];
    let (mut area_after, mut variance) = (0.0, 0.0);
    let mut until = horizon;
    for row in rows.iter().rev() {
        area_after += row.survival * (until - row.time);
        until = row.time;
        if row.at_risk > row.events {
            let (n, d) = (row.at_risk as f64, row.events as f64);
            variance += area_after * area_after * d / (n * (n - d));
        }
    }
    RestrictedMean { mean: area_after + until, variance }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, groups, reference};
    use crate::stats::{Spell, kaplan_meier};
    use proptest::prelude::*;

    /// Oracle: lifelines 0.30.3, `restricted_mean_survival_time(kmf, t)` on the 6-MP arm of `load_leukemia()`.
    #[test]
    fn agrees_with_lifelines() {
        let stops = [
            (6.0, 0),
            (6.0, 1),
            (6.0, 1),
            (6.0, 1),
            (7.0, 1),
            (9.0, 0),
            (10.0, 0),
            (10.0, 1),
            (11.0, 0),
            (13.0, 1),
            (16.0, 1),
            (17.0, 0),
            (19.0, 0),
            (20.0, 0),
            (22.0, 1),
            (23.0, 1),
            (25.0, 0),
            (32.0, 0),
            (32.0, 0),
            (34.0, 0),
            (35.0, 0),
        ];
        let spells: Vec<Spell> =
            stops.iter().map(|&(stop, event)| Spell { start: 0.0, stop, event: event == 1 }).collect();
        let curve = kaplan_meier(&spells, 0.95);
        for (horizon, expected) in [(10.0, 9.277_310_924_370), (23.0, 17.909_243_697_479), (35.0, 23.287_394_957_983)] {
            assert!((restricted_mean(&curve, horizon).mean - expected).abs() < 1e-11);
        }
        assert_eq!(restricted_mean(&KaplanMeier::default(), 12.0), RestrictedMean { mean: 12.0, variance: 0.0 });
    }

    /// Oracle: R 4.2.2, survival 3.5-3, `survmean(survfit(...), rmean = horizon)`; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["lung", "veteran", "waltons", "heart"] {
            let groups = groups(data);
            let variances = reference(data, "restricted_mean_variance");
            for (r, variance) in reference(data, "restricted_mean").iter().zip(variances) {
                let found = restricted_mean(&kaplan_meier(&groups[r.group - 1], 0.95), r.time);
                assert!(close(found.mean, r.value, 1e-12), "{data} {}: {found:?}", r.group);
                assert!(close(found.variance, variance.value, 1e-11), "{data} {}: {found:?}", r.group);
            }
        }
    }

    proptest! {
        /// Without censoring it is the mean of min(time, horizon), and its variance the sample's (divided by n) / n.
        #[test]
        fn is_the_mean_of_cut_times(stops in prop::collection::vec(1_u8..40, 1..40), horizon in 0_u8..40) {
            let spells: Vec<Spell> =
                stops.iter().map(|&stop| Spell { start: 0.0, stop: f64::from(stop), event: true }).collect();
            let cut: Vec<f64> = stops.iter().map(|&stop| f64::from(stop.min(horizon))).collect();
            let n = cut.len() as f64;
            let mean = cut.iter().sum::<f64>() / n;
            let variance = cut.iter().map(|t| (t - mean) * (t - mean)).sum::<f64>() / n / n;
            let found = restricted_mean(&kaplan_meier(&spells, 0.95), f64::from(horizon));
            prop_assert!((found.mean - mean).abs() < 1e-9);
            prop_assert!((found.variance - variance).abs() < 1e-9);
        }
    }
}
