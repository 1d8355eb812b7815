use super::{Estimate, Running};
use crate::stats::PairedMoments;

/// One metric of an arm held against the first arm's, replicate by replicate.
#[derive(Clone, Debug, Default)]
pub(super) struct Contrast {
    pairs: PairedMoments,
    differences: Running,
    above: u64,
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
    /// Share of futures in which this arm's value is above the first arm's.
    pub share_above: f64,
    /// How many times fewer replicates the pairing needs than independent runs would for an interval of this width;
    /// `None` where all differences are the same.
    pub saving: Option<f64>,
}

impl Contrast {
    /// Adds a replicate: the first arm's value and this arm's.
    pub fn add(&mut self, baseline: f64, arm: f64) {
        self.pairs.add(arm, baseline);
        self.differences.add(arm - baseline);
        self.above += u64::from(arm > baseline);
    }

    /// What it comes to.
    pub fn effect(&self) -> Effect {
        let difference = self.differences.estimate();
        Effect {
            baseline: self.pairs.second().mean().unwrap_or(f64::NAN),
            arm: self.pairs.first().mean().unwrap_or(f64::NAN),
            share_above: if difference.n > 0 { self.above as f64 / difference.n as f64 } else { f64::NAN },
            difference,
            saving: self.pairs.saving(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Contrast;

    #[test]
    fn the_same_values_differ_by_exactly_nothing() {
        let mut contrast = Contrast::default();
        (0..100).map(|i| f64::from(i) / 7.0).for_each(|v| contrast.add(v, v));
        let effect = contrast.effect();
        assert_eq!((effect.difference.mean, effect.difference.half_width, effect.share_above), (0.0, 0.0, 0.0));
        assert_eq!((effect.difference.spread, effect.saving), ([0.0, 0.0], None));
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
