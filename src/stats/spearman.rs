/// Spearman's rank correlation of the pairs `(x[i], y[i])`, -1..1 (Spearman 1904): the ordinary correlation of the
/// ranks, where equal values share the mean of their ranks, as R's `cor(x, y, method = "spearman")`.
///
/// `None` if the slices differ in length, hold fewer than two pairs or a NaN, or if all values of one of them are
/// equal. Cost: two sorts, O(n log n).
#[must_use]
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.len() < 2 || x.iter().chain(y).any(|value| value.is_nan()) {
        return None;
    }
    let (x, y) = (centred_ranks(x), centred_ranks(y));
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let (own_x, own_y) = (product(&x, &x), product(&y, &y));
    (own_x > 0.0 && own_y > 0.0).then(|| (product(&x, &y) / (own_x * own_y).sqrt()).clamp(-1.0, 1.0))
}

/// Twice the distance of each value's rank from the mean rank: whole numbers, so that their products are exact.
fn centred_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|&a, &b| values[a].total_cmp(&values[b]));
    let (mut ranks, mut before) = (vec![0.0; values.len()], 0);
    for same in order.chunk_by(|&a, &b| values[a] == values[b]) {
        // Ranks before + 1 to before + same.len(): twice their mean, less twice the mean of all.
        let rank = (2 * before + same.len()) as f64 - values.len() as f64;
        same.iter().for_each(|&place| ranks[place] = rank);
        before += same.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::reference::{close, reference, samples};
    use proptest::prelude::*;

    /// Oracle: R 4.2.2, `cor(x, y, method = "spearman")`; see `test_data/README.md`.
    #[test]
    fn agrees_with_r() {
        for data in ["cars", "weights", "longley"] {
            let both = samples(data);
            let found = spearman(&both[0], &both[1]).unwrap();
            assert!(close(found, reference(data, "spearman")[0].value, 1e-13), "{data}: {found}");
        }
    }

    #[test]
    fn at_the_edges() {
        assert_eq!(spearman(&[], &[]), None);
        assert_eq!(spearman(&[1.0], &[1.0]), None);
        assert_eq!(spearman(&[1.0, 2.0], &[1.0]), None);
        assert_eq!(spearman(&[1.0, 1.0], &[1.0, 2.0]), None, "no ranks to tell apart");
        assert_eq!(spearman(&[1.0, f64::NAN], &[1.0, 2.0]), None);
        assert_eq!(spearman(&[1.0, 2.0, 9.0], &[-1.0, 0.0, 0.5]), Some(1.0));
        assert_eq!(spearman(&[1.0, 2.0, 9.0], &[3.0, 2.0, 1.0]), Some(-1.0));
    }

    proptest! {
        #[test]
        fn only_ranks_matter(pairs in prop::collection::vec((0_u8..9, 0_u8..9), 2..30)) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().map(|&(x, y)| (f64::from(x), f64::from(y))).unzip();
            let stretched: Vec<f64> = x.iter().map(|x| x * x * x - 5.0).collect();
            let turned: Vec<f64> = y.iter().map(|y| -y).collect();
            let found = spearman(&x, &y);
            prop_assert_eq!(found, spearman(&stretched, &y));
            prop_assert_eq!(found, spearman(&y, &x));
            prop_assert_eq!(found.map(|r| -r), spearman(&x, &turned));
        }
    }
}
