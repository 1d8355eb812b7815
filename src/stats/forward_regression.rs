use super::student_t_quantile;

/// A linear regression whose terms were chosen one by one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForwardRegression {
    /// The value where every term is 0.
    pub intercept: f64,
    /// Terms, as places of the columns that were offered, in the order in which they came in.
    pub terms: Vec<usize>,
    /// The coefficient of each term.
    pub coefficients: Vec<f64>,
    /// Variance of what is left, with one degree of freedom taken for every coefficient.
    pub residual_variance: f64,
    /// Share of the variance that the terms carry (R squared, adjusted; never below 0).
    pub explained: f64,
}

impl ForwardRegression {
    /// Its value where the columns that were offered have these values.
    #[must_use]
    pub fn at(&self, columns: impl Fn(usize) -> f64) -> f64 {
        let terms = self.terms.iter().zip(&self.coefficients);
        self.intercept + terms.map(|(&term, coefficient)| coefficient * columns(term)).sum::<f64>()
    }
}

/// Regresses `y` on the columns that move it beyond chance: forward selection by orthogonal matching pursuit. The column that
/// goes best with what is left comes in, as long as the t-test of its coefficient is beyond `level` after correction for the
/// number of columns that were offered (Bonferroni), and there are as many rows left as coefficients; at most `most` come in.
///
/// Source: Y. C. Pati, R. Rezaiifar and P. S. Krishnaprasad (1993), Asilomar Conference on Signals, Systems and Computers;
/// the test is that of stepwise regression (N. R. Draper and H. Smith 1998, Applied Regression Analysis, chapter 15).
/// `None` with fewer than three rows. Cost: O(rows x columns) for each term.
#[must_use]
pub fn forward_regression(columns: &[Vec<f64>], y: &[f64], level: f64, most: usize) -> Option<ForwardRegression> {
    let n = y.len();
    if n < 3 {
        return None;
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n as f64;
    let centred = |values: &[f64]| {
        let mean = mean(values);
        values.iter().map(|value| value - mean).collect::<Vec<f64>>()
    };
    let mut left = centred(y);
    let whole = dot(&left, &left);
    let mut open: Vec<Vec<f64>> = columns.iter().map(|column| centred(column)).collect();
    let sizes: Vec<f64> = open.iter().map(|column| dot(column, column)).collect();
    let mut terms: Vec<usize> = Vec::new();
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let quantile = 1.0 - level / (2.0 * columns.len().max(1) as f64);
    while terms.len() < most && n > 2 * (terms.len() + 2) {
        let size = dot(&left, &left);
        if size <= whole * 1e-20 {
            break;
        }
        let Some((place, r2)) = best(&open, &sizes, &left, size) else { break };
        let freedom = (n - terms.len() - 2) as u64;
        let t = (r2 / (1.0 - r2).max(f64::MIN_POSITIVE) * freedom as f64).sqrt();
        if t <= student_t_quantile(quantile, freedom) {
            break;
        }
        let length = dot(&open[place], &open[place]).sqrt();
        let unit: Vec<f64> = open[place].iter().map(|value| value / length).collect();
        take_out(&mut left, &unit);
        open.iter_mut().for_each(|column| take_out(column, &unit));
        basis.push(unit);
        terms.push(place);
    }
    let coefficients = solved(columns, &terms, &basis, &centred(y));
    let shift: f64 = terms.iter().zip(&coefficients).map(|(&term, c)| c * mean(&columns[term])).sum();
    let residual_variance = dot(&left, &left) / (n - terms.len() - 1) as f64;
    let variance = whole / (n - 1) as f64;
    let explained = if variance > 0.0 { (1.0 - residual_variance / variance).max(0.0) } else { 0.0 };
    Some(ForwardRegression { intercept: mean(y) - shift, terms, coefficients, residual_variance, explained })
}

/// The column that goes best with what is left, and the square of its correlation with that.
fn best(open: &[Vec<f64>], sizes: &[f64], left: &[f64], size: f64) -> Option<(usize, f64)> {
    let mut best = None;
    for (place, column) in open.iter().enumerate() {
        let own = dot(column, column);
        // A column that the others make up (or that never varies) says nothing of its own.
        if own <= sizes[place] * 1e-9 || own == 0.0 {
            continue;
        }
        let along = dot(column, left);
        let r2 = (along * along / (own * size)).min(1.0);
        if best.is_none_or(|(_, most)| r2 > most) {
            best = Some((place, r2));
        }
    }
    best
}

/// The coefficients of the chosen columns: those on the orthonormal `basis`, carried back through the triangle that made it.
fn solved(columns: &[Vec<f64>], terms: &[usize], basis: &[Vec<f64>], y: &[f64]) -> Vec<f64> {
    let mut coefficients: Vec<f64> = basis.iter().map(|unit| dot(unit, y)).collect();
    for row in (0..terms.len()).rev() {
        for later in row + 1..terms.len() {
            coefficients[row] -= dot(&basis[row], &columns[terms[later]]) * coefficients[later];
        }
        coefficients[row] /= dot(&basis[row], &columns[terms[row]]);
    }
    coefficients
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn take_out(column: &mut [f64], unit: &[f64]) {
    let along = dot(column, unit);
    column.iter_mut().zip(unit).for_each(|(value, u)| *value -= along * u);
}

#[cfg(test)]
mod tests {
    use super::forward_regression;

    /// Numbers of -0.5 to 0.5 without order: a multiplicative congruence.
    fn noise(seed: u64, n: usize) -> Vec<f64> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
        };
        (0..n).map(|_| next()).collect()
    }

    #[test]
    fn is_least_squares_where_everything_comes_in() {
        let columns = [vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0], vec![0.0, 1.0, 0.0, 1.0, 1.0, 0.0]];
        let y: Vec<f64> = (0..60).map(|i| 2.0 + 3.0 * columns[0][i % 6] - 0.5 * columns[1][i % 6]).collect();
        let long: Vec<Vec<f64>> = columns.iter().map(|column| (0..60).map(|i| column[i % 6]).collect()).collect();
        let found = forward_regression(&long, &y, 0.05, 9).unwrap();
        assert_eq!(found.terms, [0, 1]);
        for (value, expected) in [(found.intercept, 2.0), (found.coefficients[0], 3.0), (found.coefficients[1], -0.5)] {
            assert!((value - expected).abs() < 1e-9, "{value} {expected}");
        }
        assert!(found.explained > 1.0 - 1e-12);
        assert!((found.at(|term| [10.0, 1.0][term]) - 31.5).abs() < 1e-9);
    }

    #[test]
    fn finds_what_moves_among_many_and_little_else() {
        let (n, m) = (400, 100);
        let columns: Vec<Vec<f64>> = (0..m).map(|column| noise(column + 1, n)).collect();
        let chance = noise(777, n);
        let y: Vec<f64> =
            (0..n).map(|i| 2.0 * columns[3][i] - columns[50][i] + 0.5 * columns[99][i] + chance[i]).collect();
        let found = forward_regression(&columns, &y, 0.05, 50).unwrap();
        let mut terms = found.terms.clone();
        terms.sort_unstable();
        assert_eq!(terms, [3, 50, 99]);
        // A uniform number of width 1 has variance 1/12.
        assert!((found.residual_variance - 1.0 / 12.0).abs() < 0.01, "{}", found.residual_variance);
        assert!((found.coefficients[0] - 2.0).abs() < 0.15);
    }

    #[test]
    fn chance_alone_lets_hardly_anything_in() {
        let wrong: usize = (0..40)
            .map(|trial| {
                let columns: Vec<Vec<f64>> = (0..60).map(|column| noise(1000 * trial + column, 120)).collect();
                forward_regression(&columns, &noise(1000 * trial + 999, 120), 0.05, 9).unwrap().terms.len()
            })
            .sum();
        // One trial in twenty is expected to have a term: two of forty, and hardly ever more than eight.
        assert!(wrong <= 8, "{wrong}");
    }

    #[test]
    fn a_column_that_repeats_another_does_not_come_in_twice() {
        let column = noise(5, 50);
        let y: Vec<f64> = column.iter().zip(noise(6, 50)).map(|(x, e)| x + 0.1 * e).collect();
        let found = forward_regression(&[column.clone(), column.clone(), vec![1.0; 50]], &y, 0.05, 9).unwrap();
        assert_eq!(found.terms.len(), 1);
        assert!(forward_regression(&[column], &[1.0, 2.0], 0.05, 9).is_none());
    }
}
