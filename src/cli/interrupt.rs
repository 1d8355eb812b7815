use super::command_error::CommandError;
use super::terminal::print_message;
use crate::study::Cancel;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Nothing new begins once somebody wants the program to end; a little later what has begun is given up.
static CANCEL: Cancel = Cancel::new();
/// Set while results are put into their place, which is not to be cut in two, and while results of what is finished are
/// written after an interrupt.
static FINISHING: AtomicBool = AtomicBool::new(false);
/// What is said if time runs out.
static KEPT: Mutex<String> = Mutex::new(String::new());

/// Chunks that have begun may end meanwhile: they take about a second at most, and half of it has passed on average.
const PATIENCE: Duration = Duration::from_millis(400);
/// By now the program has ended by itself, or is ended; every phase that takes long is one that can be done again.
const LIMIT: Duration = Duration::from_millis(900);
/// Neither takes longer where there is little to write and the disk does not hang.
const LONGEST: Duration = Duration::from_secs(10);

/// Watches for Ctrl-C or a request to terminate, which stop [`cancel`]. Whatever the program is doing, it ends within a
/// second, saying what is `kept`, but for results of what is finished, which are given ten; a second Ctrl-C ends it at once.
pub(super) fn on_interrupt(kept: &str) -> Result<(), CommandError> {
    kept.clone_into(&mut KEPT.lock().unwrap_or_else(PoisonError::into_inner));
    let handler = || {
        if CANCEL.stop_again() || thread::Builder::new().spawn(watch).is_err() {
            std::process::exit(1);
        }
        print_message("\nstopping within a second; once more to stop at once\n");
    };
    ctrlc::set_handler(handler).map_err(|e| CommandError::Failed(format!("could not watch for Ctrl-C: {e}")))
}

/// What an interrupt stops.
pub(super) fn cancel() -> &'static Cancel {
    &CANCEL
}

/// From here on results are written for good: that is given ten seconds.
pub(super) fn finishing() {
    FINISHING.store(true, Ordering::Relaxed);
}

/// Ends the program when its time is up.
fn watch() {
    let began = Instant::now();
    thread::sleep(PATIENCE);
    CANCEL.stop_now();
    thread::sleep(LIMIT.saturating_sub(began.elapsed()));
    while FINISHING.load(Ordering::Relaxed) && began.elapsed() < LONGEST {
        thread::sleep(Duration::from_millis(20));
    }
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    super::terminal::print_error(&CommandError::Failed(format!("interrupted{kept}")));
    std::process::exit(1);
}
