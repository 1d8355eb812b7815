/// Who knows whom in a site, in compressed rows: row i holds the ties i -> j, those inside the organisation first.
/// Ties come in pairs: where i knows j, j knows i, each with its own trust.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    row: Vec<u32>,
    across: Vec<u32>,
    /// The other end j of each tie.
    pub target: Vec<u16>,
    /// The place of the tie j -> i.
    pub mirror: Vec<u32>,
    /// How far i trusts j, 0..1.
    pub trust: Vec<f64>,
}

/// A pair of people who know each other, the lower slot first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) low: u16,
    pub(super) high: u16,
    /// Trust low -> high and high -> low.
    pub(super) trust: [f64; 2],
}

impl Ties {
    /// Ties of people whose organisations are `organisation`; `pairs` holds each pair once.
    pub(super) fn new(organisation: &[u16], pairs: &[Pair], spare: usize) -> Ties {
        let people = organisation.len();
        let mut ties = Ties { row: vec![0; people + 1], across: vec![0; people], ..Ties::default() };
        let inside = |p: &Pair| organisation[p.low as usize] == organisation[p.high as usize];
        for pair in pairs {
            for end in [pair.low, pair.high] {
                ties.row[end as usize + 1] += 1;
                ties.across[end as usize] += u32::from(inside(pair));
            }
        }
        for i in 0..people {
            ties.row[i + 1] += ties.row[i];
            ties.across[i] += ties.row[i];
        }
        let total = ties.row[people] as usize;
        ties.target.reserve(total + spare);
        ties.mirror.reserve(total + spare);
        ties.trust.reserve(total + spare);
        ties.target.resize(total, 0);
        ties.mirror.resize(total, 0);
        ties.trust.resize(total, 0.0);
        let mut next_inside: Vec<u32> = ties.row[..people].to_vec();
        let mut next_across = ties.across.clone();
        for pair in pairs {
            let next = if inside(pair) { &mut next_inside } else { &mut next_across };
            let (low, high) = (pair.low as usize, pair.high as usize);
            let (there, back) = (next[low], next[high]);
            next[low] += 1;
            next[high] += 1;
            for (place, other, mirror, trust) in
                [(there, pair.high, back, pair.trust[0]), (back, pair.low, there, pair.trust[1])]
            {
                ties.target[place as usize] = other;
                ties.mirror[place as usize] = mirror;
                ties.trust[place as usize] = trust;
            }
        }
        ties
    }

    /// Number of ties, both directions counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.trust.len()
    }

    /// Whether nobody knows anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.trust.is_empty()
    }

    /// Sum of the trust of all ties, in eight interleaved sums: one sum would wait for itself at every step.
    #[must_use]
    pub fn total_trust(&self) -> f64 {
        let mut sums = [0.0; 8];
        let chunks = self.trust.chunks_exact(8);
        let rest: f64 = chunks.remainder().iter().sum();
        for chunk in chunks {
            for (sum, trust) in sums.iter_mut().zip(chunk) {
                *sum += trust;
            }
        }
        sums.iter().sum::<f64>() + rest
    }

    /// Places of all ties of `slot`.
    #[must_use]
    #[inline]
    pub fn of(&self, slot: usize) -> std::ops::Range<usize> {
        self.row[slot] as usize..self.row[slot + 1] as usize
    }

    /// Places of its ties inside its organisation.
    #[must_use]
    #[inline]
    pub fn inside(&self, slot: usize) -> std::ops::Range<usize> {
        self.row[slot] as usize..self.across[slot] as usize
    }

    /// Places of its ties across organisations.
    #[must_use]
    #[inline]
    pub fn across(&self, slot: usize) -> std::ops::Range<usize> {
        self.across[slot] as usize..self.row[slot + 1] as usize
    }

    /// The place of the tie `from` -> `to`, if they know each other.
    #[must_use]
    pub fn find(&self, from: usize, to: usize) -> Option<usize> {
        self.of(from).find(|&k| self.target[k] as usize == to)
    }

    /// Makes the tie in both directions; the pair must not know each other yet.
    pub(super) fn add(&mut self, organisation: &[u16], one: usize, other: usize, trust: f64) {
        let inside = organisation[one] == organisation[other];
        let there = self.insert(one, other, inside, trust);
        let back = self.insert(other, one, inside, trust);
        let there = there + usize::from(back <= there);
        self.mirror[there] = back as u32;
        self.mirror[back] = there as u32;
    }

    fn insert(&mut self, slot: usize, to: usize, inside: bool, trust: f64) -> usize {
        let place = if inside { self.across[slot] } else { self.row[slot + 1] } as usize;
        for mirror in &mut self.mirror {
            *mirror += u32::from(*mirror as usize >= place);
        }
        self.target.insert(place, to as u16);
        self.mirror.insert(place, 0);
        self.trust.insert(place, trust);
        if inside {
            self.across[slot] += 1;
        }
        for later in slot + 1..self.row.len() {
            self.row[later] += 1;
            if later < self.across.len() {
                self.across[later] += 1;
            }
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::{Pair, Ties};

    fn consistent(ties: &Ties, people: usize) {
        for i in 0..people {
            for k in ties.of(i) {
                let back = ties.mirror[k] as usize;
                assert_eq!(ties.target[back] as usize, i);
                assert_eq!(ties.mirror[back] as usize, k);
            }
        }
    }

    #[test]
    fn rows_hold_inside_ties_first_and_mirrors_match_even_after_additions() {
        let organisation = [0, 0, 1, 1];
        let pair = |low, high, there, back| Pair { low, high, trust: [there, back] };
        let pairs = [pair(0, 2, 0.3, 0.4), pair(0, 1, 0.6, 0.7), pair(2, 3, 0.5, 0.5)];
        let mut ties = Ties::new(&organisation, &pairs, 8);
        consistent(&ties, 4);
        assert_eq!(ties.inside(0).map(|k| ties.target[k]).collect::<Vec<_>>(), [1]);
        assert_eq!(ties.trust[ties.find(2, 0).unwrap()], 0.4);
        ties.add(&organisation, 1, 3, 0.2);
        ties.add(&organisation, 3, 0, 0.1);
        consistent(&ties, 4);
        assert_eq!(ties.len(), 10);
        assert_eq!(ties.across(3).map(|k| ties.target[k]).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(ties.trust[ties.find(0, 1).unwrap()], 0.6);
        assert_eq!(ties.trust[ties.find(2, 3).unwrap()], 0.5);
    }
}
