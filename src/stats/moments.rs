use super::student_t_quantile;

/// Count, mean and variance of numbers that come one by one, in constant memory.
///
/// Welford's recurrence (1962, Technometrics 4), which does not cancel when the mean is large beside the deviations.
/// The same numbers in the same order give the same bits; there is no merging on purpose. NaN (a share of nothing) is
/// skipped; infinite numbers leave no mean. Cost: O(1) per number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    count: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// No numbers yet.
    #[must_use]
    pub fn new() -> Moments {
        Moments::default()
    }

    /// Takes one more number.
    pub fn add(&mut self, value: f64) {
        if value.is_nan() {
            return;
        }
        self.count += 1;
        let deviation = value - self.mean;
        self.mean += deviation / self.count as f64;
        self.squares += deviation * (value - self.mean);
    }

    /// How many numbers came that were not NaN.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Their mean; `None` of nothing.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Their sample variance (divided by n - 1); `None` with fewer than two.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squares / (self.count - 1) as f64)
    }

    /// Half the width of the mean's interval at `confidence` (say 0.95), by Student's t; `None` with fewer than two.
    #[must_use]
    pub fn half_width(&self, confidence: f64) -> Option<f64> {
        let of_the_mean = self.variance()? / self.count as f64;
        Some(student_t_quantile(0.5 + 0.5 * confidence, self.count - 1) * of_the_mean.sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moments(values: &[f64]) -> Moments {
        let mut moments = Moments::new();
        values.iter().for_each(|&value| moments.add(value));
        moments
    }

    /// Student's sleep data, drug 1 (R: `t.test(sleep$extra[sleep$group == 1])`): mean 0.75, interval -0.5297804 to
    /// 2.0297804, `var` 3.200556.
    #[test]
    fn of_students_sleep() {
        let found = moments(&[0.7, -1.6, f64::NAN, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
        assert_eq!(found.count(), 10);
        assert!((found.mean().unwrap() - 0.75).abs() < 1e-14);
        assert!((found.variance().unwrap() - 3.200_556).abs() < 1e-6);
        assert!((found.half_width(0.95).unwrap() - 1.279_780_4).abs() < 1e-7);
    }

    #[test]
    fn of_few() {
        assert_eq!((moments(&[]).mean(), moments(&[f64::NAN]).variance()), (None, None));
        let one = moments(&[3.0]);
        assert_eq!((one.mean(), one.variance(), one.half_width(0.95)), (Some(3.0), None, None));
        assert_eq!(moments(&[0.1; 7]).half_width(0.95), Some(0.0));
    }

    proptest! {
        /// The offset would cancel all digits of a sum of squares; the two-pass variance is the oracle.
        #[test]
        fn as_in_two_passes(small in prop::collection::vec(-1.0..1.0_f64, 2..100)) {
            let values: Vec<f64> = small.iter().map(|v| v + 1e9).collect();
            let n = values.len() as f64;
            let shift: f64 = values.iter().map(|v| v - 1e9).sum::<f64>() / n;
            let variance = values.iter().map(|v| (v - 1e9 - shift) * (v - 1e9 - shift)).sum::<f64>() / (n - 1.0);
            let found = moments(&values);
            prop_assert!((found.mean().unwrap() - 1e9 - shift).abs() < 1e-6);
            prop_assert!((found.variance().unwrap() - variance).abs() < 1e-6);
        }
    }
}
