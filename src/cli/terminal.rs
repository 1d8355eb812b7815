use super::trouble::Trouble;
use std::io::Write;

/// Writes to standard output, all of it or an error.
pub(super) fn say(text: &str) -> Result<(), Trouble> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|e| Trouble::output(&e))
}

/// Writes to standard error. If that is closed there is nobody to tell.
pub(super) fn tell(text: &str) {
    let mut err = anstream::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// `error: ...` on standard error, as clap and cargo write it; a message that is drawn already is written as it is.
pub(super) fn complain(message: &str) {
    if message.starts_with("error") || message.starts_with('\u{1b}') {
        tell(&format!("{}\n", message.trim_end()));
        return;
    }
    let style = anstyle::AnsiColor::Red.on_default().bold();
    tell(&format!("{style}error:{style:#} {}\n", message.trim_end()));
}
