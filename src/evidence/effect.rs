use super::Expect;
use crate::stats::Moments;
use serde::{Deserialize, Serialize};

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

    /// The mean in standard deviations over single futures, 0 where nothing varies and nothing differs; how large an effect
    /// is beside the luck of one history. Cut to -9..9.
    #[must_use]
    pub fn standardised(&self) -> f64 {
        match self.sd {
            Some(sd) if sd > 0.0 => (self.mean / sd).clamp(-9.0, 9.0),
            _ => 9.0 * if self.mean == 0.0 { 0.0 } else { self.mean.signum() },
        }
    }

    /// Half the width of the interval of [`TestEffect::standardised`], without the uncertainty of the deviation itself.
    #[must_use]
    pub fn standardised_half_width(&self) -> f64 {
        match (self.sd, self.half_width) {
            (Some(sd), Some(half_width)) if sd > 0.0 => half_width / sd,
            _ => 0.0,
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
    use crate::evidence::Expect;

    #[test]
    fn what_counts_as_expected() {
        let of = |values: &[f64], expect| TestEffect::of(values.iter().copied(), expect, 0.5);
        let up = of(&[1.0, 2.0, f64::NAN, 3.0], Expect::More);
        assert_eq!((up.n, up.mean, up.share_expected), (3, 2.0, 1.0));
        // Half width: t(2) 4.303 x 1 / sqrt(3) = 2.484.
        assert!((up.half_width.unwrap() - 2.484).abs() < 1e-3);
        assert_eq!(up.stands(Expect::More, 0.0), Standing::Open);
        let sure = of(&[2.0, 2.1, 1.9, 2.0], Expect::Less);
        assert_eq!((sure.stands(Expect::More, 0.0), sure.stands(Expect::Less, 0.0)), (Standing::AsExpected, Standing::Opposite));
        assert_eq!((sure.share_expected, sure.stands(Expect::Same, 0.5)), (0.0, Standing::Opposite));
        let same = of(&[0.1, -0.1, 0.05, 0.0], Expect::Same);
        assert_eq!((same.stands(Expect::Same, 0.5), same.share_expected), (Standing::AsExpected, 1.0));
        assert_eq!(of(&[f64::NAN], Expect::More).stands(Expect::More, 0.0), Standing::Open);
    }

    #[test]
    fn effects_are_standardised_by_the_spread_of_futures() {
        let effect = TestEffect::of([1.0, 3.0].into_iter(), Expect::More, 0.0);
        assert!((effect.standardised() - 2.0 / 2.0_f64.sqrt()).abs() < 1e-12);
        let constant = TestEffect::of([1.0, 1.0].into_iter(), Expect::More, 0.0);
        assert_eq!((constant.standardised(), constant.standardised_half_width()), (9.0, 0.0));
        assert_eq!(TestEffect::of([0.0, 0.0].into_iter(), Expect::More, 0.0).standardised(), 0.0);
    }
}
