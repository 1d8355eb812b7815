/// What one row of a sample of Saltelli and others (2010) gives: a point A, a point B, and for each input the point A with
/// that input from B; the outcome at each of them in one or several replicates.
///
/// With two or more replicates products are taken of different ones only, so that chance, which is independent between
/// replicates, adds nothing to them on average, whatever futures the points share. With one replicate they are the plain
/// estimators, in which chance counts as if it were one more input.
#[derive(Clone, Debug, PartialEq)]
pub struct SobolRow {
    /// Mean over A and B.
    mean: f64,
    /// Mean square over A and B.
    square: f64,
    /// Variance between replicates at one point, on average over A and B; NaN of one replicate.
    pub chance: f64,
    /// By input: f(B) (f(AB) - f(A)), and half of (f(A) - f(AB))^2.
    terms: Vec<[f64; 2]>,
}

/// The share of the variance over points that goes with each input.
#[derive(Clone, Debug, PartialEq)]
pub struct SobolIndices {
    /// The variance over points.
    pub variance: f64,
    /// By input: what it does alone (Saltelli and others 2010, table 2 (b)).
    pub first: Vec<f64>,
    /// By input: what it does alone and together with others (Jansen 1999; table 2 (f)).
    pub total: Vec<f64>,
}

impl SobolRow {
    /// `outcomes` by replicate, less a number that is the same for all rows (the mean of all outcomes, say, which makes the
    /// first indices more precise): at A, at B, and for each input at A with that input from B. As many replicates
    /// everywhere, at least one. Cost: one pass.
    #[must_use]
    pub fn of(a: &[f64], b: &[f64], ab: &[Vec<f64>]) -> SobolRow {
        let difference = |x: &[f64], y: &[f64]| -> Vec<f64> { x.iter().zip(y).map(|(x, y)| x - y).collect() };
        let mean = 0.5 * (average(a) + average(b));
        let square = 0.5 * (product(a, a) + product(b, b));
        let chance = 0.5 * (variance(a) + variance(b));
        let of = |ab: &Vec<f64>| {
            let step = difference(ab, a);
            [product(b, &step), 0.5 * product(&step, &step)]
        };
        SobolRow { mean, square, chance, terms: ab.iter().map(of).collect() }
    }
}

/// The indices of rows, each taken as often as `times` says; NaN without rows. Indices of an outcome that is the same
/// everywhere are 0. Cost: O(rows x inputs).
///
/// Source: A. Saltelli and others (2010), Computer Physics Communications 181(2), 259-270; M. J. W. Jansen (1999), the
/// same journal 117(1), 35-43.
#[must_use]
pub fn sobol_indices(rows: &[SobolRow], times: impl Fn(usize) -> u32) -> SobolIndices {
    let inputs = rows.first().map_or(0, |row| row.terms.len());
    let (mut n, mut mean, mut square) = (0.0, 0.0, 0.0);
    let mut sums = vec![[0.0; 2]; inputs];
    for (place, row) in rows.iter().enumerate() {
        let times = f64::from(times(place));
        if times == 0.0 {
            continue;
        }
        n += times;
        mean += times * row.mean;
        square += times * row.square;
        for (sum, term) in sums.iter_mut().zip(&row.terms) {
            sum[0] += times * term[0];
            sum[1] += times * term[1];
        }
    }
    let mean = mean / n;
    let variance = square / n - mean * mean;
    let index = |sum: f64| if variance > 0.0 { sum / n / variance } else { 0.0 * variance };
    SobolIndices {
        variance,
        first: sums.iter().map(|sum| index(sum[0])).collect(),
        total: sums.iter().map(|sum| index(sum[1])).collect(),
    }
}

fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Mean product of different replicates; of one replicate, its own.
fn product(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let same: f64 = x.iter().zip(y).map(|(x, y)| x * y).sum();
    if x.len() < 2 { same } else { (n * n * average(x) * average(y) - same) / (n * (n - 1.0)) }
}

fn variance(values: &[f64]) -> f64 {
    let (n, mean) = (values.len() as f64, average(values));
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, sampled};

    fn rows(y: &[f64], inputs: usize, noise: &mut dyn FnMut(f64) -> Vec<f64>) -> Vec<SobolRow> {
        let mean = average(y);
        let mut at = |value: f64| noise(value - mean);
        let chunks = y.chunks(inputs + 2);
        chunks
            .map(|row| {
                let ab: Vec<Vec<f64>> = row[1..=inputs].iter().map(|&value| at(value)).collect();
                SobolRow::of(&at(row[0]), &at(row[inputs + 1]), &ab)
            })
            .collect()
    }

    /// Oracle: SALib 1.6.0, `sobol.analyze`, on its own sample; see `test_data/README.md`.
    #[test]
    fn agrees_with_salib() {
        for function in ["ishigami", "sobol_g"] {
            let points = sampled(function, "sobol", "point");
            let inputs = points[0].1.len();
            let y: Vec<f64> = points.iter().map(|(value, _)| *value).collect();
            let found = sobol_indices(&rows(&y, inputs, &mut |value| vec![value]), |_| 1);
            for (of, found) in [("S1", &found.first), ("ST", &found.total)] {
                for (input, (expected, _)) in sampled(function, "sobol", of).into_iter().enumerate() {
                    assert!(close(found[input], expected, 1e-9), "{function} {of} {input}: {found:?} for {expected}");
                }
            }
        }
    }

    /// The same function under noise: replicates of the noise leave the indices where they are, one replicate does not.
    #[test]
    fn chance_is_told_apart() {
        let points = sampled("ishigami", "sobol", "point");
        let y: Vec<f64> = points.iter().map(|(value, _)| *value).collect();
        let mut state = 7_u64;
        let mut draw = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        let plain = sobol_indices(&rows(&y, 3, &mut |value| vec![value]), |_| 1);
        // The same rows many times over, each time under other noise of variance 9.
        let mut many = |replicates: usize| {
            let mut noise = |value: f64| {
                (0..replicates).map(|_| value + 36_f64.sqrt() * 3_f64.sqrt() * (draw() - 0.5)).collect::<Vec<f64>>()
            };
            (0..400).flat_map(|_| rows(&y, 3, &mut noise)).collect::<Vec<SobolRow>>()
        };
        let (one, four) = (many(1), many(4));
        let [one, told] = [&one, &four].map(|rows| sobol_indices(rows, |_| 1));
        for input in 0..3 {
            assert!((told.first[input] - plain.first[input]).abs() < 0.03, "{told:?} {plain:?}");
            assert!((told.total[input] - plain.total[input]).abs() < 0.03, "{told:?} {plain:?}");
        }
        assert!((told.variance / plain.variance - 1.0).abs() < 0.03);
        assert!((one.variance - plain.variance - 9.0).abs() < 0.7 && one.total[2] > told.total[2] + 0.1);
        let chance = four.iter().map(|row| row.chance).sum::<f64>() / four.len() as f64;
        assert!((chance - 9.0).abs() < 0.3, "{chance}");
    }

    #[test]
    fn of_nothing_and_of_a_constant() {
        assert!(sobol_indices(&[], |_| 1).variance.is_nan());
        let row = SobolRow::of(&[0.0], &[0.0], &[vec![0.0]]);
        let found = sobol_indices(&[row.clone(), row], |_| 1);
        assert_eq!((found.variance, found.first, found.total), (0.0, vec![0.0], vec![0.0]));
    }
}
