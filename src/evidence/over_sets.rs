use super::Expect;
use super::effect::PRACTICALLY_NIL;
use crate::stats::GroupMeans;
use serde::{Deserialize, Serialize};

/// A test ends in one way if it does so in this share of sets.
pub const ENDS_IN: f64 = 0.9;

/// An end is known if it is so likely.
pub const KNOWN: f64 = 0.95;

/// What sets of parameters make of a test, chance taken out: so few futures of a set as one likes do not make it fail, they only
/// leave open how it ends. The shares are those that are to be expected of these very sets, and add up to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OverSets {
    /// Sets in which it has a value.
    pub sets: u64,
    /// Futures of each of them, at least, in which the arms that it needs were run.
    pub futures: u64,
    /// Share of sets in which it is as expected, and more than practically nil.
    pub expected: f64,
    /// Share in which it is practically nil; of what is to be the same, that is what was expected.
    pub nil: f64,
    /// Share in which it is the other way.
    pub against: f64,
    /// How it ends.
    pub end: End,
    /// How likely that is; of what is open, the likeliest end.
    pub chance: f64,
}

/// What a test comes to over sets of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// As expected in nine of ten sets.
    For,
    /// Practically nil in nine of ten.
    Nil,
    /// The other way in nine of ten.
    Against,
    /// None of these: sets differ.
    Divided,
    /// Which of these it is cannot be told by so few futures.
    Open,
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
            End::Open => "open",
        }
    }
}

impl OverSets {
    /// Of what a test expects, its margin, how far single futures spread, and its values in the futures of each set; `None` without two sets, or without two futures of one.
    pub(super) fn of((expect, margin, spread): (Expect, f64, Option<f64>), sets: &[Vec<f64>]) -> Option<OverSets> {
        let means = GroupMeans::of(sets)?;
        let limit = if expect == Expect::Same { margin } else { PRACTICALLY_NIL * spread.unwrap_or(0.0) };
        let found = means.beyond(limit, ENDS_IN);
        // As expected, nil, the other way.
        let told = |[below, between, above]: [f64; 3]| match expect {
            Expect::More => [above, between, below],
            Expect::Less => [below, between, above],
            Expect::Same => [between, 0.0, below + above],
        };
        let ([expected, nil, against], [is_for, is_nil, is_against]) = (told(found.shares), told(found.chances));
        let is_divided = (1.0 - is_for - is_nil - is_against).max(0.0);
        let ends = [(End::For, is_for), (End::Nil, is_nil), (End::Against, is_against), (End::Divided, is_divided)];
        let (end, chance) = ends.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let end = if chance >= KNOWN && !means.is_too_early() { end } else { End::Open };
        let valued = || sets.iter().filter(|futures| futures.iter().any(|value| !value.is_nan()));
        let futures = valued().map(Vec::len).min().unwrap_or(0) as u64;
        Some(OverSets { sets: valued().count() as u64, futures, expected, nil, against, end, chance })
    }
}

#[cfg(test)]
mod tests {
    use super::{End, OverSets};
    use crate::evidence::Expect;
    use crate::evidence::made_up::luck;

    fn test(expect: Expect, margin: f64) -> (Expect, f64, Option<f64>) {
        (expect, margin, Some(1.0))
    }

    /// Futures of each of 100 sets, which say this on average, with this much luck.
    fn sets(futures: usize, spread: f64, mean: impl Fn(usize) -> f64) -> Vec<Vec<f64>> {
        (0..100).map(|set| (0..futures).map(|one| mean(set) + spread * luck(set, 0, one)).collect()).collect()
    }

    #[test]
    fn want_of_power_does_not_read_as_failure() {
        // Six times as much luck as effect: by luck alone a third of the sets say that it is the other way.
        let of = |futures: usize, expect| {
            let sets = sets(futures, 3.0, |_| 0.5);
            let by_luck = sets.iter().filter(|futures| futures.iter().sum::<f64>() < 0.0).count();
            (by_luck, OverSets::of(test(expect, 0.0), &sets).unwrap())
        };
        let (by_luck, few) = of(2, Expect::More);
        assert!(by_luck > 25 && few.end == End::Open, "{by_luck} {few:?}");
        let (by_luck, many) = of(64, Expect::More);
        assert!(by_luck > 3 && many.end == End::For && many.expected > 0.95, "{by_luck} {many:?}");
        assert_eq!(of(64, Expect::Less).1.end, End::Against);
        for futures in [2, 4, 8, 16, 32] {
            assert!([End::Open, End::For].contains(&of(futures, Expect::More).1.end), "{futures}");
        }
    }

    #[test]
    fn what_nobody_would_notice_is_nil_and_what_is_near_enough_the_same() {
        let of = |expect, margin, mean: f64| OverSets::of(test(expect, margin), &sets(8, 0.2, |_| mean)).unwrap().end;
        assert_eq!([of(Expect::More, 0.0, 0.05), of(Expect::Less, 0.0, 0.05)], [End::Nil; 2]);
        assert_eq!([of(Expect::Same, 1.0, 0.5), of(Expect::Same, 0.1, 0.5)], [End::For, End::Against]);
    }

    #[test]
    fn sets_that_differ_are_told_by_two_futures() {
        let mean = |set: usize| if set.is_multiple_of(2) { 4.0 } else { -4.0 };
        let apart = OverSets::of(test(Expect::More, 0.0), &sets(2, 1.0, mean)).unwrap();
        assert_eq!((apart.end, apart.futures, apart.sets), (End::Divided, 2, 100), "{apart:?}");
        assert!((apart.expected - 0.5).abs() < 0.01 && (apart.against - 0.5).abs() < 0.01, "{apart:?}");
        assert!(OverSets::of(test(Expect::More, 0.0), &[vec![1.0, 2.0]]).is_none());
    }

    #[test]
    fn without_chance_sets_are_counted() {
        let still = |share: usize| (0..20).map(|set| vec![if set < share { 1.0 } else { 0.0 }; 2]).collect::<Vec<_>>();
        let of = |share| OverSets::of(test(Expect::More, 0.0), &still(share)).unwrap();
        assert_eq!((of(18).end, of(17).end, of(2).end, of(3).end), (End::For, End::Divided, End::Nil, End::Divided));
        assert_eq!((of(17).expected, of(17).nil, of(17).chance), (0.85, 0.15, 1.0));
    }
}
