use std::fmt;
use std::num::NonZeroUsize;

/// The threads that were asked for could not be had.
#[derive(Debug)]
pub struct NoThreads(rayon::ThreadPoolBuildError);

impl fmt::Display for NoThreads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the threads could not be started: {}", self.0)
    }
}

impl std::error::Error for NoThreads {}

/// That many threads; `None` for one per core.
///
/// # Errors
/// If the system does not give that many.
pub fn pool(threads: Option<NonZeroUsize>) -> Result<rayon::ThreadPool, NoThreads> {
    rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, NonZeroUsize::get)).build().map_err(NoThreads)
}
