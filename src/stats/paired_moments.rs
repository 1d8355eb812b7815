use super::Moments;

/// What two arms that meet the same random numbers make of each replicate: pairs (a, b) that come one by one, in
/// constant memory.
///
/// The difference of each pair is what tells the arms apart, and its variance is var a + var b - 2 cov: the more alike
/// the luck, the fewer replicates are needed (Law and Kelton 2000, Simulation Modeling and Analysis, section 11.2, common
/// random numbers). Pairs with a NaN are skipped. Cost: O(1) per pair.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PairedMoments {
    first: Moments,
    second: Moments,
    difference: Moments,
    products: f64,
}

impl PairedMoments {
    /// No pairs yet.
    #[must_use]
    pub fn new() -> PairedMoments {
        PairedMoments::default()
    }

    /// Takes one more pair.
    pub fn add(&mut self, a: f64, b: f64) {
        if a.is_nan() || b.is_nan() {
            return;
        }
        let deviation = a - self.first.mean().unwrap_or(0.0);
        self.first.add(a);
        self.second.add(b);
        self.difference.add(a - b);
        self.products += deviation * (b - self.second.mean().unwrap_or(0.0));
    }

    /// How many pairs came that held no NaN.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.first.count()
    }

    /// Of the first of each pair.
    #[must_use]
    pub fn first(&self) -> &Moments {
        &self.first
    }

    /// Of the second of each pair.
    #[must_use]
    pub fn second(&self) -> &Moments {
        &self.second
    }

    /// Of a - b, pair by pair: its mean and interval are the paired contrast (the paired t-test's). Exactly 0 if every
    /// pair is a number and itself.
    #[must_use]
    pub fn difference(&self) -> &Moments {
        &self.difference
    }

    /// The sample covariance of a and b (divided by n - 1); `None` with fewer than two pairs.
    #[must_use]
    pub fn covariance(&self) -> Option<f64> {
        (self.count() > 1).then(|| self.products / (self.count() - 1) as f64)
    }

    /// How many times fewer replicates the pairs need than independent runs of both arms for an equally narrow interval
    /// of the difference: (var a + var b) / var(a - b). Above 1 pairing helps, below 1 it harms. `None` where there is
    /// nothing to compare: fewer than two pairs, or all differences the same (no luck is left in the contrast).
    #[must_use]
    pub fn saving(&self) -> Option<f64> {
        let paired = self.difference.variance()?;
        (paired > 0.0).then_some((self.first.variance()? + self.second.variance()?) / paired)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn paired(pairs: &[(f64, f64)]) -> PairedMoments {
        let mut moments = PairedMoments::new();
        pairs.iter().for_each(|&(a, b)| moments.add(a, b));
        moments
    }

    /// Student's sleep data (R: `with(sleep, t.test(extra[group == 1], extra[group == 2], paired = TRUE))`): mean -1.58,
    /// interval -2.4598858 to -0.7001142; `cov` 2.848333, `var` 3.200556 and 4.009.
    #[test]
    fn of_students_sleep() {
        let a = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        let b = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let mut pairs: Vec<(f64, f64)> = a.into_iter().zip(b).collect();
        pairs.extend([(f64::NAN, 9.0), (9.0, f64::NAN)]);
        let found = paired(&pairs);
        assert_eq!(found.count(), 10);
        assert!((found.difference().mean().unwrap() + 1.58).abs() < 1e-14);
        assert!((found.difference().half_width(0.95).unwrap() - 0.879_885_8).abs() < 1e-7);
        assert!((found.covariance().unwrap() - 2.848_333).abs() < 1e-6);
        let spread = 3.200_556 + 4.009;
        assert!((found.saving().unwrap() - spread / (spread - 2.0 * 2.848_333)).abs() < 1e-5);
    }

    #[test]
    fn a_number_and_itself_differ_by_nothing() {
        let same = paired(&[(0.1, 0.1), (1e9, 1e9), (-7.3, -7.3)]);
        let difference = same.difference();
        assert_eq!((difference.mean(), difference.variance(), same.saving()), (Some(0.0), Some(0.0), None));
        assert_eq!(difference.half_width(0.95), Some(0.0));
        assert_eq!((paired(&[(1.0, 2.0)]).saving(), paired(&[]).covariance()), (None, None));
    }

    proptest! {
        #[test]
        fn variances_and_covariance_belong_together(
            pairs in prop::collection::vec((-10.0..10.0_f64, -10.0..10.0_f64), 2..80),
        ) {
            let found = paired(&pairs);
            let apart = found.first().variance().unwrap() + found.second().variance().unwrap();
            let expected = apart - 2.0 * found.covariance().unwrap();
            prop_assert!((found.difference().variance().unwrap() - expected).abs() < 1e-9);
            prop_assert_eq!(found.first().count(), pairs.len() as u64);
        }
    }
}
