//! A disk that fails: every step that changes something asks here first. Built in only for tests and into debug builds.

use std::io;

/// What becomes of a write.
pub(super) enum Verdict {
    Go,
    /// Half of it is written, then this happens.
    #[cfg_attr(not(any(test, debug_assertions)), expect(dead_code, reason = "nothing fails on purpose in a release"))]
    Torn(fn() -> io::Result<usize>),
    #[cfg_attr(not(any(test, debug_assertions)), expect(dead_code, reason = "nothing fails on purpose in a release"))]
    Fail(io::Error),
}

#[cfg(not(any(test, debug_assertions)))]
pub(super) fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(not(any(test, debug_assertions)))]
pub(super) fn write_step() -> Verdict {
    Verdict::Go
}

#[cfg(any(test, debug_assertions))]
pub use on_purpose::{Fault, fail_in_process};
#[cfg(test)]
pub use on_purpose::{fail_here, mend_here};
#[cfg(any(test, debug_assertions))]
pub(super) use on_purpose::{step, write_step};

#[cfg(any(test, debug_assertions))]
mod on_purpose {
    use super::Verdict;
    use std::cell::Cell;
    use std::io;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU64, Ordering};

    /// A failure at one of the steps, counted from 0.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Fault {
        /// This step fails, and those after it do not.
        Once(u64),
        /// This step fails, and so do all that follow: as if the process had been killed, or the disk had gone.
        From(u64),
        /// The process ends at this step, without another word.
        Kill(u64),
    }

    static IN_PROCESS: OnceLock<Fault> = OnceLock::new();
    static TAKEN: AtomicU64 = AtomicU64::new(0);

    thread_local! {
        static HERE: Cell<Option<(Fault, u64)>> = const { Cell::new(None) };
    }

    /// Has the whole process fail so, once and for all.
    pub fn fail_in_process(fault: Fault) {
        // A second one is of no use.
        let _ = IN_PROCESS.set(fault);
    }

    /// Has this thread fail so, from here on.
    #[cfg(test)]
    pub fn fail_here(fault: Fault) {
        HERE.set(Some((fault, 0)));
    }

    /// Ends it; the number of steps that were taken.
    #[cfg(test)]
    pub fn mend_here() -> u64 {
        HERE.take().map_or(0, |(_, taken)| taken)
    }

    enum Now {
        Works,
        Fails { first: bool },
        Ends,
    }

    fn look(fault: Fault, step: u64) -> Now {
        match fault {
            Fault::Once(at) if step == at => Now::Fails { first: true },
            Fault::From(at) if step >= at => Now::Fails { first: step == at },
            Fault::Kill(at) if step >= at => Now::Ends,
            _ => Now::Works,
        }
    }

    fn next() -> Now {
        if let Some((fault, step)) = HERE.get() {
            HERE.set(Some((fault, step + 1)));
            return look(fault, step);
        }
        let step = TAKEN.fetch_add(1, Ordering::Relaxed);
        IN_PROCESS.get().map_or(Now::Works, |&fault| look(fault, step))
    }

    fn full() -> io::Error {
        io::ErrorKind::StorageFull.into()
    }

    pub(in crate::disk) fn step() -> io::Result<()> {
        match next() {
            Now::Works => Ok(()),
            Now::Fails { .. } => Err(full()),
            Now::Ends => std::process::abort(),
        }
    }

    pub(in crate::disk) fn write_step() -> Verdict {
        match next() {
            Now::Works => Verdict::Go,
            Now::Fails { first: true } => Verdict::Torn(|| Err(full())),
            Now::Fails { first: false } => Verdict::Fail(full()),
            Now::Ends => Verdict::Torn(|| std::process::abort()),
        }
    }
}
