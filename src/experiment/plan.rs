use super::NoThreads;
use super::threads::pool;
use std::num::NonZeroUsize;

/// What is asked of an experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Number of replicates, at least 1.
    pub replicates: u64,
    /// Number of threads; `None` for one per core.
    pub threads: Option<NonZeroUsize>,
}

impl Plan {
    /// The threads to run on.
    ///
    /// # Errors
    /// If the system does not give that many.
    pub fn pool(&self) -> Result<rayon::ThreadPool, NoThreads> {
        pool(self.threads)
    }
}
