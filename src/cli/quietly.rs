use std::panic::{self, AssertUnwindSafe};

/// Does something that may break off, without a word on standard error, on whatever thread; nothing if it did.
pub(super) fn quietly<T>(what: impl FnOnce() -> T) -> Option<T> {
    let loud = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    // Who calls throws away what it worked on if it broke off.
    let done = panic::catch_unwind(AssertUnwindSafe(what));
    panic::set_hook(loud);
    done.ok()
}
