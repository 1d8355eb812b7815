use core::ops::AddAssign;

/// Counts of any number of replicates in bounded memory: at most [`Batches::MOST`] sums over equally many consecutive
/// replicates each, to be resampled in their place.
///
/// Replicates are independent and alike, so sums over equally many of them are too, and resampling whole sums says as
/// much about the pooled curve as resampling replicates, but for a little noise: from some thirty batches on, more of
/// them hardly matter (Schmeiser 1982, Operations Research 30, of batch means), and there are never fewer than half of
/// `MOST` once that many replicates came. When all batches are full, neighbours are added up and batches get twice as
/// long (Fishman 1978, Management Science 24), so that what is kept depends on the replicates and their order alone.
///
/// The last batch may hold fewer replicates. It is drawn as often as the others and weighs less: resampling clusters of
/// unequal size (Davison and Hinkley 1997, section 3.8). A ratio such as a pooled curve stays centred, and its variance
/// right, since what a batch contributes to either is proportional to its length.
///
/// Up to `MOST` replicates each is a batch of its own, and nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batches<C> {
    sums: Vec<C>,
    length: u64,
    replicates: u64,
}

impl<C: for<'a> AddAssign<&'a C>> Batches<C> {
    /// So many batches at most; even.
    pub const MOST: usize = 512;

    /// No replicates yet.
    #[must_use]
    pub fn new() -> Batches<C> {
        Batches { sums: Vec::new(), length: 1, replicates: 0 }
    }

    /// Takes the counts of the next replicate, in the order of replicates. A replicate that has none still counts: add
    /// empty ones for it, or the batches are no longer alike. Cost: one addition, and one more every so often.
    pub fn add(&mut self, replicate: C) {
        let last_is_full = self.replicates.is_multiple_of(self.length);
        self.replicates += 1;
        if let Some(last) = self.sums.last_mut().filter(|_| !last_is_full) {
            *last += &replicate;
            return;
        }
        if self.sums.len() == Self::MOST {
            self.merge_neighbours();
        }
        self.sums.push(replicate);
    }

    fn merge_neighbours(&mut self) {
        self.length *= 2;
        let mut shorter = core::mem::take(&mut self.sums).into_iter();
        while let Some(mut sum) = shorter.next() {
            if let Some(neighbour) = shorter.next() {
                sum += &neighbour;
            }
            self.sums.push(sum);
        }
    }

    /// The batches, in order: what to resample.
    #[must_use]
    pub fn sums(&self) -> &[C] {
        &self.sums
    }

    /// Replicates in each batch (the last may hold fewer): a power of 2.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Replicates taken so far.
    #[must_use]
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// All replicates together; `None` of none. Cost: O(batches) additions.
    #[must_use]
    pub fn pool(&self) -> Option<C>
    where
        C: Clone,
    {
        let (first, others) = self.sums.split_first()?;
        let mut pool = first.clone();
        others.iter().for_each(|sum| pool += sum);
        Some(pool)
    }
}

impl<C: for<'a> AddAssign<&'a C>> Default for Batches<C> {
    fn default() -> Batches<C> {
        Batches::new()
    }
}

#[cfg(test)]
#[path = "batches_tests.rs"]
mod tests;
