use super::quantile;

/// What of a spread lies between groups, and what within them: the one-way random-effects analysis of variance.
#[derive(Clone, Debug, PartialEq)]
pub struct VarianceComponents {
    /// Groups with a value.
    pub groups: u64,
    /// Mean of the groups' means.
    pub mean: f64,
    /// Standard error of that mean: over groups.
    pub standard_error: f64,
    /// Variance between groups, chance within them taken out; 0 where it would come out negative.
    pub between: f64,
    /// Variance within groups.
    pub within: f64,
    /// What the mean of each group would be without chance: its mean drawn towards that of all, so far that their variance is
    /// `between`. In the order of the groups.
    pub settled: Vec<f64>,
}

impl VarianceComponents {
    /// Of groups of values; NaN are left out. `None` without two groups that have a value, or without any group that has two.
    ///
    /// Estimators of the analysis of variance for groups of unequal size (S. R. Searle, G. Casella and C. E. McCulloch 1992,
    /// Variance Components, section 3.6); of equal groups they are those of restricted maximum likelihood where these are not
    /// negative. Means are drawn together as T. A. Louis (1984, Journal of the American Statistical Association 79) does, so that
    /// they spread as much as what they estimate. Cost: O(values).
    #[must_use]
    pub fn of(groups: &[Vec<f64>]) -> Option<VarianceComponents> {
        let groups: Vec<Vec<f64>> = groups
            .iter()
            .map(|group| group.iter().copied().filter(|value| !value.is_nan()).collect::<Vec<f64>>())
            .filter(|group| !group.is_empty())
            .collect();
        let k = groups.len() as f64;
        let total = groups.iter().map(Vec::len).sum::<usize>() as f64;
        if groups.len() < 2 || total <= k {
            return None;
        }
        let mean_of = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let means: Vec<f64> = groups.iter().map(|group| mean_of(group)).collect();
        let grand = groups.iter().flatten().sum::<f64>() / total;
        let square = |x: f64| x * x;
        let within_squares: f64 =
            groups.iter().zip(&means).map(|(group, mean)| group.iter().map(|v| square(v - mean)).sum::<f64>()).sum();
        let between_squares: f64 =
            groups.iter().zip(&means).map(|(group, mean)| group.len() as f64 * square(mean - grand)).sum();
        let within = within_squares / (total - k);
        let sizes: f64 = groups.iter().map(|group| square(group.len() as f64)).sum();
        let usual_size = (total - sizes / total) / (k - 1.0);
        let between = ((between_squares / (k - 1.0) - within) / usual_size).max(0.0);
        let mean = mean_of(&means);
        let spread = means.iter().map(|m| square(m - mean)).sum::<f64>() / (k - 1.0);
        let settle = |(group, own): (&Vec<f64>, &f64)| {
            let chance = within / group.len() as f64;
            let kept = if between + chance > 0.0 { (between / (between + chance)).sqrt() } else { 0.0 };
            mean + kept * (own - mean)
        };
        let settled: Vec<f64> = groups.iter().zip(&means).map(settle).collect();
        Some(VarianceComponents {
            groups: groups.len() as u64,
            mean,
            standard_error: (spread / k).sqrt(),
            between,
            within,
            settled,
        })
    }

    /// Share of the variance of single values that lies between groups; NaN where nothing varies.
    #[must_use]
    pub fn share_between(&self) -> f64 {
        self.between / (self.between + self.within)
    }

    /// Share of the groups whose mean without chance is so.
    #[must_use]
    pub fn share_that(&self, is_so: impl Fn(f64) -> bool) -> f64 {
        self.settled.iter().filter(|value| is_so(**value)).count() as f64 / self.settled.len() as f64
    }

    /// A quantile, at 0..1, of what the means of groups would be without chance.
    #[must_use]
    pub fn quantile(&self, probability: f64) -> f64 {
        quantile(&self.settled, probability).unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::VarianceComponents;

    /// Yields of dyestuff, five of each of six batches (O. L. Davies and P. L. Goldsmith 1972, Statistical Methods in Research and
    /// Production; data `Dyestuff` of R's lme4).
    fn dyestuff() -> Vec<Vec<f64>> {
        [
            [1545, 1440, 1440, 1520, 1580],
            [1540, 1555, 1490, 1560, 1495],
            [1595, 1550, 1605, 1510, 1560],
            [1445, 1440, 1595, 1465, 1545],
            [1595, 1630, 1515, 1635, 1625],
            [1520, 1455, 1450, 1480, 1445],
        ]
        .map(|batch| batch.map(f64::from).to_vec())
        .to_vec()
    }

    /// R: `lmer(Yield ~ 1|Batch, Dyestuff)` gives 1764 between batches, 2451 within, 1527.5 with a standard error of 19.38; `aov`
    /// the mean squares 11271.5 and 2451.25, by hand the same.
    #[test]
    fn is_what_lme4_and_aov_say() {
        let found = VarianceComponents::of(&dyestuff()).unwrap();
        assert!((found.within - 2451.25).abs() < 1e-9, "{}", found.within);
        assert!((found.between - (11271.5 - 2451.25) / 5.0).abs() < 1e-9 && found.between.round() == 1764.0);
        assert!((found.mean - 1527.5).abs() < 1e-9 && (found.standard_error - 19.38).abs() < 0.005);
        assert!((found.share_between() - 1764.05 / 4215.3).abs() < 1e-9);
    }

    #[test]
    fn settled_means_spread_as_much_as_what_they_estimate() {
        let found = VarianceComponents::of(&dyestuff()).unwrap();
        let n = found.settled.len() as f64;
        let variance = found.settled.iter().map(|m| (m - found.mean) * (m - found.mean)).sum::<f64>() / (n - 1.0);
        assert!((variance / found.between - 1.0).abs() < 1e-9, "{variance}");
    }

    /// Groups of three, two and one, by hand: means 2, 6, 9; within (2 + 2 + 0) / 3 = 4/3; grand mean 27/6 = 4.5; between squares
    /// 3 x 6.25 + 2 x 2.25 + 20.25 = 43.5, mean square 21.75; usual size (6 - 14/6) / 2 = 11/6.
    #[test]
    fn groups_need_not_be_of_one_size() {
        let groups = vec![vec![1.0, 2.0, 3.0], vec![5.0, f64::NAN, 7.0], vec![9.0], vec![f64::NAN]];
        let found = VarianceComponents::of(&groups).unwrap();
        assert!((found.within - 4.0 / 3.0).abs() < 1e-12, "{}", found.within);
        let expected = (21.75 - 4.0 / 3.0) / (11.0 / 6.0);
        assert!((found.between - expected).abs() < 1e-9, "{}", found.between);
        assert_eq!(found.groups, 3);
    }

    #[test]
    fn chance_alone_is_no_spread_between_groups() {
        let groups: Vec<Vec<f64>> = (0..10).map(|_| vec![-1.0, 1.0, 3.0]).collect();
        let found = VarianceComponents::of(&groups).unwrap();
        assert_eq!((found.between, found.quantile(0.05), found.quantile(0.95)), (0.0, 1.0, 1.0));
        assert!(VarianceComponents::of(&groups[..1]).is_none());
        assert!(VarianceComponents::of(&[vec![1.0], vec![2.0]]).is_none(), "nothing says what is chance");
        let still = VarianceComponents::of(&[vec![2.0, 2.0], vec![2.0, 2.0]]).unwrap();
        assert!(still.share_between().is_nan() && still.quantile(0.5) == 2.0);
    }
}
