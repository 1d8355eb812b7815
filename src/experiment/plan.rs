use std::fmt;
use std::num::NonZeroUsize;

/// What is asked of an experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Number of replicates, at least 1.
    pub replicates: u64,
    /// Number of threads; `None` for one per core.
    pub threads: Option<NonZeroUsize>,
}

/// The threads that were asked for could not be had.
#[derive(Debug)]
pub struct NoThreads(rayon::ThreadPoolBuildError);

impl fmt::Display for NoThreads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the threads could not be started: {}", self.0)
    }
}

impl std::error::Error for NoThreads {}

impl Plan {
    /// The threads to run on.
    ///
    /// # Errors
    /// If the system does not give that many.
    pub fn pool(&self) -> Result<rayon::ThreadPool, NoThreads> {
        let threads = self.threads.map_or(0, NonZeroUsize::get);
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(NoThreads)
    }
}
