use super::UnitOutcome;
use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether panics of this thread are somebody's outcome, so that nothing is to be printed.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// A run, or why it broke off: a panic ends this run only, and prints nothing. None if it was given up.
pub(super) fn attempt(run: impl FnOnce() -> Option<Vec<u8>>) -> Option<UnitOutcome> {
    silence_panics(true);
    // What a run shares with others it only reads: none is left half changed by a panic.
    let outcome = panic::catch_unwind(AssertUnwindSafe(run));
    silence_panics(false);
    outcome.map_or_else(|why| Some(UnitOutcome::Failed(message(&*why))), |run| run.map(UnitOutcome::Run))
}

/// Whether panics of this thread print nothing from now on. A thread that only helps with runs of others is quiet too:
/// what breaks off there reaches [`attempt`] on the thread that asked for help.
pub(super) fn silence_panics(quiet: bool) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !QUIET.try_with(Cell::get).unwrap_or(false) {
                loud(panic);
            }
        }));
    });
    QUIET.set(quiet);
}

fn message(why: &(dyn Any + Send)) -> String {
    let text = why.downcast_ref::<&str>().copied().or_else(|| why.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("it broke off without a message").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_its_message() {
        let failed = |why: &str| Some(UnitOutcome::Failed(why.into()));
        assert_eq!(attempt(|| Some(vec![1])), Some(UnitOutcome::Run(vec![1])));
        assert_eq!(attempt(|| None), None);
        assert_eq!(attempt(|| panic!("no site")), failed("no site"));
        assert_eq!(attempt(|| panic!("no site {}", 7)), failed("no site 7"));
        assert_eq!(attempt(|| panic::panic_any(7)), failed("it broke off without a message"));
    }
}
