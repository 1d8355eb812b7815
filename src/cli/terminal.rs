use super::shown::Shown;
use super::trouble::Trouble;
use std::io::Write;

/// Writes to standard output, all of it or an error.
pub(super) fn say(text: impl Into<Shown>) -> Result<(), Trouble> {
    let text = text.into();
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_str().as_bytes()).and_then(|()| out.flush()).map_err(|e| Trouble::output(&e))
}

/// Writes to standard error. If that is closed there is nobody to tell.
pub(super) fn tell(text: impl Into<Shown>) {
    let text = text.into();
    let mut err = anstream::stderr().lock();
    let _ = err.write_all(text.as_str().as_bytes()).and_then(|()| err.flush());
}

/// `error: ...` on standard error, as clap and cargo write it; mistakes that are drawn already are written as they are.
pub(super) fn complain(trouble: &Trouble) {
    if let Some(shown) = trouble.shown() {
        tell(shown);
    }
}

/// Columns of the terminal: what `COLUMNS` says, else what standard output is; 80 if it is none.
pub(super) fn terminal_columns() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|text| text.trim().parse().ok()).filter(|&columns| columns > 0);
    told.unwrap_or_else(|| terminal_size::terminal_size_of(std::io::stdout()).map_or(80, |(width, _)| width.0.into()))
}
