use super::{Bounds, Estimate, SINGLE_FUTURES};
use crate::stats::{Moments, mean_share_interval, quantile_of_sorted};

/// Folds one value per replicate into an [`Estimate`], in memory that does not grow with their number.
#[derive(Clone, Debug, Default)]
pub struct Running {
    bounds: Bounds,
    moments: Moments,
    /// Of the first [`SINGLE_FUTURES`] replicates.
    first: Vec<f64>,
}

impl Running {
    /// Nothing yet, of a figure that is within these bounds.
    #[must_use]
    pub fn within(bounds: Bounds) -> Running {
        Running { bounds, ..Running::default() }
    }

    /// The values of the first [`SINGLE_FUTURES`] replicates, in order; NaN where one has none.
    #[must_use]
    pub fn first(&self) -> &[f64] {
        &self.first
    }

    /// Adds the next replicate; NaN if it has no value.
    pub fn add(&mut self, value: f64) {
        self.moments.add(value);
        if (self.first.len() as u64) < SINGLE_FUTURES {
            self.first.push(value);
        }
    }

    /// What the values come to.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        let mut first: Vec<f64> = self.first.iter().copied().filter(|v| !v.is_nan()).collect();
        first.sort_unstable_by(f64::total_cmp);
        let mean = self.moments.mean().unwrap_or(f64::NAN);
        let half_width = self.moments.half_width(0.95).unwrap_or(f64::NAN);
        Estimate {
            mean,
            half_width,
            interval: self.interval(mean, half_width),
            spread: [0.05, 0.95].map(|level| quantile_of_sorted(&first, level).unwrap_or(f64::NAN)),
            n: self.moments.count() as usize,
        }
    }

    fn interval(&self, mean: f64, half_width: f64) -> [f64; 2] {
        let plain = [mean - half_width, mean + half_width];
        match self.bounds {
            Bounds::Any => plain,
            Bounds::Within(low, high) => plain.map(|end| if end.is_nan() { end } else { end.clamp(low, high) }),
            Bounds::Share => mean_share_interval(&self.moments).map_or([f64::NAN; 2], |(low, high)| [low, high]),
        }
    }
}

impl FromIterator<f64> for Running {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Running {
        let mut running = Running::default();
        values.into_iter().for_each(|value| running.add(value));
        running
    }
}

impl Estimate {
    /// Of one value per replicate; values that are not numbers (a share of nothing) are left out.
    #[must_use]
    pub fn of(values: impl Iterator<Item = f64>) -> Estimate {
        values.collect::<Running>().estimate()
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Estimate, Running};

    #[test]
    fn the_mean_is_of_all_the_spread_of_the_first() {
        let running: Running = (0..2000).map(f64::from).chain([f64::NAN]).collect();
        let estimate = running.estimate();
        assert!((estimate.mean - 999.5).abs() < 1e-9 && estimate.n == 2000);
        assert!((estimate.spread[1] - 474.05).abs() < 1e-9, "{:?}", estimate.spread);
        assert_eq!(running.first.len(), 500);
    }

    #[test]
    fn intervals_stay_within_what_a_figure_can_be() {
        let of = |bounds, values: &[f64]| {
            let mut running = Running::within(bounds);
            values.iter().for_each(|&value| running.add(value));
            running.estimate().interval
        };
        let none = of(Bounds::Share, &[0.0; 3]);
        // R: prop.test(0, 3, correct = FALSE): 0 to 0.5615.
        assert!(none[0] == 0.0 && (none[1] - 0.5615).abs() < 1e-4, "{none:?}");
        let some = of(Bounds::Share, &[0.0, 0.0, 1.0]);
        assert!(some[0] > 0.0 && some[1] < 1.0, "{some:?}");
        assert_eq!(of(Bounds::Within(-1.0, 1.0), &[-0.9, 1.0]), [-1.0, 1.0]);
        assert_eq!(of(Bounds::COUNT, &[0.0, 1.0])[0], 0.0);
        assert!(of(Bounds::Any, &[0.0, 1.0])[0] < 0.0);
        for bounds in [Bounds::Any, Bounds::Share, Bounds::COUNT] {
            assert!(of(bounds, &[0.4]).iter().all(|end| end.is_nan()));
        }
    }

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
