use super::{Moments, student_t_quantile};

/// How the mean of `upper` differs from that of `lower`, two independent samples that need not vary alike: the difference and
/// half the width of its interval at `confidence` (Welch 1947, Biometrika 34), as R's `t.test`, but with the degrees of
/// freedom rounded down.
///
/// `None` with fewer than two values in either; NaN is skipped. Cost: O(n).
#[must_use]
pub fn welch_difference(lower: &[f64], upper: &[f64], confidence: f64) -> Option<(f64, f64)> {
    let moments = |values: &[f64]| {
        let mut moments = Moments::new();
        values.iter().for_each(|&value| moments.add(value));
        Some((moments.mean()?, moments.variance()? / moments.count() as f64, (moments.count() - 1) as f64))
    };
    let ((low, low_variance, low_freedom), (high, high_variance, high_freedom)) = (moments(lower)?, moments(upper)?);
    let variance = low_variance + high_variance;
    if variance == 0.0 {
        return Some((high - low, 0.0));
    }
    let freedom = variance * variance
        / (low_variance * low_variance / low_freedom + high_variance * high_variance / high_freedom);
    let quantile = student_t_quantile(0.5 + 0.5 * confidence, (freedom + 1e-9) as u64);
    Some((high - low, quantile * variance.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, reference, samples};

    /// Oracle: R 4.2.2, `t.test(upper, lower)`, its standard error times `qt(0.975, floor(degrees))`; see
    /// `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["tooth", "chicks", "ozone", "cars"] {
            let both = samples(data);
            let (difference, half_width) = welch_difference(&both[0], &both[1], 0.95).unwrap();
            let r = &reference(data, "welch")[0];
            assert!(close(difference, r.value, 1e-12), "{data}: {difference}");
            assert!(close(half_width, r.high - r.value, 1e-9), "{data}: {half_width}");
        }
    }

    #[test]
    fn of_few() {
        assert_eq!(welch_difference(&[1.0], &[2.0, 3.0], 0.95), None);
        assert_eq!(welch_difference(&[1.0, 1.0, f64::NAN], &[2.0, 2.0], 0.95), Some((1.0, 0.0)));
    }
}
