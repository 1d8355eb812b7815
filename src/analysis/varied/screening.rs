use crate::random::{Key, Stream};
use crate::stats::{elementary_effects, elementary_effects_intervals, student_t_quantile};

/// Resamples of trajectories.
const RESAMPLES: usize = 1000;
/// The process of the random stream that resamples; no process of a month has it.
const RESAMPLING: u32 = u32::MAX - 11;
/// How often chance may make something out of nothing, in all inputs together.
const ERROR: f64 = 0.05;

/// What the steps of one trajectory did: for each input, then for other futures alone, the effect of a step over the whole
/// range in each replicate. `None` where a run failed or has no value.
pub type Steps = Vec<Option<Vec<f64>>>;

/// How strongly each input moves the outcome, by elementary effects (Morris).
#[derive(Clone, Debug)]
pub struct Screening {
    /// Trajectories that were asked for.
    pub trajectories: u64,
    /// By input, in their order.
    pub rows: Vec<ScreeningRow>,
    /// What other futures alone do: what an input gets that only shuffles chance.
    pub nothing: ScreeningRow,
}

/// What one input does. Effects are of a step over its whole range; intervals are 95 % ones over trajectories, each of which
/// has its own point and its own futures.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreeningRow {
    /// Mean effect, effects of both signs cancelling.
    pub mean: f64,
    /// Its interval.
    pub mean_interval: [f64; 2],
    /// Mean size of the effect, mu*.
    pub size: f64,
    /// Its interval.
    pub size_interval: [f64; 2],
    /// Standard deviation of effects over trajectories: how far the effect hangs on the other inputs, and on chance.
    pub sigma: f64,
    /// Its interval.
    pub sigma_interval: [f64; 2],
    /// What of that chance alone makes, told from how replicates differ; NaN of one replicate.
    pub chance: f64,
    /// Trajectories that have a value.
    pub n: u64,
    /// Whether it can be told from nothing.
    pub is_told: bool,
}

impl Screening {
    /// Of trajectories with so many inputs.
    #[must_use]
    pub fn of(trajectories: &[Steps], inputs: usize, seed: u64) -> Screening {
        // Other futures stand behind the inputs.
        let column = |input: usize| -> Vec<Option<&Vec<f64>>> {
            trajectories.iter().map(|steps| steps.get(input).and_then(Option::as_ref)).collect()
        };
        let noise = Noise::of(&column(inputs));
        let of = |input: usize| {
            let own = column(input);
            let mut row = row(&own, seed, input);
            row.is_told = input < inputs && noise.is_beyond(&own, inputs);
            row
        };
        Screening { trajectories: trajectories.len() as u64, rows: (0..inputs).map(of).collect(), nothing: of(inputs) }
    }

    /// The inputs, those that move most first.
    #[must_use]
    pub fn ranked(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let size = |input: usize| if self.rows[input].size.is_nan() { -1.0 } else { self.rows[input].size };
        order.sort_by(|&a, &b| size(b).total_cmp(&size(a)));
        order
    }
}

fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn row(effects: &[Option<&Vec<f64>>], seed: u64, input: usize) -> ScreeningRow {
    let known: Vec<&Vec<f64>> = effects.iter().copied().flatten().collect();
    let means: Vec<f64> = known.iter().map(|replicates| average(replicates)).collect();
    let found = elementary_effects(&means);
    let mut stream = Stream::new(Key { seed, replicate: input as u64, process: RESAMPLING, site: 0 });
    let [mean_interval, size_interval, sigma_interval] =
        elementary_effects_intervals(&means, RESAMPLES, || stream.uniform());
    let of_mean = |replicates: &&Vec<f64>| {
        let (n, mean) = (replicates.len() as f64, average(replicates));
        replicates.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>() / (n - 1.0) / n
    };
    let chance = average(&known.iter().map(of_mean).collect::<Vec<f64>>()).sqrt();
    ScreeningRow {
        mean: found.mean,
        mean_interval,
        size: found.size,
        size_interval,
        sigma: found.sigma,
        sigma_interval,
        chance,
        n: known.len() as u64,
        is_told: false,
    }
}

/// What other futures alone do to the mean of a trajectory's replicates: its variance, and on how many squares that rests.
#[derive(Clone, Copy)]
struct Noise {
    variance: f64,
    squares: u64,
}

impl Noise {
    /// Every replicate of other futures has an effect of its own, 0 but for chance.
    fn of(nothing: &[Option<&Vec<f64>>]) -> Noise {
        let known = || nothing.iter().copied().flatten();
        let replicates = known().next().map_or(1, Vec::len) as f64;
        let all: Vec<f64> = known().flatten().map(|effect| effect * effect).collect();
        Noise { variance: average(&all) / replicates, squares: all.len() as u64 }
    }

    /// Whether effects are more than that: their mean is not 0, or their sizes are larger than those of a normal variable of this
    /// variance. An input that only shuffles chance varies no more, and less where futures stay the same. Student's t on as many
    /// degrees as there are squares; all inputs and both questions together wrong in one of twenty analyses (Bonferroni).
    fn is_beyond(self, own: &[Option<&Vec<f64>>], inputs: usize) -> bool {
        let means: Vec<f64> = own.iter().copied().flatten().map(|replicates| average(replicates)).collect();
        let found = elementary_effects(&means);
        let n = means.len() as f64;
        let quantile = student_t_quantile(1.0 - ERROR / (4.0 * inputs as f64), self.squares);
        let folded = 2.0 / core::f64::consts::PI;
        let mean_width = quantile * (self.variance / n).sqrt();
        let size_limit = (folded * self.variance).sqrt() + quantile * ((1.0 - folded) * self.variance / n).sqrt();
        found.mean.abs() > mean_width || found.size > size_limit
    }
}

#[cfg(test)]
mod tests {
    use super::Screening;

    /// Noise by a plain generator.
    fn draws(mut state: u64) -> impl FnMut() -> f64 {
        move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
        }
    }

    #[test]
    fn what_moves_is_told_and_noise_is_not() {
        let mut draw = draws(3);
        let mut told = [0; 3];
        for _ in 0..40 {
            let trajectories: Vec<_> = (0..12)
                .map(|at| {
                    let side = if at % 2 == 0 { 1.0 } else { -1.0 };
                    // One that pushes one way, one that pushes both ways, one that does nothing, other futures.
                    [4.0, 9.0 * side, 0.0, 0.0]
                        .map(|effect| Some((0..2).map(|_| effect + 2.0 * draw()).collect()))
                        .to_vec()
                })
                .collect();
            let found = Screening::of(&trajectories, 3, 1);
            assert_eq!(found.ranked()[..2], [1, 0]);
            assert!(found.rows[0].chance < 0.8 && (found.rows[1].size - 9.0).abs() < 0.5);
            assert!(!found.nothing.is_told && found.rows[1].mean.abs() < 1.0);
            told.iter_mut().zip(&found.rows).for_each(|(n, row)| *n += usize::from(row.is_told));
        }
        assert_eq!(told[..2], [40, 40]);
        assert!(told[2] <= 4, "{told:?}");
    }

    #[test]
    fn runs_that_failed_are_left_out() {
        let steps = vec![vec![Some(vec![1.0]), None]; 3];
        let found = Screening::of(&steps, 1, 1);
        assert_eq!((found.rows[0].n, found.nothing.n, found.rows[0].mean), (3, 0, 1.0));
        assert!(found.nothing.size.is_nan() && found.rows[0].chance.is_nan());
    }
}
