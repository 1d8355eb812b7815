use super::Expect;
use super::effect::PRACTICALLY_NIL;
use crate::stats::VarianceComponents;
use serde::{Deserialize, Serialize};

/// A test ends in one way if it does so in this share of sets.
pub const ENDS_IN: f64 = 0.9;

/// What sets of parameters make of a test, chance taken out by components of variance: so few futures of a set as one likes do not
/// make it fail, they only leave less to tell sets apart by. The shares add up to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OverSets {
    /// Sets in which it has a value.
    pub sets: u64,
    /// Share of sets in which it is as expected, and more than practically nil.
    pub expected: f64,
    /// Share in which it is practically nil; of what is to be the same, that is what was expected.
    pub nil: f64,
    /// Share in which it is the other way.
    pub against: f64,
}

/// What a test comes to over sets of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// As expected in nine of ten sets.
    For,
    /// Practically nil in nine of ten.
    Nil,
    /// The other way in nine of ten.
    Against,
    /// None of these: sets differ.
    Divided,
}

impl End {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            End::For => "for",
            End::Nil => "practically nil",
            End::Against => "against",
            End::Divided => "divided",
        }
    }
}

impl OverSets {
    /// Of what a test expects, its margin, how far single futures spread, and its values in the futures of each set; `None` without two sets, or without two futures of one.
    pub(super) fn of((expect, margin, spread): (Expect, f64, Option<f64>), sets: &[Vec<f64>]) -> Option<OverSets> {
        let parts = VarianceComponents::of(sets)?;
        let nil = PRACTICALLY_NIL * spread.unwrap_or(0.0);
        let (expected, against) = match expect {
            Expect::More => (
                parts.share_that(|value| value > 0.0 && value >= nil),
                parts.share_that(|value| value < 0.0 && value <= -nil),
            ),
            Expect::Less => (
                parts.share_that(|value| value < 0.0 && value <= -nil),
                parts.share_that(|value| value > 0.0 && value >= nil),
            ),
            Expect::Same => {
                (parts.share_that(|value| value.abs() <= margin), parts.share_that(|value| value.abs() > margin))
            }
        };
        let nil = (1.0 - expected - against).max(0.0);
        Some(OverSets { sets: parts.groups, expected, nil, against })
    }

    /// What it comes to.
    #[must_use]
    pub fn end(&self) -> End {
        match self {
            OverSets { expected, .. } if *expected >= ENDS_IN => End::For,
            OverSets { nil, .. } if *nil >= ENDS_IN => End::Nil,
            OverSets { against, .. } if *against >= ENDS_IN => End::Against,
            _ => End::Divided,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{End, OverSets};
    use crate::evidence::Expect;

    fn test(expect: Expect, margin: f64) -> (Expect, f64, Option<f64>) {
        (expect, margin, Some(1.0))
    }

    /// Two futures of each of 100 sets, which say this on average, with luck that makes up for itself over sets.
    fn sets(mean: impl Fn(usize) -> f64) -> Vec<Vec<f64>> {
        let luck = |set: usize| if set % 4 < 2 { 1.0 } else { -1.0 };
        (0..100).map(|set| vec![mean(set) + 4.0 * luck(set), mean(set) - luck(set)]).collect()
    }

    #[test]
    fn want_of_power_does_not_read_as_failure() {
        // Ten times as much luck as what is nil: half of the sets say by luck alone that it is the other way.
        let found = OverSets::of(test(Expect::More, 0.0), &sets(|_| 0.5)).unwrap();
        let by_luck = sets(|_| 0.5).iter().filter(|futures| futures.iter().sum::<f64>() < 0.0).count();
        assert!(by_luck == 50 && found.end() == End::For, "{by_luck} {found:?}");
        assert_eq!(OverSets::of(test(Expect::Less, 0.0), &sets(|_| 0.5)).unwrap().end(), End::Against);
        assert_eq!(OverSets::of(test(Expect::More, 0.0), &sets(|_| 0.1)).unwrap().end(), End::Nil);
        assert_eq!(OverSets::of(test(Expect::Same, 1.0), &sets(|_| 0.5)).unwrap().end(), End::For);
    }

    #[test]
    fn sets_that_differ_are_told() {
        let apart =
            OverSets::of(test(Expect::More, 0.0), &sets(|set| if set % 2 == 0 { 40.0 } else { -40.0 })).unwrap();
        assert_eq!((apart.expected, apart.nil, apart.against, apart.end()), (0.5, 0.0, 0.5, End::Divided));
        assert!(OverSets::of(test(Expect::More, 0.0), &[vec![1.0, 2.0]]).is_none());
    }
}
