use super::sobol_points;

/// A pair of points of Saltelli and others (2010, Computer Physics Communications 181(2), 259-270): indices come from the
/// outcome at A, at B, and at A with one input after the other from B.
#[derive(Clone, Debug, PartialEq)]
pub struct PointPair {
    /// A share of its range for each input.
    pub a: Vec<f64>,
    /// The same.
    pub b: Vec<f64>,
}

impl PointPair {
    /// A with one input from B.
    #[must_use]
    pub fn a_with(&self, input: usize) -> Vec<f64> {
        let mut point = self.a.clone();
        point[input] = self.b[input];
        point
    }
}

/// So many pairs: both halves of scrambled Sobol' points in twice as many dimensions. `None` beyond what [`sobol_points`]
/// gives.
#[must_use]
pub fn point_pairs(inputs: usize, number: u32, seed: u64) -> Option<Vec<PointPair>> {
    let points = sobol_points(2 * inputs, number, seed ^ (3 << 24))?;
    let pair = |mut a: Vec<f64>| {
        let b = a.split_off(inputs);
        PointPair { a, b }
    };
    Some(points.into_iter().map(pair).collect())
}

#[cfg(test)]
mod tests {
    use super::point_pairs;
    use core::f64::consts::PI;

    /// The Ishigami function's indices are known: T. Ishigami and T. Homma (1990); with a = 7 and b = 0.1.
    #[test]
    fn their_points_give_the_indices_of_a_known_function() {
        let value = |point: &[f64]| {
            let x: Vec<f64> = point.iter().map(|u| (2.0 * u - 1.0) * PI).collect();
            let second = libm::sin(x[1]);
            libm::sin(x[0]) + 7.0 * second * second + 0.1 * (x[2] * x[2] * x[2] * x[2]) * libm::sin(x[0])
        };
        let pairs = point_pairs(3, 4096, 1).unwrap();
        let at = |point: Vec<f64>| value(&point) - 3.5;
        let (mut variance, mut first, mut total) = (0.0, [0.0; 3], [0.0; 3]);
        for pair in &pairs {
            let (a, b) = (at(pair.a.clone()), at(pair.b.clone()));
            variance += (a * a + b * b) / 2.0;
            for input in 0..3 {
                let ab = at(pair.a_with(input));
                first[input] += b * (ab - a);
                total[input] += (a - ab) * (a - ab) / 2.0;
            }
        }
        let expected = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for input in 0..3 {
            let (f, t) = (first[input] / variance, total[input] / variance);
            assert!((f - expected[input].0).abs() < 0.02 && (t - expected[input].1).abs() < 0.02, "{input}: {f} {t}");
        }
    }
}
