use super::Running;
use crate::stats::quantile_of_sorted;

/// A mean over replicates and how precise it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean; NaN if no replicate has a value.
    pub mean: f64,
    /// Half the width of its 95 % interval (Student's t over replicates); NaN with fewer than two values.
    pub half_width: f64,
    /// The 95 % interval within what the figure can be ([`super::Bounds`]): of an unbounded one the mean and `half_width` to
    /// either side. NaN with fewer than two values.
    pub interval: [f64; 2],
    /// 5 and 95 % quantiles over the first replicates ([`super::SINGLE_FUTURES`]): how far single futures spread; NaN if none
    /// of them has a value.
    pub spread: [f64; 2],
    /// Replicates that have a value.
    pub n: usize,
}

impl Estimate {
    /// Of one value per replicate; values that are not numbers (a share of nothing) are left out.
    #[must_use]
    pub fn of(values: impl Iterator<Item = f64>) -> Estimate {
        values.collect::<Running>().estimate()
    }

    /// Of several points of a sweep, every point alike: half width and interval are as wide as the points' own on average,
    /// as if they shared all chance (they do share their futures); the spread is that of the points' means.
    #[must_use]
    pub fn over_points(points: &[Estimate]) -> Estimate {
        let n = points.len() as f64;
        let mean = points.iter().map(|e| e.mean).sum::<f64>() / n;
        let half_width = points.iter().map(|e| e.half_width).sum::<f64>() / n;
        let interval = [0, 1].map(|end| points.iter().map(|e| e.interval[end]).sum::<f64>() / n);
        let mut means: Vec<f64> = points.iter().map(|e| e.mean).collect();
        means.sort_unstable_by(f64::total_cmp);
        let spread = [0.05, 0.95].map(|level| quantile_of_sorted(&means, level).unwrap_or(f64::NAN));
        Estimate { mean, half_width, interval, spread, n: points.len() }
    }

    /// Whether there is an interval.
    #[must_use]
    pub fn has_interval(&self) -> bool {
        self.interval.iter().all(|end| end.is_finite())
    }

    /// Whether its interval leaves out 0: a difference that is more than chance.
    #[must_use]
    pub fn leaves_out_zero(&self) -> bool {
        self.has_interval() && (self.interval[0] > 0.0 || self.interval[1] < 0.0)
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
        assert_eq!(e.interval, [e.mean - e.half_width, e.mean + e.half_width]);
        assert!(e.leaves_out_zero() && !Estimate::of([1.0, -1.0].into_iter()).leaves_out_zero());
    }

    #[test]
    fn nothing_and_one_value_have_no_interval() {
        assert!(!Estimate::of([f64::NAN].into_iter()).known());
        let one = Estimate::of([3.0, f64::NAN].into_iter());
        assert!(one.mean == 3.0 && one.half_width.is_nan() && one.n == 1);
        assert!(!one.has_interval() && !one.leaves_out_zero());
    }
}
