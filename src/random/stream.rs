use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// What a stream belongs to. Streams with different keys are independent: the key is the ChaCha key itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The scenario's seed.
    pub seed: u64,
    /// The replicate, counted from 0.
    pub replicate: u64,
    /// The process that draws.
    pub process: u32,
    /// The site drawn for; `u32::MAX` stands for the national level.
    pub site: u32,
}

/// 2^-32.
const STEP: f64 = 1.0 / 4_294_967_296.0;

/// A stream of uniform numbers with random access by (month, slot).
///
/// Two layouts: [`Stream::at`] gives a slot 64 draws of its own in a month; [`Stream::row`] goes to a month and reads
/// one draw per slot in order, which is faster where each slot needs exactly one. A process uses one layout only.
#[derive(Clone, Debug)]
pub struct Stream {
    rng: ChaCha8Rng,
}

impl Stream {
    /// Draws that a slot owns in a month under [`Stream::at`].
    pub const DRAWS_PER_SLOT: u32 = 64;
    /// Slots that a month holds; scenarios are checked to stay below.
    pub const SLOTS_PER_MONTH: u32 = 1 << 20;

    /// The stream of `key`, at month 0, slot 0.
    #[must_use]
    pub fn new(key: Key) -> Stream {
        let mut bytes = [0_u8; 32];
        bytes[0..8].copy_from_slice(&key.seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&key.replicate.to_le_bytes());
        bytes[16..20].copy_from_slice(&key.process.to_le_bytes());
        bytes[20..24].copy_from_slice(&key.site.to_le_bytes());
        bytes[24..32].copy_from_slice(b"safsim-1");
        Stream { rng: ChaCha8Rng::from_seed(bytes) }
    }

    /// Goes to the draws that belong to `slot` in `month`.
    pub fn at(&mut self, month: u32, slot: u32) -> &mut Stream {
        debug_assert!(slot < Self::SLOTS_PER_MONTH);
        let place = u128::from(month) * u128::from(Self::SLOTS_PER_MONTH) + u128::from(slot);
        self.rng.set_word_pos(place * u128::from(Self::DRAWS_PER_SLOT));
        self
    }

    /// Goes to the row of `month`: the n-th draw from here belongs to slot n.
    pub fn row(&mut self, month: u32) -> &mut Stream {
        self.at(month, 0)
    }

    /// A number in 0..1 (1 excluded), in steps of 2^-32.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        f64::from(self.rng.next_u32()) * STEP
    }

    /// Fills `places` with as many numbers as [`Stream::uniform`] would give one after the other.
    pub fn fill(&mut self, places: &mut [f64]) {
        let mut bytes = [0_u8; 4 * Self::DRAWS_PER_SLOT as usize];
        for places in places.chunks_mut(Self::DRAWS_PER_SLOT as usize) {
            let (words, _) = bytes[..4 * places.len()].as_chunks_mut::<4>();
            self.rng.fill_bytes(words.as_flattened_mut());
            for (place, word) in places.iter_mut().zip(words) {
                *place = f64::from(u32::from_le_bytes(*word)) * STEP;
            }
        }
    }

    /// A whole number in `0..n`; 0 if `n` is 0. Uses one draw; its bias is below n / 2^32.
    #[inline]
    pub fn below(&mut self, n: u32) -> u32 {
        ((u64::from(self.rng.next_u32()) * u64::from(n)) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Stream};

    const KEY: Key = Key { seed: 1, replicate: 2, process: 3, site: 4 };

    #[test]
    fn a_place_holds_the_same_draws_in_any_order() {
        let mut stream = Stream::new(KEY);
        let late: Vec<f64> = {
            let s = stream.at(7, 9);
            (0..64).map(|_| s.uniform()).collect()
        };
        let early: Vec<f64> = {
            let s = stream.at(0, 0);
            (0..64).map(|_| s.uniform()).collect()
        };
        let mut again = Stream::new(KEY);
        assert_eq!(early, (0..64).map(|_| again.uniform()).collect::<Vec<_>>());
        let s = again.at(7, 9);
        assert_eq!(late, (0..64).map(|_| s.uniform()).collect::<Vec<_>>());
    }

    #[test]
    fn a_row_is_filled_with_what_would_be_drawn_one_by_one_and_the_next_draw_follows() {
        for number in [0, 1, 63, 64, 65, 150] {
            let (mut one_by_one, mut at_once) = (Stream::new(KEY), Stream::new(KEY));
            let mut filled = vec![0.0; number];
            at_once.row(5).fill(&mut filled);
            let draws = one_by_one.row(5);
            assert_eq!(filled, (0..number).map(|_| draws.uniform()).collect::<Vec<_>>(), "{number}");
            assert_eq!(at_once.uniform(), draws.uniform(), "{number}");
        }
    }

    #[test]
    fn every_part_of_the_key_matters() {
        let first = |key| Stream::new(key).uniform().to_bits();
        let base = first(KEY);
        for other in
            [Key { seed: 9, ..KEY }, Key { replicate: 9, ..KEY }, Key { process: 9, ..KEY }, Key { site: 9, ..KEY }]
        {
            assert_ne!(base, first(other));
        }
    }

    #[test]
    fn draws_are_uniform_enough_to_notice_a_mistake() {
        let mut stream = Stream::new(KEY);
        let mut counts = [0_u32; 10];
        let s = stream.row(0);
        for _ in 0..100_000 {
            counts[s.below(10) as usize] += 1;
        }
        // Each count is binomial(100 000, 0.1): standard deviation 95; six of them are never exceeded by chance.
        assert!(counts.iter().all(|&c| c.abs_diff(10_000) < 570), "{counts:?}");
    }
}
