use super::{Expect, Verdict};
use crate::stats::Moments;
use serde::{Deserialize, Serialize};

/// An effect smaller than this, in standard deviations of single futures, is practically nil: nobody who lives through one
/// of them would notice it (below what Cohen 1988 calls small).
pub const PRACTICALLY_NIL: f64 = 0.2;

/// The value of a test over replicates.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestEffect {
    /// Replicates in which it has a value.
    pub n: u64,
    /// Its mean; 0 if no replicate has a value.
    pub mean: f64,
    /// Half the width of the mean's 95 % interval (Student's t over replicates); `None` with fewer than two.
    pub half_width: Option<f64>,
    /// Its standard deviation over replicates; `None` with fewer than two.
    pub sd: Option<f64>,
    /// Share of replicates in which it is as expected.
    pub share_expected: f64,
}

impl TestEffect {
    /// Of a value for each replicate; those that are no number are left out.
    #[must_use]
    pub fn of(values: impl Iterator<Item = f64>, expect: Expect, margin: f64) -> TestEffect {
        let mut moments = Moments::new();
        let mut expected = 0_u64;
        for value in values {
            moments.add(value);
            expected += u64::from(!value.is_nan() && expect.is_met(value, margin));
        }
        let n = moments.count();
        TestEffect {
            n,
            mean: moments.mean().unwrap_or(0.0),
            half_width: moments.half_width(0.95),
            sd: moments.variance().map(f64::sqrt),
            share_expected: if n > 0 { expected as f64 / n as f64 } else { 0.0 },
        }
    }

    /// The mean, and half the width of its interval, in units of `spread`, the standard deviation of single futures: how
    /// large an effect is beside the luck of one history. `None` where there is no spread.
    #[must_use]
    pub fn standardised(&self, spread: Option<f64>) -> Option<(f64, f64)> {
        let spread = spread.filter(|spread| *spread > 0.0)?;
        Some((self.mean / spread, self.half_width.unwrap_or(0.0) / spread))
    }

    /// What it comes to as a test of a difference or of sameness.
    #[must_use]
    pub fn verdict(&self, expect: Expect, margin: f64, spread: Option<f64>) -> Verdict {
        let is_nil = |(size, _): (f64, f64)| size.abs() < PRACTICALLY_NIL;
        // Of what is to be the same, nothing is what was expected; and where futures do not differ, every effect shows.
        if expect != Expect::Same && self.n > 0 && self.standardised(spread).is_some_and(is_nil) {
            return Verdict::Nil;
        }
        match self.stands(expect, margin) {
            Standing::AsExpected => Verdict::AsReported,
            Standing::Opposite => Verdict::Not,
            Standing::Open => Verdict::Unclear,
        }
    }

    /// Whether the interval lies wholly where it is expected, wholly elsewhere, or neither.
    #[must_use]
    pub(super) fn stands(&self, expect: Expect, margin: f64) -> Standing {
        let Some(half_width) = self.half_width else { return Standing::Open };
        let [low, high] = [self.mean - half_width, self.mean + half_width];
        let (expected, opposite) = match expect {
            Expect::More => (low > 0.0, high < 0.0),
            Expect::Less => (high < 0.0, low > 0.0),
            Expect::Same => (low >= -margin && high <= margin, low > margin || high < -margin),
        };
        match (expected, opposite) {
            (true, _) => Standing::AsExpected,
            (_, true) => Standing::Opposite,
            _ => Standing::Open,
        }
    }
}

/// Where an interval lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    AsExpected,
    Opposite,
    Open,
}

#[cfg(test)]
mod tests {
    use super::{Standing, TestEffect};
    use crate::evidence::{Expect, Verdict};

    #[test]
    fn what_counts_as_expected() {
        let of = |values: &[f64], expect| TestEffect::of(values.iter().copied(), expect, 0.5);
        let up = of(&[1.0, 2.0, f64::NAN, 3.0], Expect::More);
        assert_eq!((up.n, up.mean, up.share_expected), (3, 2.0, 1.0));
        // Half width: t(2) 4.303 x 1 / sqrt(3) = 2.484.
        assert!((up.half_width.unwrap() - 2.484).abs() < 1e-3);
        assert_eq!(up.stands(Expect::More, 0.0), Standing::Open);
        let sure = of(&[2.0, 2.1, 1.9, 2.0], Expect::Less);
        assert_eq!(
            (sure.stands(Expect::More, 0.0), sure.stands(Expect::Less, 0.0)),
            (Standing::AsExpected, Standing::Opposite)
        );
        assert_eq!((sure.share_expected, sure.stands(Expect::Same, 0.5)), (0.0, Standing::Opposite));
        let same = of(&[0.1, -0.1, 0.05, 0.0], Expect::Same);
        assert_eq!((same.stands(Expect::Same, 0.5), same.share_expected), (Standing::AsExpected, 1.0));
        assert_eq!(of(&[f64::NAN], Expect::More).stands(Expect::More, 0.0), Standing::Open);
    }

    #[test]
    fn effects_are_standardised_by_the_spread_of_futures() {
        let effect = TestEffect::of([1.0, 3.0].into_iter(), Expect::More, 0.0);
        assert_eq!(effect.standardised(Some(4.0)).map(|(mean, _)| mean), Some(0.5));
        assert_eq!((effect.standardised(Some(0.0)), effect.standardised(None)), (None, None));
    }

    #[test]
    fn what_nobody_would_notice_is_practically_nil() {
        let sure = TestEffect::of([0.9, 1.0, 1.1, 1.0].into_iter(), Expect::More, 0.0);
        let of = |expect, spread| sure.verdict(expect, 2.0, spread);
        assert_eq!([of(Expect::More, Some(4.0)), of(Expect::Less, Some(4.0))], [Verdict::AsReported, Verdict::Not]);
        assert_eq!([of(Expect::More, Some(5.1)), of(Expect::Less, Some(5.1))], [Verdict::Nil; 2]);
        assert_eq!([of(Expect::More, Some(0.0)), of(Expect::More, None)], [Verdict::AsReported; 2]);
        assert_eq!(of(Expect::Same, Some(50.0)), Verdict::AsReported);
        let none = TestEffect::of([f64::NAN].into_iter(), Expect::More, 0.0);
        assert_eq!(none.verdict(Expect::More, 0.0, Some(1.0)), Verdict::Unclear);
    }
}
