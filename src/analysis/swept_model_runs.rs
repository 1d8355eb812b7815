use super::{ModelEffect, Swept, SweptModels};
use crate::stats::VarianceComponents;

/// Takes in what the points of a sweep come to at each set.
#[derive(Clone, Debug)]
pub struct SweptModelRuns {
    points: usize,
    metrics: usize,
    per_set: usize,
    /// By set, future, point and metric; NaN of what has no value or was not run.
    values: Vec<f64>,
    /// By set: runs that finished.
    finished: Vec<u64>,
}

impl SweptModelRuns {
    /// Of so many points, metrics and sets, each in so many futures.
    #[must_use]
    pub fn new(points: usize, metrics: usize, sets: usize, per_set: u32) -> SweptModelRuns {
        let per_set = per_set as usize;
        let values = vec![f64::NAN; points * metrics * sets * per_set];
        SweptModelRuns { points, metrics, per_set, values, finished: vec![0; sets] }
    }

    /// Bytes that it holds.
    #[must_use]
    pub fn bytes(points: f64, metrics: f64, runs: f64) -> f64 {
        size_of::<f64>() as f64 * points * metrics * runs
    }

    /// Takes in a run that finished: of a set, in a future, at a point, each counted from 0.
    pub fn add(&mut self, set: usize, future: usize, point: usize, values: impl Iterator<Item = f64>) {
        let first = self.place(set, future, point);
        for (place, value) in self.values[first..first + self.metrics].iter_mut().zip(values) {
            *place = value;
        }
        self.finished[set] += 1;
    }

    fn place(&self, set: usize, future: usize, point: usize) -> usize {
        ((set * self.per_set + future) * self.points + point) * self.metrics
    }

    /// What it comes to; `swept` says which points lie at which end of an axis, `of` where the sets come from. `None` without two
    /// sets whose runs all finished.
    #[must_use]
    pub fn finish(self, swept: &Swept, of: &str) -> Option<SweptModels> {
        let all = (self.per_set * self.points) as u64;
        let whole: Vec<usize> = (0..self.finished.len()).filter(|&set| self.finished[set] == all).collect();
        if whole.len() < 2 {
            return None;
        }
        let at = |set: usize, future: usize, point: usize, metric: usize| {
            self.values[self.place(set, future, point) + metric]
        };
        let over = |value: &dyn Fn(usize, usize) -> f64| {
            let of_set = |&set: &usize| -> Vec<f64> { (0..self.per_set).map(|future| value(set, future)).collect() };
            VarianceComponents::of(&whole.iter().map(of_set).collect::<Vec<_>>()).as_ref().map(ModelEffect::of)
        };
        let level = |point: usize| {
            (0..self.metrics).map(|metric| over(&|set, future| at(set, future, point, metric))).collect()
        };
        let axis = |axis: usize| {
            let Some(sides) = swept.sides(axis) else { return vec![None; self.metrics] };
            let of = |metric: usize| over(&|set, future| sides.difference(&|point| at(set, future, point, metric)));
            (0..self.metrics).map(of).collect()
        };
        Some(SweptModels {
            sets: whole.len() as u64,
            left_out: (self.finished.len() - whole.len()) as u64,
            per_set: self.per_set as u32,
            of: of.to_owned(),
            levels: (0..self.points).map(level).collect(),
            axes: (0..swept.axes.len()).map(axis).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::SweptModelRuns;
    use crate::analysis::{Swept, fabricated};

    fn swept(points: &[[f64; 2]], is_grid: bool) -> Swept {
        let points: Vec<Vec<f64>> = points.iter().map(|point| point.to_vec()).collect();
        Swept { is_grid, ..fabricated::swept(&["a", "b"], &points, 0, |_, _| 0.0) }
    }

    /// In one half of the models the first axis adds 1 from end to end, in the other 3; the second adds 0.5 in all of them.
    #[test]
    fn points_and_axes_are_told_over_models() {
        let grid = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
        let mut runs = SweptModelRuns::new(4, 2, 41, 2);
        for set in 0..41 {
            for future in 0..2 {
                for (point, [a, b]) in grid.iter().enumerate() {
                    let more = if set < 20 { 1.0 } else { 3.0 };
                    let luck = if (set + future) % 2 == 0 { 0.25 } else { -0.25 };
                    if set < 40 || future == 0 {
                        runs.add(set, future, point, [10.0 + a * (more + luck) + 0.5 * b, f64::NAN].into_iter());
                    }
                }
            }
        }
        let found = runs.clone().finish(&swept(&grid, true), "a test").unwrap();
        assert_eq!((found.sets, found.left_out, found.per_set), (40, 1, 2));
        let near = |effect: Option<super::ModelEffect>, mean: f64| (effect.unwrap().mean - mean).abs() < 1e-12;
        assert!(near(found.levels[0][0], 10.0) && near(found.levels[3][0], 12.5) && near(found.axes[0][0], 2.0));
        let [first, second] = [0, 1].map(|axis| found.axes[axis][0].unwrap());
        // Luck makes up for itself within each set: each says 1 or 3, of which its own luck is no part.
        assert!(first.above == 1.0 && first.range[0] > 1.0 && first.range[0] < 1.1 && first.range[1] < 3.0);
        assert!(first.share_of_models() > 0.5 && second.above == 1.0 && second.between == 0.0);
        assert!(found.levels[0][1].is_none() && found.axes[1][1].is_none());
        // Of a sample, the halves of each axis: here the same points.
        assert!(near(runs.finish(&swept(&grid, false), "a test").unwrap().axes[0][0], 2.0));
    }

    #[test]
    fn one_model_says_nothing_of_models() {
        let mut runs = SweptModelRuns::new(1, 1, 2, 2);
        (0..2).for_each(|future| runs.add(0, future, 0, std::iter::once(1.0)));
        assert!(runs.finish(&swept(&[[0.0, 0.0]], true), "a test").is_none());
    }
}
