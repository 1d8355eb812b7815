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

/// Threads to work on: a pool of them, or, where there are none (WebAssembly), only the thread that asks.
#[derive(Debug)]
pub struct Threads(Option<rayon::ThreadPool>);

impl Threads {
    /// Only the thread that asks.
    pub(super) const OWN: Threads = Threads(None);

    /// Does something on them.
    pub fn install<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        match &self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }

    /// The pool, if there is one.
    pub(super) fn pool(&self) -> Option<&rayon::ThreadPool> {
        self.0.as_ref()
    }
}

/// That many threads; `None` for one per core.
///
/// # Errors
/// If the system does not give that many.
pub fn pool(threads: Option<NonZeroUsize>) -> Result<Threads, NoThreads> {
    if cfg!(target_family = "wasm") {
        return Ok(Threads::OWN);
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, NonZeroUsize::get)).build();
    pool.map(|pool| Threads(Some(pool))).map_err(NoThreads)
}
