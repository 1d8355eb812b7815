use super::Estimate;
use crate::record::{Metric, Panel};
use crate::stats::{mean, quantiles};
use std::ops::Range;

/// How the replicates of one cell spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Mean over replicates; NaN if none has a value.
    pub mean: f64,
    /// 5, 25, 50, 75 and 95 % quantiles (straight lines between order statistics).
    pub quantiles: [f64; 5],
}

/// The quantiles that are reported.
const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

impl Spread {
    /// Of these values; those that are not numbers are left out.
    pub(super) fn of(values: impl Iterator<Item = f32>) -> Spread {
        let mut values: Vec<f64> = values.filter(|v| !v.is_nan()).map(f64::from).collect();
        let mean = mean(&values).unwrap_or(f64::NAN);
        Spread { mean, quantiles: quantiles(&mut values, LEVELS).unwrap_or([f64::NAN; 5]) }
    }
}

/// The monthly courses of some places in the first replicates: every cell of every panel, as recorded (single
/// precision).
///
/// It takes 4 bytes for each of places x months x metrics x replicates. Quantiles need all replicates of a cell at
/// once, and an approximation would make tables depend on the order of runs: who needs many places takes few at a time.
#[derive(Clone, Debug)]
pub struct Courses {
    places: Range<usize>,
    months: usize,
    cells: Vec<f32>,
}

impl Courses {
    /// None yet, of these places of the panel.
    #[must_use]
    pub fn new(places: Range<usize>, months: usize) -> Courses {
        Courses { places, months, cells: vec![] }
    }

    /// Adds a replicate, if its monthly aggregates were kept.
    pub fn add(&mut self, panel: &Panel) {
        if panel.is_none() {
            return;
        }
        debug_assert!(panel.places() >= self.places.end && panel.months() == self.months);
        for place in self.places.clone() {
            for month in 0..self.months {
                self.cells.extend_from_slice(panel.row(place, month));
            }
        }
    }

    /// The places.
    #[must_use]
    pub fn places(&self) -> Range<usize> {
        self.places.clone()
    }

    /// Number of replicates in it.
    #[must_use]
    pub fn replicates(&self) -> usize {
        self.cells.len() / (self.places.len() * self.months * Metric::ALL.len()).max(1)
    }

    /// Number of months.
    #[must_use]
    pub fn months(&self) -> usize {
        self.months
    }

    fn cell(&self, place: usize, month: usize, metric: Metric) -> impl Iterator<Item = f32> + '_ {
        let cell = ((place - self.places.start) * self.months + month) * Metric::ALL.len() + metric.index();
        self.cells.chunks_exact(self.places.len() * self.months * Metric::ALL.len()).map(move |panel| panel[cell])
    }

    /// For every replicate, the sums of these metrics over some months of a place that is among [`Courses::places`].
    pub(super) fn sums<const N: usize>(
        &self,
        place: usize,
        months: Range<usize>,
        metrics: [Metric; N],
    ) -> Vec<[f64; N]> {
        let width = Metric::ALL.len();
        let row = |month: usize| ((place - self.places.start) * self.months + month) * width;
        let run = |panel: &[f32]| {
            metrics.map(|metric| months.clone().map(|month| f64::from(panel[row(month) + metric.index()])).sum())
        };
        self.cells.chunks_exact((self.places.len() * self.months * width).max(1)).map(run).collect()
    }

    /// How the replicates spread in one cell of a place that is among [`Courses::places`].
    #[must_use]
    pub fn spread(&self, place: usize, month: usize, metric: Metric) -> Spread {
        Spread::of(self.cell(place, month, metric))
    }

    /// By how much a metric is higher in the second of two months than in the first, in the same replicate.
    #[must_use]
    pub fn change(&self, place: usize, months: [usize; 2], metric: Metric) -> Estimate {
        let [first, second] = months.map(|month| self.cell(place, month, metric));
        Estimate::of(first.zip(second).map(|(first, second)| f64::from(second) - f64::from(first)))
    }

    /// The mean course of a metric, for drawing.
    #[must_use]
    pub fn course(&self, place: usize, metric: Metric) -> Vec<Spread> {
        (0..self.months).map(|month| self.spread(place, month, metric)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Courses, Spread};
    use crate::record::{Metric, Panel};

    #[test]
    fn quantiles_lie_between_order_statistics() {
        let s = Spread::of([4.0, 1.0, f32::NAN, 3.0, 2.0, 5.0].into_iter());
        assert_eq!(s.mean, 3.0);
        assert_eq!(s.quantiles.map(|q| (q * 1000.0).round() / 1000.0), [1.2, 2.0, 3.0, 4.0, 4.8]);
        assert!(Spread::of([f32::NAN].into_iter()).mean.is_nan());
    }

    #[test]
    fn a_cell_finds_its_own_values() {
        let mut courses = Courses::new(1..2, 3);
        for replicate in 0..4_u16 {
            let mut panel = Panel::new(2, 3);
            panel.row_mut(1, 2)[Metric::Given.index()] = f32::from(replicate);
            courses.add(&panel);
        }
        assert_eq!(courses.spread(1, 2, Metric::Given).mean, 1.5);
        assert_eq!(courses.spread(1, 1, Metric::Given).mean, 0.0);
        assert_eq!(courses.change(1, [1, 2], Metric::Given).mean, 1.5);
        assert_eq!(courses.change(1, [2, 1], Metric::Given).mean, -1.5);
        courses.add(&Panel::none());
        assert_eq!((courses.replicates(), courses.places()), (4, 1..2));
    }
}
