use super::terminal::tell;
use super::trouble::Trouble;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A flag that Ctrl-C (or a request to terminate) sets; a second one ends the program at once.
pub(super) fn on_interrupt() -> Result<Arc<AtomicBool>, Trouble> {
    let flag = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&flag);
    let handler = move || {
        if set.swap(true, Ordering::Relaxed) {
            std::process::exit(1);
        }
        tell("\nstopping after the replicates that have begun; once more to stop at once\n");
    };
    ctrlc::set_handler(handler).map_err(|e| Trouble::Failed(format!("could not watch for Ctrl-C: {e}")))?;
    Ok(flag)
}
