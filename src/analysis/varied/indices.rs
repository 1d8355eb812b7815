use crate::random::{Key, Stream};
use crate::stats::{SobolIndices, SobolRow, quantile_of_sorted, sobol_indices};

/// Resamples of rows.
const RESAMPLES: usize = 2000;
/// The process of the random stream that resamples; no process of a month has it.
const RESAMPLING: u32 = u32::MAX - 12;
/// How often chance may make something out of nothing, in all inputs together.
const ERROR: f64 = 0.05;

/// The outcomes of one row of the sample, by replicate.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexSample {
    /// The shares of the inputs at A and at B.
    pub at: [Vec<f64>; 2],
    /// At A and at B.
    pub outcomes: [Vec<f64>; 2],
    /// At A with one input after the other from B, then at A in other futures.
    pub changed: Vec<Vec<f64>>,
}

/// How the variance of an outcome over the space of the inputs is made up.
#[derive(Clone, Debug)]
pub struct Indices {
    /// The inputs, by their places in the question.
    pub inputs: Vec<usize>,
    /// Rows that were asked for.
    pub rows: u64,
    /// Rows that have all their values.
    pub n: u64,
    /// Mean over points.
    pub mean: f64,
    /// 5 and 95 % quantiles over points, chance of their few futures included.
    pub spread: [f64; 2],
    /// Share of points whose outcome is above 0, and below it.
    pub sides: [f64; 2],
    /// Standard deviation over points without chance (with it, of one replicate).
    pub deviation: f64,
    /// Standard deviation of single futures at one point; NaN of one replicate.
    pub chance: f64,
    /// By input, in the order of `inputs`.
    pub found: Vec<IndexRow>,
    /// What other futures alone get: what an input gets that only shuffles chance.
    pub nothing: IndexRow,
}

/// What one input does; intervals are 95 % ones under resampling of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexRow {
    /// Share of the variance that goes with it alone.
    pub first: f64,
    /// Its interval.
    pub first_interval: [f64; 2],
    /// Share that goes with it alone and together with others.
    pub total: f64,
    /// Its interval.
    pub total_interval: [f64; 2],
    /// Mean outcome at points where it is in the lower half of its range, and in the upper.
    pub halves: [f64; 2],
    /// Whether the total can be told from what other futures alone get.
    pub is_told: bool,
    /// Whether what it does alone can be told from that.
    pub is_told_alone: bool,
}

impl Indices {
    /// Of the rows that have all their values, of `asked`.
    #[must_use]
    pub fn of(samples: &[IndexSample], inputs: Vec<usize>, asked: u64, seed: u64) -> Indices {
        let average = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let all = samples.iter().flat_map(|sample| sample.outcomes.iter().chain(&sample.changed));
        let centre = average(&all.map(|values| average(values)).collect::<Vec<f64>>());
        let less = |values: &Vec<f64>| values.iter().map(|value| value - centre).collect::<Vec<f64>>();
        let row = |sample: &IndexSample| {
            let changed: Vec<Vec<f64>> = sample.changed.iter().map(less).collect();
            SobolRow::of(&less(&sample.outcomes[0]), &less(&sample.outcomes[1]), &changed)
        };
        let rows: Vec<SobolRow> = samples.iter().map(row).collect();
        let found = sobol_indices(&rows, |_| 1);
        let resampled = resampled(&rows, seed);
        let mut points: Vec<f64> = samples.iter().flat_map(|s| &s.outcomes).map(|values| average(values)).collect();
        points.sort_unstable_by(f64::total_cmp);
        let share = |is: fn(f64) -> bool| points.iter().filter(|&&p| is(p)).count() as f64 / points.len() as f64;
        let chance = average(&rows.iter().map(|row| row.chance).collect::<Vec<f64>>()).sqrt();
        let nothing = inputs.len();
        let row = |at: usize| IndexRow {
            first: found.first.get(at).copied().unwrap_or(f64::NAN),
            first_interval: interval(&resampled, |one| one.first[at]),
            total: found.total.get(at).copied().unwrap_or(f64::NAN),
            total_interval: interval(&resampled, |one| one.total[at]),
            halves: if at == nothing { [f64::NAN; 2] } else { halves(samples, at) },
            is_told: at < nothing && is_beyond(&resampled, nothing, |one| one.total[at] - one.total[nothing]),
            is_told_alone: at < nothing && is_beyond(&resampled, nothing, |one| one.first[at] - one.first[nothing]),
        };
        Indices {
            rows: asked,
            n: rows.len() as u64,
            mean: average(&points),
            spread: [0.05, 0.95].map(|level| quantile_of_sorted(&points, level).unwrap_or(f64::NAN)),
            sides: [share(|point| point > 0.0), share(|point| point < 0.0)],
            deviation: found.variance.max(0.0).sqrt(),
            chance,
            found: (0..nothing).map(row).collect(),
            nothing: row(nothing),
            inputs,
        }
    }

    /// Places in `found` of those that can be told from nothing, the largest total first, then those that cannot.
    #[must_use]
    pub fn ranked(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by(|&a, &b| {
            let [a, b] = [a, b].map(|at| &self.found[at]);
            b.is_told.cmp(&a.is_told).then(b.total.total_cmp(&a.total))
        });
        order
    }

    /// Of how single futures at points spread, the share of variance that is chance; NaN of one replicate.
    #[must_use]
    pub fn chance_share(&self) -> f64 {
        let (chance, points) = (self.chance * self.chance, self.deviation * self.deviation);
        chance / (chance + points)
    }
}

fn resampled(rows: &[SobolRow], seed: u64) -> Vec<SobolIndices> {
    let n = rows.len();
    let mut stream = Stream::new(Key { seed, replicate: 0, process: RESAMPLING, site: 0 });
    let mut times = vec![0_u32; n];
    let mut one = || {
        times.fill(0);
        (0..n).for_each(|_| times[((stream.uniform() * n as f64) as usize).min(n - 1)] += 1);
        sobol_indices(rows, |place| times[place])
    };
    if n < 2 { vec![] } else { (0..RESAMPLES).map(|_| one()).collect() }
}

fn sorted(resampled: &[SobolIndices], of: impl Fn(&SobolIndices) -> f64) -> Vec<f64> {
    let mut values: Vec<f64> = resampled.iter().map(of).collect();
    values.sort_unstable_by(f64::total_cmp);
    values
}

fn interval(resampled: &[SobolIndices], of: impl Fn(&SobolIndices) -> f64) -> [f64; 2] {
    let values = sorted(resampled, of);
    [0.025, 0.975].map(|level| quantile_of_sorted(&values, level).unwrap_or(f64::NAN))
}

/// Whether a difference from what other futures alone get is above 0 in nearly all resamples: all inputs together wrong in one
/// of twenty analyses (Bonferroni).
fn is_beyond(resampled: &[SobolIndices], inputs: usize, of: impl Fn(&SobolIndices) -> f64) -> bool {
    let values = sorted(resampled, of);
    quantile_of_sorted(&values, ERROR / 2.0 / inputs as f64).is_some_and(|low| low > 0.0)
}

/// Mean outcome where an input is in the lower and in the upper half of its range, over the points A and B.
fn halves(samples: &[IndexSample], input: usize) -> [f64; 2] {
    let (mut sums, mut n) = ([0.0; 2], [0.0; 2]);
    for sample in samples {
        for (at, outcomes) in sample.at.iter().zip(&sample.outcomes) {
            let half = usize::from(at[input] >= 0.5);
            sums[half] += outcomes.iter().sum::<f64>() / outcomes.len() as f64;
            n[half] += 1.0;
        }
    }
    [sums[0] / n[0], sums[1] / n[1]]
}

#[cfg(test)]
mod tests {
    use super::{IndexSample, Indices};

    fn draws(mut state: u64) -> impl FnMut() -> f64 {
        move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        }
    }

    /// y = 4 x1 + x2 + noise, x3 does nothing: shares 16/17, 1/17 and 0 of the variance over points.
    fn samples(rows: usize, replicates: usize, noise: f64) -> Vec<IndexSample> {
        let mut draw = draws(11);
        (0..rows)
            .map(|_| {
                let [a, b] = [0; 2].map(|_| (0..3).map(|_| draw()).collect::<Vec<f64>>());
                let mut at = |x: &[f64]| -> Vec<f64> {
                    (0..replicates).map(|_| 4.0 * x[0] + x[1] + noise * (draw() - 0.5)).collect()
                };
                let with = |input: usize| {
                    let mut point = a.clone();
                    point[input] = b[input];
                    point
                };
                let changed = [with(0), with(1), with(2), a.clone()].map(|point| at(&point)).to_vec();
                IndexSample { outcomes: [at(&a), at(&b)], at: [a.clone(), b], changed }
            })
            .collect()
    }

    #[test]
    fn what_drives_is_named_and_what_does_nothing_is_not() {
        for (replicates, noise) in [(2, 1.0), (1, 1.0), (3, 0.0)] {
            let found = Indices::of(&samples(300, replicates, noise), vec![5, 6, 7], 300, 1);
            let [first, second, third] = [0, 1, 2].map(|at| &found.found[at]);
            assert!(first.is_told && first.is_told_alone && (first.total - 16.0 / 17.0).abs() < 0.15, "{found:?}");
            assert!(!third.is_told && !third.is_told_alone, "{found:?}");
            assert!(first.total > second.total && found.ranked()[0] == 0);
            assert!((first.halves[1] - first.halves[0] - 2.0).abs() < 0.2);
            if replicates > 1 {
                assert!((found.chance - noise / 12_f64.sqrt()).abs() < 0.03);
                assert!((found.deviation - (17.0_f64 / 12.0).sqrt()).abs() < 0.1);
                assert!(found.nothing.total.abs() < 0.05 && third.total.abs() < 0.05);
            }
        }
    }

    #[test]
    fn of_no_rows_nothing_is_said() {
        let found = Indices::of(&[], vec![0], 4, 1);
        assert!(!found.found[0].is_told && found.found[0].total.is_nan() && found.n == 0);
    }
}
