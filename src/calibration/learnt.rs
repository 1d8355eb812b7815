use crate::stats::{chi_squared_p_value, kolmogorov_smirnov, quantile};
use serde::{Deserialize, Serialize};

/// A parameter, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LearntParameter {
    /// Its name.
    pub name: String,
    /// Its default.
    pub default: f64,
    /// Its plausible range: the prior, even on the scale of its logarithm (of an intercept as it is).
    pub before: [f64; 2],
    /// Number of targets that it moves beyond chance; 0: it stays at its default.
    pub moves: u32,
    /// Over the ensemble: 5, 50 and 95 % quantiles; nothing of one that is fixed.
    pub after: Option<[f64; 3]>,
    /// The same as places in the plausible range, 0 its low end and 1 its high end on the scale on which it is drawn.
    pub place: Option<[f64; 3]>,
    /// How much narrower it became: 1 minus the ratio of standard deviations, on the scale of the prior; 0 if not beyond chance.
    pub shrinkage: f64,
    /// Chance of a distribution so far from the prior if nothing was learnt, times the number of free parameters.
    pub p_value: f64,
}

impl LearntParameter {
    /// Whether the targets say anything of it.
    #[must_use]
    pub fn is_learnt(&self) -> bool {
        self.p_value < 0.05
    }
}

/// Two parameters of which the ensemble knows more together than of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownPair {
    /// Their names.
    pub parameters: [String; 2],
    /// Their correlation over the ensemble, on the scale of the prior: below 0, one makes up for the other (a product is known);
    /// above 0, they rise together (a ratio is known).
    pub correlation: f64,
    /// Chance of one so large under no relation, times the number of pairs.
    pub p_value: f64,
}

/// The standard deviation of a number that is even over 0..1.
const EVEN: f64 = 0.288_675_134_594_812_9;

/// What coordinates of the ensemble on one axis say, of `axes` that are free: shrinkage and p-value.
pub(super) fn learnt(coordinates: &[f64], axes: usize) -> (f64, f64) {
    let even: Vec<f64> = (0..5000).map(|i| (f64::from(i) + 0.5) / 5000.0).collect();
    let test = kolmogorov_smirnov(coordinates, &even);
    let p_value = test.map_or(1.0, |test| (test.p_value * axes as f64).min(1.0));
    let n = coordinates.len() as f64;
    let mean = coordinates.iter().sum::<f64>() / n;
    let variance = coordinates.iter().map(|c| (c - mean) * (c - mean)).sum::<f64>() / (n - 1.0);
    let shrinkage = if p_value < 0.05 { (1.0 - variance.sqrt() / EVEN).max(0.0) } else { 0.0 };
    (shrinkage, p_value)
}

/// Pairs of free axes whose coordinates go together beyond chance, the strongest first, at most `most`.
pub(super) fn pairs(coordinates: &[(usize, Vec<f64>)], most: usize) -> Vec<(usize, usize, f64, f64)> {
    let number = coordinates.len() * coordinates.len().saturating_sub(1) / 2;
    let mut found = Vec::new();
    for (place, (one, first)) in coordinates.iter().enumerate() {
        for (other, second) in &coordinates[place + 1..] {
            let r = correlation(first, second);
            let n = first.len() as f64;
            let p_value = (chi_squared_p_value(r * r * (n - 1.0), 1) * number as f64).min(1.0);
            if p_value < 0.05 {
                found.push((*one, *other, r, p_value));
            }
        }
    }
    found.sort_by(|a, b| b.2.abs().total_cmp(&a.2.abs()));
    found.truncate(most);
    found
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let (mean_a, mean_b) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
    let (mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        let (x, y) = (x - mean_a, y - mean_b);
        (aa, bb, ab) = (aa + x * x, bb + y * y, ab + x * y);
    }
    if aa * bb > 0.0 { ab / (aa * bb).sqrt() } else { 0.0 }
}

/// 5, 50 and 95 % quantiles of values that exist; `None` without any.
pub(super) fn three(values: impl Iterator<Item = f64>) -> Option<[f64; 3]> {
    let finite: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    let at = |level: f64| quantile(&finite, level);
    Some([at(0.05)?, at(0.5)?, at(0.95)?])
}

#[cfg(test)]
mod tests {
    use super::{learnt, pairs};
    use crate::calibration::recovery_tests::uniform;

    #[test]
    fn what_was_learnt_shows_and_nothing_else() {
        let mut chance = uniform(2);
        let narrow: Vec<f64> = (0..200).map(|_| 0.4 + 0.2 * chance()).collect();
        let (shrinkage, p_value) = learnt(&narrow, 50);
        // A fifth of the width: four fifths narrower.
        assert!((shrinkage - 0.8).abs() < 0.05 && p_value < 1e-6, "{shrinkage} {p_value}");
        let even: Vec<f64> = (0..200).map(|_| chance()).collect();
        assert_eq!(learnt(&even, 50).0, 0.0);
    }

    #[test]
    fn what_is_known_as_a_product_goes_against() {
        let mut chance = uniform(3);
        let one: Vec<f64> = (0..200).map(|_| chance()).collect();
        let other: Vec<f64> = one.iter().map(|x| 1.0 - x + 0.2 * chance()).collect();
        let free: Vec<f64> = (0..200).map(|_| chance()).collect();
        let found = pairs(&[(4, one), (7, free), (9, other)], 9);
        assert!(found.len() == 1 && (found[0].0, found[0].1) == (4, 9) && found[0].2 < -0.9, "{found:?}");
    }
}
