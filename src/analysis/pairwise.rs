use super::{Headline, is_told};
use crate::stats::Moments;

/// Every arm held against every other one, replicate by replicate: what it takes to say which has most. Its size is that
/// of pairs of arms x headlines.
#[derive(Clone, Debug, Default)]
pub struct Pairwise {
    names: Vec<String>,
    /// By pair of arms, earlier and later, and headline: later minus earlier.
    differences: Vec<Vec<Moments>>,
}

/// How far two arms lie apart in a metric.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// Mean of the paired differences; NaN without pairs.
    pub mean: f64,
    /// Half the width of its 95 % interval (Student's t over pairs); NaN with fewer than two pairs.
    pub half_width: f64,
    /// Pairs.
    pub n: u64,
}

impl Apart {
    /// Whether that is beyond chance.
    #[must_use]
    pub fn is_told(&self) -> bool {
        is_told(self.mean, self.half_width, self.n)
    }

    /// Whether the two are the same in every pair.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.n > 0 && self.mean == 0.0 && (self.n == 1 || self.half_width == 0.0)
    }
}

/// The place of a pair, the later arm after the earlier one.
fn place(earlier: usize, later: usize) -> usize {
    later * (later - 1) / 2 + earlier
}

impl Pairwise {
    /// Of so many arms.
    #[must_use]
    pub fn new(headlines: &[Headline], arms: usize) -> Pairwise {
        Pairwise {
            names: headlines.iter().map(|headline| headline.name.clone()).collect(),
            differences: vec![vec![Moments::new(); headlines.len()]; arms * arms.saturating_sub(1) / 2],
        }
    }

    /// Adds a replicate: the headline values of every arm, in order.
    pub fn add(&mut self, arms: &[&[f64]]) {
        for (later, values) in arms.iter().enumerate() {
            for (earlier, others) in arms[..later].iter().enumerate() {
                let moments = &mut self.differences[place(earlier, later)];
                for ((moments, value), other) in moments.iter_mut().zip(*values).zip(*others) {
                    moments.add(value - other);
                }
            }
        }
    }

    /// An arm minus another one; `None` if they are the same one, or there is no such metric or arm.
    #[must_use]
    pub fn apart(&self, metric: &str, arm: usize, other: usize) -> Option<Apart> {
        let column = self.names.iter().position(|name| name == metric)?;
        let (earlier, later) = (arm.min(other), arm.max(other));
        let moments = self.differences.get((earlier < later).then(|| place(earlier, later))?)?.get(column)?;
        let sign = if arm == later { 1.0 } else { -1.0 };
        Some(Apart {
            // Plus zero: never "-0".
            mean: moments.mean().map_or(f64::NAN, |mean| sign * mean + 0.0),
            half_width: moments.half_width(0.95).unwrap_or(f64::NAN),
            n: moments.count(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Pairwise;
    use crate::analysis::Headline;

    #[test]
    fn any_two_arms_are_paired() {
        let headlines = &Headline::all(&[])[..2];
        let mut pairwise = Pairwise::new(headlines, 3);
        // By hand: the third minus the second is 1, 3, 2: mean 2, deviation 1, t(2) = 4.303, half width 2.484.
        for (second, third) in [(5.0, 6.0), (1.0, 4.0), (2.0, 4.0)] {
            pairwise.add(&[&[9.0, f64::NAN], &[second, 1.0], &[third, 1.0]]);
        }
        let name = headlines[0].name.as_str();
        let apart = pairwise.apart(name, 2, 1).unwrap();
        assert!(apart.mean == 2.0 && (apart.half_width - 2.484).abs() < 1e-3 && apart.n == 3, "{apart:?}");
        assert_eq!(pairwise.apart(name, 1, 2).unwrap().mean, -2.0);
        assert!(!apart.is_told(), "three pairs are too few");
        let other = headlines[1].name.as_str();
        assert!(pairwise.apart(other, 1, 2).unwrap().is_nothing() && pairwise.apart(other, 0, 1).unwrap().n == 0);
        assert_eq!([pairwise.apart(name, 1, 1), pairwise.apart(name, 0, 3), pairwise.apart("none", 0, 1)], [None; 3]);
    }
}
