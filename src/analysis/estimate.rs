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
