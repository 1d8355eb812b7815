use super::counted::counted;
use super::stretch::{Common, Kinds, Stretch};

/// Who knows whom in a site. Ties come in pairs: where i knows j, j knows i, each with its own trust.
///
/// Trust lies pair by pair, and pairs whose people have the same in common lie together, in [`Stretch`]es: what they share
/// is worked out once for all of them. Compressed rows say where a person's ties are: row i holds the ties i -> j, those
/// inside the organisation first.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    row: Vec<u32>,
    across: Vec<u32>,
    /// The other end j of each tie.
    pub target: Vec<u16>,
    /// Where the trust of each tie lies: twice its pair, and one more if i is the higher slot.
    place: Vec<u32>,
    ends: Vec<[u16; 2]>,
    trust: Vec<[f64; 2]>,
    stretches: Vec<Stretch>,
    sum: f64,
}

/// A pair of people who know each other, the lower slot first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) low: u16,
    pub(super) high: u16,
    /// Trust low -> high and high -> low.
    pub(super) trust: [f64; 2],
}

/// All pairs, to be gone through: the two people of each, the lower slot first, and the trust of the lower in the higher and
/// of the higher in the lower.
#[derive(Debug)]
pub struct Pairs<'a> {
    /// Stretches in the order of their pairs, with no gaps between them.
    pub stretches: &'a [Stretch],
    /// Slots.
    pub ends: &'a [[u16; 2]],
    /// Trust, 0..1.
    pub trust: &'a mut [[f64; 2]],
    /// The sum of the trust of all ties, to be set by whoever changes it.
    pub sum: &'a mut f64,
}

impl Ties {
    /// Ties of people whose organisations are `organisation`; `pairs` holds each pair once. To be sorted afterwards.
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
        ties.place.reserve(total + spare);
        ties.ends.reserve((total + spare) / 2);
        ties.trust.reserve((total + spare) / 2);
        ties.target.resize(total, 0);
        ties.place.resize(total, 0);
        let mut next_inside: Vec<u32> = ties.row[..people].to_vec();
        let mut next_across = ties.across.clone();
        for (n, pair) in pairs.iter().enumerate() {
            let next = if inside(pair) { &mut next_inside } else { &mut next_across };
            for (side, (own, other)) in [(pair.low, pair.high), (pair.high, pair.low)].into_iter().enumerate() {
                let k = next[own as usize] as usize;
                next[own as usize] += 1;
                ties.target[k] = other;
                ties.place[k] = (2 * n + side) as u32;
            }
            ties.ends.push([pair.low, pair.high]);
            ties.trust.push(pair.trust);
        }
        ties.take_sum();
        ties
    }

    /// Puts pairs that have the same in common together. Within a stretch they lie by how far apart their slots are, so that
    /// nobody comes twice in a row, as far as that is possible.
    pub(super) fn sort(&mut self, organisation: &[u16], enrolled: &[u64], boards: &[u16]) {
        let common = |[low, high]: [u16; 2]| {
            let (low, high) = (low as usize, high as usize);
            Common {
                across: organisation[low] != organisation[high],
                boards: boards[low] & boards[high],
                work: enrolled[low] & enrolled[high],
            }
        };
        let pairs = self.ends.len();
        // A number for each kind of pair, in the order in which kinds first come, and how many there are of it.
        let mut kinds = Kinds::with_room_for(pairs);
        let kind_of: Vec<u32> = self.ends.iter().map(|&ends| kinds.count(common(ends))).collect();
        self.stretches.clear();
        let mut first = 0;
        for &(common, number) in &kinds.list {
            self.stretches.push(Stretch { common, first, end: first });
            first += number;
        }
        let (ends, trust) = (self.ends.clone(), self.trust.clone());
        let mut moved = vec![0_u32; pairs];
        let distance = |n: u32| {
            let [low, high] = ends[n as usize];
            usize::from(high - low)
        };
        for old in counted(0..pairs as u32, organisation.len(), distance) {
            let old = old as usize;
            let end = &mut self.stretches[kind_of[old] as usize].end;
            let new = *end as usize;
            *end += 1;
            moved[old] = new as u32;
            (self.ends[new], self.trust[new]) = (ends[old], trust[old]);
        }
        for place in &mut self.place {
            *place = 2 * moved[(*place / 2) as usize] + *place % 2;
        }
    }

    /// Number of ties, both directions counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.target.len()
    }

    /// Whether nobody knows anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.target.is_empty()
    }

    /// How far i trusts j in the tie at `k`, 0..1.
    #[must_use]
    #[inline]
    pub fn trust(&self, k: usize) -> f64 {
        self.trust_at(self.place[k])
    }

    /// How far j trusts i in return.
    #[must_use]
    #[inline]
    pub fn trust_back(&self, k: usize) -> f64 {
        self.trust_at(self.place[k] ^ 1)
    }

    /// Sets how far i trusts j in the tie at `k`.
    #[inline]
    pub fn set_trust(&mut self, k: usize, trust: f64) {
        self.set_trust_at(self.place[k], trust);
    }

    /// Sets how far j trusts i in return.
    #[inline]
    pub fn set_trust_back(&mut self, k: usize, trust: f64) {
        self.set_trust_at(self.place[k] ^ 1, trust);
    }

    fn trust_at(&self, place: u32) -> f64 {
        self.trust[(place / 2) as usize][(place % 2) as usize]
    }

    fn set_trust_at(&mut self, place: u32, trust: f64) {
        let value = &mut self.trust[(place / 2) as usize][(place % 2) as usize];
        self.sum += trust - *value;
        *value = trust;
    }

    /// How far everybody trusts everybody they know, pair by pair.
    #[must_use]
    pub fn all_trust(&self) -> &[f64] {
        self.trust.as_flattened()
    }

    /// All pairs.
    pub fn pairs(&mut self) -> Pairs<'_> {
        let Ties { stretches, ends, trust, sum, .. } = self;
        Pairs { stretches, ends, trust, sum }
    }

    /// Sum of the trust of all ties.
    #[must_use]
    pub fn total_trust(&self) -> f64 {
        self.sum
    }

    /// Takes that sum anew, in eight interleaved sums: one sum would wait for itself at every step.
    pub(super) fn take_sum(&mut self) {
        let mut sums = [0.0; 8];
        let chunks = self.all_trust().chunks_exact(8);
        let rest: f64 = chunks.remainder().iter().sum();
        for chunk in chunks {
            for (sum, trust) in sums.iter_mut().zip(chunk) {
                *sum += trust;
            }
        }
        self.sum = sums.iter().sum::<f64>() + rest;
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

    /// Makes the tie in both directions; the pair must not know each other yet. To be sorted afterwards.
    pub(super) fn add(&mut self, organisation: &[u16], one: usize, other: usize, trust: f64) {
        let inside = organisation[one] == organisation[other];
        let place = 2 * self.ends.len() as u32;
        self.insert(one, other, inside, place + u32::from(one > other));
        self.insert(other, one, inside, place + u32::from(other > one));
        self.ends.push([one.min(other) as u16, one.max(other) as u16]);
        self.trust.push([trust; 2]);
        self.sum += 2.0 * trust;
    }

    fn insert(&mut self, slot: usize, to: usize, inside: bool, place: u32) {
        let k = if inside { self.across[slot] } else { self.row[slot + 1] } as usize;
        self.target.insert(k, to as u16);
        self.place.insert(k, place);
        if inside {
            self.across[slot] += 1;
        }
        for later in slot + 1..self.row.len() {
            self.row[later] += 1;
            if later < self.across.len() {
                self.across[later] += 1;
            }
        }
    }
}

#[cfg(test)]
#[path = "ties_tests.rs"]
mod tests;
