/// Rounds of taking correlations out; each leaves less than half of what it found, down to what ranks allow.
const ROUNDS: usize = 4;

/// A nearly orthogonal Latin hypercube: `points` points of the unit cube of so many `axes`, of which each axis has one in the
/// middle of every of `points` equal intervals, and of which no two axes go together.
///
/// Drawn at random (`uniform` gives numbers of 0 to 1), then columns are turned so that their ranks are uncorrelated, and ranked
/// again, a few times over. With at least three points for every axis the correlation of any two axes is below 0.1, mostly far
/// below ([`largest_correlation`] says how far); with no more points than axes it cannot be, and the sample is left as drawn.
///
/// Source: M. D. McKay, R. J. Beckman and W. J. Conover (1979), Technometrics 21; R. L. Iman and W. J. Conover (1982),
/// Communications in Statistics B 11; A. B. Owen (1994), Journal of the American Statistical Association 89. Cost:
/// O(points x axes^2) for each of four rounds.
#[must_use]
pub fn latin_hypercube(axes: usize, points: usize, uniform: &mut dyn FnMut() -> f64) -> Vec<Vec<f64>> {
    let mut columns: Vec<Vec<f64>> = (0..axes)
        .map(|_| {
            let draws: Vec<f64> = (0..points).map(|_| uniform()).collect();
            ranked(&draws)
        })
        .collect();
    if points > axes + 1 {
        for _ in 0..ROUNDS {
            let Some(triangle) = cholesky(&correlations(&columns)) else { break };
            let turned = turned(&columns, &triangle);
            let next: Vec<Vec<f64>> = turned.iter().map(|column| ranked(column)).collect();
            if most(&next) >= most(&columns) {
                break;
            }
            columns = next;
        }
    }
    (0..points).map(|point| columns.iter().map(|column| column[point] + 0.5).collect()).collect()
}

/// The largest correlation, in size, of any two axes of a sample; 0 with fewer than two axes.
#[must_use]
pub fn largest_correlation(sample: &[Vec<f64>]) -> f64 {
    let axes = sample.first().map_or(0, Vec::len);
    let columns: Vec<Vec<f64>> = (0..axes)
        .map(|axis| {
            let mean = sample.iter().map(|point| point[axis]).sum::<f64>() / sample.len() as f64;
            sample.iter().map(|point| point[axis] - mean).collect()
        })
        .collect();
    most(&columns)
}

fn most(columns: &[Vec<f64>]) -> f64 {
    let all = correlations(columns);
    let below = all.iter().enumerate().flat_map(|(row, line)| &line[..row]);
    below.fold(0.0, |most: f64, r| most.max(r.abs()))
}

/// The middles of equal intervals of -0.5 to 0.5, in the order of `values`.
fn ranked(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
    let mut ranks = vec![0.0; values.len()];
    for (rank, &place) in order.iter().enumerate() {
        ranks[place] = (rank as f64 + 0.5) / values.len() as f64 - 0.5;
    }
    ranks
}

/// The correlations of columns whose means are 0.
fn correlations(columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let sizes: Vec<f64> = columns.iter().map(|column| dot(column, column).sqrt()).collect();
    let one = |row: usize, other: usize| {
        let size = sizes[row] * sizes[other];
        if row == other || size == 0.0 {
            f64::from(u8::from(row == other))
        } else {
            dot(&columns[row], &columns[other]) / size
        }
    };
    // Each pair once: the sum is the same both ways.
    let below: Vec<Vec<f64>> = (0..columns.len()).map(|row| (0..=row).map(|other| one(row, other)).collect()).collect();
    let at = |row: usize, other: usize| below[row.max(other)][row.min(other)];
    (0..columns.len()).map(|row| (0..columns.len()).map(|other| at(row, other)).collect()).collect()
}

/// The lower triangle whose square is the matrix; `None` if it is not positive definite.
fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let n = matrix.len();
    let mut lower = vec![vec![0.0; n]; n];
    for row in 0..n {
        for column in 0..=row {
            let before: f64 = (0..column).map(|k| lower[row][k] * lower[column][k]).sum();
            let rest = matrix[row][column] - before;
            lower[row][column] = if row == column {
                if rest <= 1e-9 {
                    return None;
                }
                rest.sqrt()
            } else {
                rest / lower[column][column]
            };
        }
    }
    Some(lower)
}

/// Columns that the triangle's inverse makes of these: uncorrelated.
fn turned(columns: &[Vec<f64>], lower: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut made: Vec<Vec<f64>> = Vec::with_capacity(columns.len());
    for (row, column) in columns.iter().enumerate() {
        let mut own = column.clone();
        for (earlier, factor) in made.iter().zip(&lower[row]) {
            own.iter_mut().zip(earlier).for_each(|(value, other)| *value -= factor * other);
        }
        own.iter_mut().for_each(|value| *value /= lower[row][row]);
        made.push(own);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::{largest_correlation, latin_hypercube};

    fn sample(axes: usize, points: usize, seed: u64) -> Vec<Vec<f64>> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut uniform = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        latin_hypercube(axes, points, &mut uniform)
    }

    #[test]
    fn every_interval_of_every_axis_has_one_point() {
        for (axes, points) in [(1, 1), (3, 7), (12, 40), (30, 20)] {
            let sample = sample(axes, points, 3);
            for axis in 0..axes {
                let mut places: Vec<usize> = sample.iter().map(|p| (p[axis] * points as f64) as usize).collect();
                places.sort_unstable();
                assert!(places.into_iter().eq(0..points), "axis {axis} of {axes}");
                assert!(sample.iter().all(|p| ((p[axis] * points as f64).fract() - 0.5).abs() < 1e-9));
            }
        }
    }

    /// The promise of the documentation, at the size of a first wave: as many axes as the model has parameters, and more.
    #[test]
    fn no_two_axes_go_together() {
        for (axes, points, seed) in [(200, 767, 1), (200, 600, 2), (60, 200, 3), (20, 60, 4), (5, 30, 5), (2, 16, 6)] {
            let r = largest_correlation(&sample(axes, points, seed));
            assert!(r < 0.1, "{axes} axes, {points} points: {r}");
        }
    }

    #[test]
    fn correlations_are_those_of_a_textbook() {
        // Of (1, 2), (2, 1), (3, 3): r = 0.5, by hand.
        let r = largest_correlation(&[vec![1.0, 2.0], vec![2.0, 1.0], vec![3.0, 3.0]]);
        assert!((r - 0.5).abs() < 1e-12);
        assert_eq!(largest_correlation(&[vec![1.0], vec![2.0]]), 0.0);
    }
}
