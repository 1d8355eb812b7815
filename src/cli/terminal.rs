use super::command_error::CommandError;
use super::shown::Shown;
use std::io::Write;

/// Writes to standard output, all of it or an error.
pub(super) fn print_output(text: impl Into<Shown>) -> Result<(), CommandError> {
    let text = text.into();
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_str().as_bytes()).and_then(|()| out.flush()).map_err(|e| CommandError::output(&e))
}

/// Writes to standard error. If that is closed there is nobody to tell.
pub(super) fn print_message(text: impl Into<Shown>) {
    let text = text.into();
    let mut err = anstream::stderr().lock();
    let _ = err.write_all(text.as_str().as_bytes()).and_then(|()| err.flush());
}

/// `error: ...` on standard error, as clap and cargo write it; mistakes that are drawn already are written as they are.
pub(super) fn print_error(error: &CommandError) {
    if let Some(shown) = error.shown() {
        print_message(shown);
    }
}
