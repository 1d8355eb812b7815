use super::{Estimate, SINGLE_FUTURES};
use crate::stats::{Moments, quantile_of_sorted};

/// Folds one value per replicate into an [`Estimate`], in memory that does not grow with their number.
#[derive(Clone, Debug, Default)]
pub struct Running {
    moments: Moments,
    /// Of the first [`SINGLE_FUTURES`] replicates.
    first: Vec<f64>,
}

impl Running {
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
        Estimate {
            mean: self.moments.mean().unwrap_or(f64::NAN),
            half_width: self.moments.half_width(0.95).unwrap_or(f64::NAN),
            spread: [0.05, 0.95].map(|level| quantile_of_sorted(&first, level).unwrap_or(f64::NAN)),
            n: self.moments.count() as usize,
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

#[cfg(test)]
mod tests {
    use super::Running;

    #[test]
    fn the_mean_is_of_all_the_spread_of_the_first() {
        let running: Running = (0..2000).map(f64::from).chain([f64::NAN]).collect();
        let estimate = running.estimate();
        assert!((estimate.mean - 999.5).abs() < 1e-9 && estimate.n == 2000);
        assert!((estimate.spread[1] - 474.05).abs() < 1e-9, "{:?}", estimate.spread);
        assert_eq!(running.first.len(), 500);
    }
}
