use crate::scenario::definitions::MOST_INITIATIVES;

/// The word in which only the bit at `place`, below 64, is set.
pub(crate) fn bit(place: usize) -> u64 {
    debug_assert!(place < MOST_INITIATIVES);
    1 << place
}

/// The places of the ones in `set`, in rising order.
pub(crate) fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = set.trailing_zeros() as usize;
        set &= set.wrapping_sub(1);
        (place < MOST_INITIATIVES).then_some(place)
    })
}
