use super::quantile_of_sorted;

/// What the elementary effects of one input come to (Morris 1991; Campolongo and others 2007).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ElementaryEffects {
    /// Mean: effects of both signs cancel.
    pub mean: f64,
    /// Mean of the sizes, mu* of Campolongo and others.
    pub size: f64,
    /// Standard deviation over trajectories (n - 1): how far the effect hangs on the other inputs, chance included; NaN of
    /// fewer than two.
    pub sigma: f64,
}

/// The effects of one input, one from each trajectory, each for the step that was made divided by its length. NaN
/// without any. Cost: one pass.
///
/// Source: M. D. Morris (1991), Technometrics 33(2), 161-174; F. Campolongo, J. Cariboni and A. Saltelli (2007),
/// Environmental Modelling & Software 22(10), 1509-1518.
#[must_use]
pub fn elementary_effects(effects: &[f64]) -> ElementaryEffects {
    let n = effects.len() as f64;
    let mean = effects.iter().sum::<f64>() / n;
    let size = effects.iter().map(|effect| effect.abs()).sum::<f64>() / n;
    let squares: f64 = effects.iter().map(|effect| (effect - mean) * (effect - mean)).sum();
    let sigma = if effects.len() < 2 { f64::NAN } else { (squares / (n - 1.0)).sqrt() };
    ElementaryEffects { mean, size, sigma }
}

/// The 95 % percentile intervals of mean, size and sigma under resampling of trajectories; NaN of fewer than two.
/// `uniform` gives numbers in 0..1, as many for each resample as there are effects. Cost: O(resamples x effects).
#[must_use]
pub fn elementary_effects_intervals(
    effects: &[f64],
    resamples: usize,
    mut uniform: impl FnMut() -> f64,
) -> [[f64; 2]; 3] {
    if effects.len() < 2 || resamples == 0 {
        return [[f64::NAN; 2]; 3];
    }
    let n = effects.len();
    let mut drawn = vec![0.0; n];
    let mut found = [const { Vec::new() }; 3];
    for _ in 0..resamples {
        drawn.iter_mut().for_each(|one| *one = effects[((uniform() * n as f64) as usize).min(n - 1)]);
        let ElementaryEffects { mean, size, sigma } = elementary_effects(&drawn);
        found.iter_mut().zip([mean, size, sigma]).for_each(|(all, one): (&mut Vec<f64>, f64)| all.push(one));
    }
    found.map(|mut all| {
        all.sort_unstable_by(f64::total_cmp);
        [0.025, 0.975].map(|level| quantile_of_sorted(&all, level).unwrap_or(f64::NAN))
    })
}

#[cfg(test)]
mod tests {
    use super::{elementary_effects, elementary_effects_intervals};
    use crate::stats::reference::{close, sampled};

    /// Oracle: SALib 1.6.0, `morris.analyze`, on its own trajectories; see `test_data/README.md`.
    #[test]
    fn agrees_with_salib() {
        for function in ["ishigami", "sobol_g"] {
            let points = sampled(function, "morris", "point");
            let inputs = points[0].1.len();
            // Steps are two thirds of the range, of four levels.
            let range = if function == "ishigami" { 2.0 * core::f64::consts::PI } else { 1.0 };
            let mut effects = vec![vec![]; inputs];
            for trajectory in points.chunks(inputs + 1) {
                for pair in trajectory.windows(2) {
                    let input = (0..inputs).find(|&i| pair[0].1[i] != pair[1].1[i]).unwrap();
                    let step = (pair[1].1[input] - pair[0].1[input]) / range;
                    effects[input].push((pair[1].0 - pair[0].0) / step);
                }
            }
            let expected = ["mu", "mu_star", "sigma"].map(|of| sampled(function, "morris", of));
            for (input, effects) in effects.iter().enumerate() {
                let found = elementary_effects(effects);
                for (found, expected) in [found.mean, found.size, found.sigma].into_iter().zip(&expected) {
                    let expected = expected[input].0;
                    // Effects that cancel leave rounding of numbers near 10.
                    let right = close(found, expected, 1e-9) || (found - expected).abs() < 1e-12;
                    assert!(right, "{function} {input}: {found} for {expected}");
                }
            }
        }
    }

    #[test]
    fn intervals_hold_what_they_are_of() {
        let effects = [1.0, -2.0, 3.0, 0.5, 2.0, 1.5, -0.5, 4.0];
        let mut at = 0.3;
        let intervals = elementary_effects_intervals(&effects, 500, || {
            at = (at + 0.618_033_988_749_895) % 1.0;
            (at * 7919.0) % 1.0
        });
        let found = elementary_effects(&effects);
        for ([low, high], value) in intervals.into_iter().zip([found.mean, found.size, found.sigma]) {
            assert!(low < value && value < high, "{low} {value} {high}");
        }
        assert!(elementary_effects_intervals(&[1.0], 10, || 0.5)[0][0].is_nan());
        assert!(elementary_effects(&[]).mean.is_nan() && elementary_effects(&[1.0]).sigma.is_nan());
    }
}
