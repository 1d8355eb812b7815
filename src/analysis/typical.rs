use super::SINGLE_FUTURES;
use crate::stats::quantile_of_sorted;

/// The headline figures of the first [`SINGLE_FUTURES`] replicates, kept to find the one that is most like all.
#[derive(Clone, Debug, Default)]
pub struct TypicalFuture {
    runs: Vec<(u64, Vec<f64>)>,
}

impl TypicalFuture {
    /// Adds a replicate with its headline figures, in the same order every time.
    pub fn add(&mut self, replicate: u64, headlines: &[f64]) {
        if (self.runs.len() as u64) < SINGLE_FUTURES {
            self.runs.push((replicate, headlines.to_vec()));
        }
    }

    /// The typical replicate, if there is any.
    #[must_use]
    pub fn replicate(&self) -> Option<u64> {
        typical_replicate(&self.runs)
    }
}

/// The replicate whose headline figures lie nearest to their medians over `runs` (replicate, figures).
///
/// Every figure is measured in its own interquartile range, so that months, shares and pounds count alike; one whose range
/// is zero (it hardly varies) is left out. The distance of a replicate is the mean over figures of |figure - median| /
/// range, each at most 10; a figure that it lacks while others have it counts 10. Of equally near ones the first.
#[must_use]
pub fn typical_replicate(runs: &[(u64, Vec<f64>)]) -> Option<u64> {
    let figures = runs.iter().map(|(_, values)| values.len()).min()?;
    let scale = |figure: usize| {
        let mut values: Vec<f64> = runs.iter().map(|(_, v)| v[figure]).filter(|v| v.is_finite()).collect();
        values.sort_unstable_by(f64::total_cmp);
        let [low, median, high] = [0.25, 0.5, 0.75].map(|level| quantile_of_sorted(&values, level));
        let (median, range) = (median?, high? - low?);
        (range > 0.0).then_some((figure, median, range))
    };
    let scales: Vec<(usize, f64, f64)> = (0..figures).filter_map(scale).collect();
    let distance = |values: &[f64]| -> f64 {
        let part = |&(figure, median, range): &(usize, f64, f64)| {
            let off = (values[figure] - median).abs() / range;
            if off.is_nan() { FARTHEST } else { off.min(FARTHEST) }
        };
        scales.iter().map(part).sum()
    };
    let nearest = runs.iter().map(|(replicate, values)| (*replicate, distance(values)));
    nearest.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(replicate, _)| replicate)
}

/// In interquartile ranges: no single figure decides alone.
const FARTHEST: f64 = 10.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_in_the_middle_of_most_figures_is_typical() {
        // Medians 3 and 30; the third figure does not vary.
        let runs: Vec<(u64, Vec<f64>)> = [(1.0, 30.0), (2.0, 50.0), (3.0, 29.0), (4.0, 10.0), (5.0, 40.0)]
            .into_iter()
            .enumerate()
            .map(|(i, (a, b))| (10 + i as u64, vec![a, b, 7.0]))
            .collect();
        assert_eq!(typical_replicate(&runs), Some(12));
        assert_eq!(typical_replicate(&runs[..1]), Some(10));
        assert_eq!(typical_replicate(&[]), None);
    }

    #[test]
    fn a_run_without_a_figure_that_others_have_is_not_typical() {
        let runs = [(0, vec![f64::NAN, 2.0]), (1, vec![1.0, 3.0]), (2, vec![2.0, 1.0]), (3, vec![3.0, 4.0])];
        assert_eq!(typical_replicate(&runs), Some(2));
    }

    #[test]
    fn only_the_first_futures_are_kept() {
        let mut typical = TypicalFuture::default();
        (0..SINGLE_FUTURES + 9).for_each(|replicate| typical.add(replicate, &[replicate as f64]));
        // Between 249 and 250, the first.
        assert_eq!((typical.replicate(), typical.runs.len() as u64), (Some(249), SINGLE_FUTURES));
    }
}
