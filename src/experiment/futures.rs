use rayon::prelude::*;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

/// What `one` makes of each of these replicates, in their order, on all threads of the pool that it is called in; `done` is
/// told how many are finished, from many threads.
pub fn futures<T: Send>(
    replicates: Range<u64>,
    done: &(dyn Fn(u64) + Sync),
    one: impl Fn(u64) -> T + Sync + Send,
) -> Vec<T> {
    let finished = AtomicU64::new(0);
    let work = |replicate| {
        let made = one(replicate);
        done(finished.fetch_add(1, Ordering::Relaxed) + 1);
        made
    };
    replicates.into_par_iter().map(work).collect()
}
