use crate::stats::{mean, quantile_of_sorted, student_t_quantile};

/// A mean over replicates and how precise it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean; NaN if no replicate has a value.
    pub mean: f64,
    /// Half the width of its 95 % interval (Student's t over replicates); NaN with fewer than two values.
    pub half_width: f64,
    /// 5 and 95 % quantiles over replicates: how far single futures spread; NaN if no replicate has a value.
    pub spread: [f64; 2],
    /// Replicates that have a value.
    pub n: usize,
}

impl Estimate {
    /// Of one value per replicate; values that are not numbers (a share of nothing) are left out.
    #[must_use]
    pub fn of(values: impl Iterator<Item = f64>) -> Estimate {
        let mut values: Vec<f64> = values.filter(|v| !v.is_nan()).collect();
        let n = values.len();
        let mean = mean(&values).unwrap_or(f64::NAN);
        let mut half_width = f64::NAN;
        if n > 1 {
            let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
            half_width = student_t_quantile(0.975, n as u64 - 1) * (squares / (n - 1) as f64 / n as f64).sqrt();
        }
        values.sort_unstable_by(f64::total_cmp);
        let spread = [0.05, 0.95].map(|level| quantile_of_sorted(&values, level).unwrap_or(f64::NAN));
        Estimate { mean, half_width, spread, n }
    }

    /// Whether there is anything to say.
    #[must_use]
    pub fn known(&self) -> bool {
        !self.mean.is_nan()
    }
}

#[cfg(test)]
mod tests {
    use super::Estimate;

    #[test]
    fn interval_of_a_hand_checked_sample() {
        let e = Estimate::of([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].into_iter());
        assert!((e.mean - 5.0).abs() < 1e-12 && e.n == 8);
        // Deviation sqrt(32 / 7) = 2.138; t(7) = 2.365; 2.365 x 2.138 / sqrt(8) = 1.788
        assert!((e.half_width - 1.788).abs() < 1e-3, "{}", e.half_width);
    }

    #[test]
    fn nothing_and_one_value_have_no_interval() {
        assert!(!Estimate::of([f64::NAN].into_iter()).known());
        let one = Estimate::of([3.0, f64::NAN].into_iter());
        assert!(one.mean == 3.0 && one.half_width.is_nan() && one.n == 1);
    }
}
