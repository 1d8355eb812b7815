use std::collections::BTreeSet;

/// A conjunction of conditions, some present and some absent; the others may be either.
///
/// Ordered by what must be present, then by what must be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Implicant {
    /// The conditions that must be present, a set of bits.
    pub present: u32,
    /// The conditions that must be absent, a set of bits; none of `present`.
    pub absent: u32,
}

impl Implicant {
    /// Whether a configuration has all that must be present and nothing that must be absent.
    #[must_use]
    pub fn covers(&self, configuration: u32) -> bool {
        configuration & self.present == self.present && configuration & self.absent == 0
    }

    /// How many conditions it names.
    #[must_use]
    pub fn length(&self) -> u32 {
        (self.present | self.absent).count_ones()
    }
}

/// All prime implicants of a set of configurations of `conditions` conditions, in order: the conjunctions that cover
/// only configurations of the set and from which no condition can be left out (Quine 1952; McCluskey 1956).
/// Configurations outside the set are never covered, so there are no assumptions about any that were not observed.
///
/// Pairs that differ in one condition are merged until none are left. Cost: O(conditions log) per implicant, prime or
/// not; there are at most 3^conditions.
pub(super) fn prime_implicants(configurations: &BTreeSet<u32>, conditions: u32) -> Vec<Implicant> {
    let all = (1 << conditions) - 1;
    let mut level: BTreeSet<Implicant> = configurations
        .iter()
        .map(|&configuration| Implicant { present: configuration, absent: all & !configuration })
        .collect();
    let mut primes = Vec::new();
    while !level.is_empty() {
        let mut next = BTreeSet::new();
        for &implicant in &level {
            let mut merged = false;
            for bit in (0..conditions).map(|condition| 1 << condition) {
                let named = (implicant.present | implicant.absent) & bit != 0;
                let twin = Implicant { present: implicant.present ^ bit, absent: implicant.absent ^ bit };
                if named && level.contains(&twin) {
                    merged = true;
                    next.insert(Implicant { present: implicant.present & !bit, absent: implicant.absent & !bit });
                }
            }
            if !merged {
                primes.push(implicant);
            }
        }
        level = next;
    }
    primes.sort_unstable();
    primes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Against all 81 conjunctions of four conditions.
        #[test]
        fn all_that_cannot_be_shortened(set in prop::collection::btree_set(0_u32..16, 0..=16)) {
            let within = |implicant: &Implicant| (0..16).all(|c| !implicant.covers(c) || set.contains(&c));
            let all = (0_u32..16)
                .flat_map(|present| (0_u32..16).map(move |absent| Implicant { present, absent }))
                .filter(|implicant| implicant.present & implicant.absent == 0);
            let prime = |implicant: &Implicant| {
                within(implicant)
                    && (0..4).map(|condition| 1 << condition).all(|bit: u32| {
                        let shorter = Implicant { present: implicant.present & !bit, absent: implicant.absent & !bit };
                        shorter == *implicant || !within(&shorter)
                    })
            };
            prop_assert_eq!(prime_implicants(&set, 4), all.filter(prime).collect::<Vec<_>>());
        }
    }

    #[test]
    fn of_all_and_of_none() {
        assert!(prime_implicants(&BTreeSet::new(), 3).is_empty());
        assert_eq!(prime_implicants(&(0..8).collect(), 3), [Implicant { present: 0, absent: 0 }]);
        assert_eq!(prime_implicants(&BTreeSet::from([0]), 0), [Implicant { present: 0, absent: 0 }]);
    }
}
