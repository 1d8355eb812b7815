/// A smallest choice of sets that together cover all elements.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MinimalCover {
    /// The chosen sets, by their place, rising.
    pub chosen: Vec<usize>,
    /// How many choices of as few sets there are, this one included.
    pub equals: u64,
    /// Whether the search came to its end; if not, a smaller choice may exist, and `equals` counts only those seen.
    pub proven: bool,
}

/// The steps after which the search gives up; enough for the tables of five conditions that the tests draw.
const MOST_STEPS: u64 = 50_000;

/// Of all choices of `sets` that cover the elements `0..elements`, one with the fewest sets; among these the one with
/// the smallest sum of `weights`, then the first in order. Each set holds elements in any order, without doubles;
/// together they must cover all elements (what none covers is left out).
///
/// Branch and bound (Petrick's method without writing out the products): the element with the fewest sets first, and
/// each of its sets in turn, so that no choice is met twice. Cost: exponential at worst; it gives up after
/// [`MOST_STEPS`].
pub(super) fn minimal_cover(sets: &[Vec<usize>], weights: &[u32], elements: usize) -> MinimalCover {
    let mut holders = vec![Vec::new(); elements];
    for (set, held) in sets.iter().enumerate() {
        held.iter().for_each(|&element| holders[element].push(set));
    }
    let open: Vec<usize> = (0..elements).filter(|&element| !holders[element].is_empty()).collect();
    let mut search = Search {
        sets,
        weights,
        holders,
        covered: vec![0; elements],
        barred: vec![false; sets.len()],
        chosen: Vec::new(),
        best: None,
        equals: 0,
        steps: 0,
    };
    search.go(&open);
    let proven = search.steps <= MOST_STEPS;
    MinimalCover { chosen: search.best.unwrap_or_default(), equals: search.equals, proven }
}

struct Search<'a> {
    sets: &'a [Vec<usize>],
    weights: &'a [u32],
    holders: Vec<Vec<usize>>,
    /// How many chosen sets hold each element.
    covered: Vec<u32>,
    /// Sets that are not to be chosen further down, because what has them was looked at.
    barred: Vec<bool>,
    chosen: Vec<usize>,
    best: Option<Vec<usize>>,
    equals: u64,
    steps: u64,
}

impl Search<'_> {
    fn go(&mut self, open: &[usize]) {
        let open: Vec<usize> = open.iter().copied().filter(|&element| self.covered[element] == 0).collect();
        let choices = |element: usize| self.holders[element].iter().filter(|&&set| !self.barred[set]).count();
        let Some(&element) = open.iter().min_by_key(|&&element| choices(element)) else { return self.keep() };
        let news = |set: usize| self.sets[set].iter().filter(|&&held| self.covered[held] == 0).count();
        let most = (0..self.sets.len()).filter(|&set| !self.barred[set]).map(news).max().unwrap_or(0).max(1);
        let least = self.chosen.len() + open.len().div_ceil(most);
        if self.best.as_ref().is_some_and(|best| least > best.len()) {
            return;
        }
        // The sets that cover most of what is open first: a good choice early cuts off much.
        let mut tried: Vec<usize> = self.holders[element].iter().copied().filter(|&set| !self.barred[set]).collect();
        tried.sort_by_key(|&set| core::cmp::Reverse(self.sets[set].iter().filter(|&&h| self.covered[h] == 0).count()));
        for &set in &tried {
            self.steps += 1;
            // The very first way down always comes to its end, so that there is a cover.
            if self.steps > MOST_STEPS && self.best.is_some() {
                break;
            }
            self.take(set);
            self.go(&open);
            self.leave(set);
            self.barred[set] = true;
        }
        tried.iter().for_each(|&set| self.barred[set] = false);
    }

    fn take(&mut self, set: usize) {
        self.chosen.push(set);
        self.sets[set].iter().for_each(|&element| self.covered[element] += 1);
    }

    fn leave(&mut self, set: usize) {
        self.chosen.pop();
        self.sets[set].iter().for_each(|&element| self.covered[element] -= 1);
    }

    fn keep(&mut self) {
        let mut chosen = self.chosen.clone();
        chosen.sort_unstable();
        let weight = |choice: &[usize]| choice.iter().map(|&set| self.weights[set]).sum::<u32>();
        match &self.best {
            Some(best) if best.len() < chosen.len() => {}
            Some(best) if best.len() == chosen.len() => {
                self.equals += 1;
                if (weight(&chosen), &chosen) < (weight(best), best) {
                    self.best = Some(chosen);
                }
            }
            _ => (self.best, self.equals) = (Some(chosen), 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_ones() {
        let found = |chosen: &[usize], equals| MinimalCover { chosen: chosen.to_vec(), equals, proven: true };
        assert_eq!(minimal_cover(&[], &[], 0), found(&[], 1));
        assert_eq!(minimal_cover(&[vec![0, 1], vec![1, 2], vec![2, 0]], &[1, 1, 1], 3), found(&[0, 1], 3));
        assert_eq!(minimal_cover(&[vec![0, 1], vec![1, 2], vec![2, 0]], &[3, 1, 1], 3), found(&[1, 2], 3));
        assert_eq!(minimal_cover(&[vec![0], vec![1], vec![0, 1]], &[1, 1, 9], 2), found(&[2], 1));
    }

    proptest! {
        /// Against all choices of up to nine sets.
        #[test]
        fn no_choice_is_smaller(
            drawn in prop::collection::vec((prop::collection::btree_set(0_usize..8, 1..6), 1_u32..4), 1..9),
        ) {
            let sets: Vec<Vec<usize>> = drawn.iter().map(|(set, _)| set.iter().copied().collect()).collect();
            let weights: Vec<u32> = drawn.iter().map(|&(_, weight)| weight).collect();
            let held = |choice: u32| (0..8)
                .filter(|e| sets.iter().enumerate().any(|(s, set)| choice >> s & 1 == 1 && set.contains(e)))
                .count();
            let all = (1_u32 << sets.len()) - 1;
            let covers: Vec<u32> = (0..=all).filter(|&choice| held(choice) == held(all)).collect();
            let fewest = covers.iter().map(|choice| choice.count_ones()).min().unwrap();
            let smallest: Vec<u32> = covers.into_iter().filter(|choice| choice.count_ones() == fewest).collect();
            let weight = |choice: u32| (0..sets.len()).filter(|s| choice >> s & 1 == 1).map(|s| weights[s]).sum::<u32>();
            let found = minimal_cover(&sets, &weights, 8);
            let chosen = found.chosen.iter().fold(0_u32, |choice, set| choice | 1 << set);
            prop_assert!(smallest.contains(&chosen) && found.proven);
            prop_assert_eq!(found.equals, smallest.len() as u64);
            prop_assert_eq!(weight(chosen), smallest.iter().map(|&choice| weight(choice)).min().unwrap());
        }
    }
}
