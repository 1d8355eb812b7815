use super::{Compared, Equalised, FEWEST_TO_TELL};

/// Arms spend alike if their spending differs, on average, by no more than this share of the larger one.
pub const SPENT_ALIKE: f64 = 0.05;

/// The arm with the highest or lowest average of some arms.
#[derive(Clone, Debug, PartialEq)]
pub struct Extreme {
    /// Its place among the arms.
    pub arm: usize,
    /// Its average.
    pub level: f64,
    /// Others of them that cannot be told from it: the paired difference is within chance, or there are too few replicates.
    /// In the order of their averages, the nearest first; empty if it has most, or least, beyond chance.
    pub untold: Vec<usize>,
}

/// Arms that spend alike, and those that do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpentAlike {
    /// The arm that the others spend as much as.
    pub of: usize,
    /// Those that do, in order, that one among them.
    pub alike: Vec<usize>,
    /// The others.
    pub others: Vec<usize>,
}

impl Compared {
    /// Whether there are too few replicates to tell arms apart.
    #[must_use]
    pub fn is_few(&self) -> bool {
        self.replicates < FEWEST_TO_TELL
    }

    /// An arm's average of a metric; NaN if it has none.
    #[must_use]
    pub fn level(&self, arm: usize, metric: &str) -> f64 {
        self.arms[arm].contrast.effect(metric).map_or(f64::NAN, |(_, effect)| effect.arm)
    }

    /// Of some arms, those that have a value of a metric.
    #[must_use]
    pub fn with_value(&self, metric: &str, among: &[usize]) -> Vec<usize> {
        among.iter().copied().filter(|&arm| self.level(arm, metric).is_finite()).collect()
    }

    /// Of some arms, the one with the highest average of a metric, or the lowest; `None` if none has a value.
    #[must_use]
    pub fn extreme(&self, metric: &str, among: &[usize], highest: bool) -> Option<Extreme> {
        let mut ranked = self.with_value(metric, among);
        ranked.sort_by(|&a, &b| {
            let order = self.level(a, metric).total_cmp(&self.level(b, metric));
            if highest { order.reverse() } else { order }
        });
        let (&arm, rest) = ranked.split_first()?;
        let told = |other: usize| self.pairwise.apart(metric, arm, other).is_some_and(|apart| apart.is_told());
        let untold = rest.iter().copied().filter(|&other| !told(other)).collect();
        Some(Extreme { arm, level: self.level(arm, metric), untold })
    }

    /// Whether some arms have the same value of a metric in every replicate.
    #[must_use]
    pub fn are_the_same(&self, metric: &str, among: &[usize]) -> bool {
        let same =
            |pair: &[usize]| self.pairwise.apart(metric, pair[0], pair[1]).is_some_and(|apart| apart.is_nothing());
        among.windows(2).all(same)
    }

    /// Whether no two of some arms can be told apart in a metric.
    #[must_use]
    pub fn are_untold(&self, metric: &str, among: &[usize]) -> bool {
        let told =
            |arm: usize, other: usize| self.pairwise.apart(metric, arm, other).is_some_and(|apart| apart.is_told());
        among.iter().enumerate().all(|(place, &arm)| among[..place].iter().all(|&other| !told(arm, other)))
    }

    /// The arms that spend as much as the first one; if no other does, the most arms that spend as much as any other one.
    #[must_use]
    pub fn spent_alike(&self) -> SpentAlike {
        let all = || 0..self.arms.len();
        let like = |of: usize| -> Vec<usize> { all().filter(|&arm| self.spend_alike(of, arm)).collect() };
        // The first of the largest ones.
        let best = all().skip(1).rev().max_by_key(|&arm| like(arm).len()).unwrap_or(0);
        let of = if like(0).len() > 1 || like(best).len() < 2 { 0 } else { best };
        let alike = like(of);
        let others = all().filter(|arm| !alike.contains(arm)).collect();
        SpentAlike { of, alike, others }
    }

    /// Whether two arms spend alike: they are the same, one was made to spend as much as the first and the other is the first
    /// or was so too, or they do so on average.
    fn spend_alike(&self, arm: usize, other: usize) -> bool {
        const SPENT: &str = "money_spent";
        let is_neutral =
            |arm: usize| arm == 0 || self.arms[arm].label.neutral.is_some_and(|n| n.is_met && n.of == Equalised::Spent);
        if arm == other || is_neutral(arm) && is_neutral(other) {
            return true;
        }
        let larger = self.level(arm, SPENT).max(self.level(other, SPENT));
        self.pairwise.apart(SPENT, arm, other).is_some_and(|apart| apart.mean.abs() <= SPENT_ALIKE * larger)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::fabricated::{compared, setting};
    use crate::analysis::{Equalised, Neutrality, SpentAlike};

    const METRIC: &str = "trust_final";

    /// Values of `trust_final` by arm, replicate by replicate, and what each arm spends.
    fn arms(values: &[&[f32]], spent: &[f64]) -> crate::analysis::Compared {
        compared(&setting(1), values.len(), values[0].len() as u64, |arm, replicate, run| {
            run.panel.row_mut(0, 95)[crate::record::Metric::TrustAcross.index()] = values[arm][replicate as usize];
            run.money.spent = spent[arm];
        })
    }

    #[test]
    fn most_is_who_differs_from_every_other_one_beyond_chance() {
        let twelve = |of: &dyn Fn(usize) -> f32| -> Vec<f32> { (0..12).map(of).collect() };
        // The second is above the first in every replicate; the third now and then.
        let first = twelve(&|r| 0.25 + 0.01 * r as f32);
        let second = twelve(&|r| 0.5 + 0.01 * r as f32);
        let third = twelve(&|r| 0.25 + 0.01 * r as f32 + if r % 2 == 0 { 0.125 } else { -0.0625 });
        let told = arms(&[&first, &second, &third], &[1.0; 3]);
        let most = told.extreme(METRIC, &[0, 1, 2], true).unwrap();
        assert_eq!((most.arm, most.untold.as_slice()), (1, &[][..]));
        let least = told.extreme(METRIC, &[0, 1, 2], false).unwrap();
        assert_eq!((least.arm, least.untold.as_slice()), (0, &[2][..]), "the third is above the first by chance only");
        assert_eq!(told.extreme(METRIC, &[0, 2], true).unwrap().untold, [0]);
        assert_eq!(told.extreme(METRIC, &[], true), None);
        // Nine replicates say the same, and are too few.
        let few = arms(&[&first[..9], &second[..9], &third[..9]], &[1.0; 3]);
        assert!(few.is_few() && few.extreme(METRIC, &[0, 1, 2], true).unwrap().untold.len() == 2);
        let same = arms(&[&first, &first, &second], &[1.0; 3]);
        assert!(same.are_the_same(METRIC, &[0, 1]) && !same.are_the_same(METRIC, &[0, 1, 2]));
    }

    #[test]
    fn who_spends_alike_is_told_from_who_does_not() {
        let values: &[f32] = &[0.5; 12];
        let spends = |spent: &[f64]| arms(&vec![values; spent.len()], spent).spent_alike();
        let alike =
            |of, alike: &[usize], others: &[usize]| SpentAlike { of, alike: alike.to_vec(), others: others.to_vec() };
        // Within 5 % of the larger one.
        assert_eq!(spends(&[100.0, 95.0, 94.0, 105.0, 106.0, 0.0]), alike(0, &[0, 1, 3], &[2, 4, 5]));
        assert_eq!(spends(&[0.0, 0.0]), alike(0, &[0, 1], &[]));
        // A first arm that spends nothing is no measure of the others.
        assert_eq!(spends(&[0.0, 50.0, 100.0, 101.0]), alike(2, &[2, 3], &[0, 1]));
        assert_eq!(spends(&[0.0, 50.0]), alike(0, &[0], &[1]));
    }

    #[test]
    fn a_budget_that_makes_spending_alike_counts_and_one_that_makes_given_alike_does_not() {
        let values: &[f32] = &[0.5; 12];
        let mut compared = arms(&[values; 3], &[100.0, 93.0, 93.0]);
        let neutral = |of| Some(Neutrality { budget: 150.0, of, is_met: true });
        compared.arms[1].label.neutral = neutral(Equalised::Spent);
        compared.arms[2].label.neutral = neutral(Equalised::Given);
        assert_eq!(compared.spent_alike().alike, [0, 1]);
        compared.arms[1].label.neutral = Some(Neutrality { is_met: false, ..neutral(Equalised::Spent).unwrap() });
        assert_eq!(compared.spent_alike().of, 1, "the two that spend 93");
    }
}
