use std::sync::atomic::{AtomicBool, Ordering};

/// A request to end a study early, set from another thread.
#[derive(Debug, Default)]
pub struct Cancel {
    stop: AtomicBool,
    give_up: AtomicBool,
}

/// What nobody stops.
pub(super) static NEVER: Cancel = Cancel::new();

impl Cancel {
    /// Not asked yet.
    #[must_use]
    pub const fn new() -> Cancel {
        Cancel { stop: AtomicBool::new(false), give_up: AtomicBool::new(false) }
    }

    /// Nothing new begins: chunks of runs that have begun, about a second of work each, are finished, and count.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Runs that have begun are given up as well.
    pub fn stop_now(&self) {
        self.stop();
        self.give_up.store(true, Ordering::Relaxed);
    }

    /// As [`Cancel::stop`]; whether somebody had asked before.
    pub fn stop_again(&self) -> bool {
        self.stop.swap(true, Ordering::Relaxed)
    }

    /// Whether somebody has asked for the end.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    pub(super) fn stopping(&self) -> &AtomicBool {
        &self.stop
    }

    pub(super) fn giving_up(&self) -> &AtomicBool {
        &self.give_up
    }
}
