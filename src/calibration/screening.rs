use crate::stats::{ForwardRegression, forward_regression};

/// Chance of so much, for each target, that a parameter which moves nothing is taken for one that does.
const LEVEL: f64 = 0.05;

/// Which parameters move any target beyond chance.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Screening {
    /// Axes that do, in rising order.
    pub free: Vec<usize>,
    /// For every axis the number of targets that it moves.
    pub moved: Vec<u32>,
    /// For every target the share of its variance over the first wave that parameters carry which are not free, as far as it is
    /// linear; 0 where nothing was measured.
    pub left: Vec<f64>,
}

/// The regression of a target, and what it was made of: columns of axes, and values.
struct Fitted {
    columns: Vec<Vec<f64>>,
    values: Vec<f64>,
    fit: ForwardRegression,
}

/// Of the first wave: its points, and the values of every target at each.
pub(super) fn screened(points: &[&[f64]], values: &[Vec<f64>], axes: usize) -> Screening {
    let columns: Vec<Vec<f64>> = (0..axes).map(|axis| points.iter().map(|point| point[axis]).collect()).collect();
    let mut moved = vec![0; axes];
    let fits: Vec<Option<Fitted>> = values
        .iter()
        .map(|values| {
            let whole: Vec<usize> = (0..values.len()).filter(|&row| values[row].is_finite()).collect();
            let columns: Vec<Vec<f64>> =
                columns.iter().map(|column| whole.iter().map(|&row| column[row]).collect()).collect();
            let values: Vec<f64> = whole.iter().map(|&row| values[row]).collect();
            let fit = forward_regression(&columns, &values, LEVEL, axes)?;
            fit.terms.iter().for_each(|&axis| moved[axis] += 1);
            Some(Fitted { columns, values, fit })
        })
        .collect();
    let free: Vec<usize> = (0..axes).filter(|&axis| moved[axis] > 0).collect();
    let left = |fitted: &Option<Fitted>| {
        let Some(Fitted { columns, values, fit }) = fitted else { return 0.0 };
        let rest: Vec<f64> = (0..values.len()).map(|row| values[row] - fit.at(|term| columns[term][row])).collect();
        let fixed: Vec<&Vec<f64>> = (0..axes).filter(|axis| moved[*axis] == 0).map(|axis| &columns[axis]).collect();
        let freedom = (values.len().saturating_sub(fit.terms.len() + 1)).max(1) as f64;
        let carried: f64 = fixed.iter().map(|column| squared_correlation(column, &rest)).sum();
        // Columns that do nothing carry one part in so many, each, by chance.
        (carried - fixed.len() as f64 / freedom).max(0.0) * (1.0 - fit.explained)
    };
    Screening { left: fits.iter().map(left).collect(), free, moved }
}

fn squared_correlation(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let (mean_a, mean_b) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
    let (mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        let (x, y) = (x - mean_a, y - mean_b);
        aa += x * x;
        bb += y * y;
        ab += x * y;
    }
    if aa * bb > 0.0 { ab * ab / (aa * bb) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::screened;
    use crate::calibration::recovery_tests::uniform;
    use crate::stats::latin_hypercube;

    #[test]
    fn what_moves_nothing_is_told_from_what_moves_something() {
        let mut chance = uniform(9);
        let points = latin_hypercube(40, 300, &mut chance);
        let points: Vec<&[f64]> = points.iter().map(Vec::as_slice).collect();
        let one: Vec<f64> = points.iter().map(|p| 3.0 * p[2] - 2.0 * p[7] + chance()).collect();
        let other: Vec<f64> = points.iter().map(|p| p[7] + 0.8 * p[30] + 0.5 * chance()).collect();
        let found = screened(&points, &[one, vec![f64::NAN; 300], other], 40);
        assert!([2, 7, 30].iter().all(|axis| found.free.contains(axis)), "{:?}", found.free);
        assert!(found.free.len() <= 5, "{:?}", found.free);
        assert_eq!(found.moved[7], 2);
        assert!(found.left[1] == 0.0 && found.left.iter().all(|&left| left < 0.05), "{:?}", found.left);
    }
}
