use super::Estimate;
use crate::stats::Moments;

/// With fewer replicates nothing is called the highest, the lowest or sure: too few to tell.
pub const FEW: u64 = 10;

/// The lowest and the highest of several averages over the same replicates, and whether they are so beyond chance.
///
/// Replicates are paired: in each, all met the same luck. Every interval of a difference is as wide as the number of
/// comparisons asks for (Bonferroni), so that the extremes of many equal things are not told apart for being extremes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extremes {
    /// Place of the lowest average; of equal ones the first.
    pub lowest: usize,
    /// Place of the highest average; of equal ones the first.
    pub highest: usize,
    /// Whether highest and lowest can be told apart.
    pub are_apart: bool,
    /// Whether the lowest can be told from every other.
    pub is_lowest: bool,
    /// Whether the highest can be told from every other.
    pub is_highest: bool,
}

impl Extremes {
    /// Of averages with the values of single replicates behind them, in the same order of replicates, NaN where there is
    /// none; `None` if nothing has an average.
    #[must_use]
    pub fn of(averages: &[(f64, &[f64])]) -> Option<Extremes> {
        let known: Vec<usize> = (0..averages.len()).filter(|&place| averages[place].0.is_finite()).collect();
        let by_mean = |a: &&usize, b: &&usize| averages[**a].0.total_cmp(&averages[**b].0);
        let lowest = *known.iter().min_by(by_mean)?;
        // Of equal ones the first, which `max_by` would not give.
        let highest = *known.iter().rev().max_by(by_mean)?;
        let number = known.len() as f64;
        let beyond = |upper: usize, lower: usize, comparisons: f64| {
            let (upper, lower) = (averages[upper].1, averages[lower].1);
            is_beyond_chance(upper.iter().zip(lower).map(|(upper, lower)| upper - lower), comparisons) == Some(true)
        };
        let from_others = |place: usize, is_above: bool| {
            known.len() > 1
                && known.iter().filter(|&&other| other != place).all(|&other| {
                    let (upper, lower) = if is_above { (place, other) } else { (other, place) };
                    beyond(upper, lower, number - 1.0)
                })
        };
        Some(Extremes {
            lowest,
            highest,
            are_apart: beyond(highest, lowest, 0.5 * number * (number - 1.0)),
            is_lowest: from_others(lowest, false),
            is_highest: from_others(highest, true),
        })
    }
}

/// Whether differences are above 0 beyond chance (`Some(false)`: below) at 95 %, shared among so many `comparisons`;
/// `None` if they are not beyond chance, or if fewer than [`FEW`] exist.
pub(super) fn is_beyond_chance(differences: impl Iterator<Item = f64>, comparisons: f64) -> Option<bool> {
    let mut moments = Moments::new();
    differences.for_each(|difference| moments.add(difference));
    let (mean, half_width) = (moments.mean()?, moments.half_width(1.0 - 0.05 / comparisons.max(1.0))?);
    (moments.count() >= FEW && mean.abs() > half_width).then_some(mean > 0.0)
}

/// Whether an average stands on so few replicates that it is too few to tell.
#[must_use]
pub fn is_of_few(estimate: &Estimate) -> bool {
    (estimate.n as u64) < FEW
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Key, Stream};

    fn mean(values: &[f64]) -> (f64, &[f64]) {
        (values.iter().sum::<f64>() / values.len() as f64, values)
    }

    #[test]
    fn shared_luck_cancels() {
        let luck: Vec<f64> = (0..20).map(|i| f64::from(i * 7 % 20)).collect();
        let shifted = |by: f64| -> Vec<f64> {
            luck.iter().enumerate().map(|(i, value)| value + by + 0.1 * (i % 2) as f64).collect()
        };
        let [low, middle, high] = [0.0, 1.0, 2.0].map(shifted);
        let found = Extremes::of(&[mean(&middle), mean(&high), mean(&low)]).unwrap();
        assert_eq!((found.lowest, found.highest), (2, 1));
        assert!(found.are_apart && found.is_lowest && found.is_highest);
        // Two at the top: the ends are apart, but none is the highest.
        let found = Extremes::of(&[mean(&high), mean(&high), mean(&low)]).unwrap();
        assert!(found.are_apart && found.is_lowest && !found.is_highest && found.highest == 0);
        // Few.
        let few = Extremes::of(&[mean(&high[..9]), mean(&low[..9])]).unwrap();
        assert!(!few.are_apart && !few.is_highest);
        assert_eq!(Extremes::of(&[(f64::NAN, &[])]), None);
        let one = Extremes::of(&[mean(&low)]).unwrap();
        assert!(!one.are_apart && !one.is_highest && !one.is_lowest);
    }

    /// Of two hundred sets of thirty equal things one in twenty, at most, is told apart.
    #[test]
    fn the_extremes_of_equal_things_are_not_told_apart() {
        let mut apart = 0;
        for set in 0..200 {
            let mut stream = Stream::new(Key { seed: 11, replicate: set, process: 0, site: 0 });
            let all: Vec<Vec<f64>> = (0..30).map(|_| (0..25).map(|_| stream.uniform()).collect()).collect();
            let averages: Vec<(f64, &[f64])> = all.iter().map(|values| mean(values)).collect();
            let found = Extremes::of(&averages).unwrap();
            apart += u32::from(found.are_apart || found.is_lowest || found.is_highest);
        }
        assert!(apart <= 14, "{apart}");
    }
}
