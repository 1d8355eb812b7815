use super::{Bounds, Estimate, Running, is_told};
use crate::stats::PairedMoments;

/// One metric of an arm held against the first arm's, replicate by replicate.
#[derive(Clone, Debug, Default)]
pub(super) struct Contrast {
    pairs: PairedMoments,
    differences: Running,
    /// Pairs in which this arm's value is below, at and above the first arm's.
    sides: [u64; 3],
}

/// What a metric's contrast comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Mean of the first arm, over the replicates in which both have a value.
    pub baseline: f64,
    /// Mean of this arm over the same.
    pub arm: f64,
    /// This arm minus the first: mean, its 95 % interval (Student's t over pairs), and how far the difference spreads over
    /// single futures.
    pub difference: Estimate,
    /// Share of futures in which this arm's value is above the first arm's; NaN without pairs, as the next two.
    pub share_above: f64,
    /// In which it is below.
    pub share_below: f64,
    /// In which both are the same.
    pub share_tied: f64,
    /// How many times fewer replicates the pairing needs than independent runs would for an interval of this width;
    /// `None` where all differences are the same.
    pub saving: Option<f64>,
}

impl Effect {
    /// Share of futures that go the way of the average difference; where that is 0, those in which nothing differs. Futures
    /// in which both arms are the same go neither way.
    #[must_use]
    pub fn same_way(&self) -> f64 {
        match self.difference.mean {
            mean if mean > 0.0 => self.share_above,
            mean if mean < 0.0 => self.share_below,
            _ => self.share_tied,
        }
    }

    /// Whether there are enough pairs to tell, and the 95 % interval of the difference leaves out 0.
    #[must_use]
    pub fn is_told(&self) -> bool {
        is_told(self.difference.mean, self.difference.half_width, self.difference.n as u64)
    }
}

impl Contrast {
    /// Nothing yet, of a metric that is within these bounds: its differences cannot be larger than they are wide.
    #[must_use]
    pub fn within(bounds: Bounds) -> Contrast {
        let differences = match bounds {
            Bounds::Any => Bounds::Any,
            Bounds::Share => Bounds::Within(-1.0, 1.0),
            Bounds::Within(low, high) => Bounds::Within(low - high, high - low),
        };
        Contrast { differences: Running::within(differences), ..Contrast::default() }
    }

    /// Adds a replicate: the first arm's value and this arm's.
    pub fn add(&mut self, baseline: f64, arm: f64) {
        self.pairs.add(arm, baseline);
        self.differences.add(arm - baseline);
        // A pair without a number is no pair.
        if let Some(side) = arm.partial_cmp(&baseline) {
            self.sides[(side as i8 + 1) as usize] += 1;
        }
    }

    /// What it comes to.
    pub fn effect(&self) -> Effect {
        let difference = self.differences.estimate();
        let pairs: u64 = self.sides.iter().sum();
        let [share_below, share_tied, share_above] =
            self.sides.map(|n| if pairs > 0 { n as f64 / pairs as f64 } else { f64::NAN });
        Effect {
            baseline: self.pairs.second().mean().unwrap_or(f64::NAN),
            arm: self.pairs.first().mean().unwrap_or(f64::NAN),
            share_above,
            share_below,
            share_tied,
            difference,
            saving: self.pairs.saving(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Contrast};

    #[test]
    fn the_same_values_differ_by_exactly_nothing() {
        let mut contrast = Contrast::default();
        (0..100).map(|i| f64::from(i) / 7.0).for_each(|v| contrast.add(v, v));
        let effect = contrast.effect();
        assert_eq!((effect.difference.mean, effect.difference.half_width, effect.share_above), (0.0, 0.0, 0.0));
        assert_eq!((effect.difference.spread, effect.saving), ([0.0, 0.0], None));
    }

    #[test]
    fn a_difference_of_shares_is_within_one() {
        let mut contrast = Contrast::within(Bounds::Share);
        [(0.0, 1.0), (0.1, 0.2), (0.0, 0.9)].into_iter().for_each(|(base, arm)| contrast.add(base, arm));
        let found = contrast.effect().difference;
        assert!(found.mean + found.half_width > 1.0 && found.interval[1] == 1.0, "{found:?}");
        let mut counts = Contrast::within(Bounds::COUNT);
        [(0.0, 30.0), (9.0, 1.0)].into_iter().for_each(|(base, arm)| counts.add(base, arm));
        let found = counts.effect().difference;
        assert_eq!(found.interval, [found.mean - found.half_width, found.mean + found.half_width]);
    }

    #[test]
    fn below_tied_and_above_are_counted_each() {
        // Two below, four tied: not "below in all that are not above".
        let mut contrast = Contrast::default();
        [(3.0, 2.0), (3.0, 1.0), (3.0, 3.0), (0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (f64::NAN, 1.0), (1.0, f64::NAN)]
            .into_iter()
            .for_each(|(base, arm)| contrast.add(base, arm));
        let effect = contrast.effect();
        assert_eq!((effect.share_below, effect.share_tied, effect.share_above), (2.0 / 6.0, 4.0 / 6.0, 0.0));
        assert_eq!((effect.same_way(), effect.difference.n), (2.0 / 6.0, 6));
        assert!(!effect.is_told(), "six pairs are too few");
        let none = Contrast::default().effect();
        assert!(none.share_below.is_nan() && none.share_tied.is_nan() && none.share_above.is_nan());
    }

    #[test]
    fn pairing_saves_what_the_variances_say() {
        // a = b + 1 or b + 2 in turn: variance of the difference 1/4 (x n/(n-1)), of each much larger.
        let mut contrast = Contrast::default();
        let values: Vec<(f64, f64)> = (0..1000).map(|i| (f64::from(i % 10), f64::from(i % 10 + 1 + i % 2))).collect();
        values.iter().for_each(|&(b, a)| contrast.add(b, a));
        let effect = contrast.effect();
        assert!((effect.difference.mean - 1.5).abs() < 1e-12 && effect.share_above == 1.0);
        let variance = |of: &dyn Fn(&(f64, f64)) -> f64| {
            let mean = values.iter().map(of).sum::<f64>() / 1000.0;
            values.iter().map(|v| (of(v) - mean) * (of(v) - mean)).sum::<f64>() / 999.0
        };
        let saving = (variance(&|v| v.0) + variance(&|v| v.1)) / variance(&|v| v.1 - v.0);
        assert!((effect.saving.unwrap() / saving - 1.0).abs() < 1e-9);
    }
}
