use crate::diagnostics::Paint;
use std::io::IsTerminal;

/// Colour unless switched off; what the terminal cannot show is stripped on the way out.
pub(super) fn paint() -> Paint {
    match anstream::ColorChoice::global() {
        anstream::ColorChoice::Never => Paint::Plain,
        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => Paint::Coloured,
        anstream::ColorChoice::Auto if std::io::stderr().is_terminal() => Paint::Coloured,
        anstream::ColorChoice::Auto => Paint::Plain,
    }
}

/// Columns of the terminal, or as many as a file is comfortably read with.
pub(super) fn width() -> usize {
    terminal_size::terminal_size_of(std::io::stderr()).map_or(100, |(width, _)| usize::from(width.0).clamp(40, 140))
}

/// Columns of the terminal: what `COLUMNS` says, else what standard output is; 80 if it is none.
pub(super) fn terminal_columns() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|text| text.trim().parse().ok()).filter(|&columns| columns > 0);
    told.unwrap_or_else(|| terminal_size::terminal_size_of(std::io::stdout()).map_or(80, |(width, _)| width.0.into()))
}
