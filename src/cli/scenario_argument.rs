use super::trouble::Trouble;
use crate::diagnostics::{Diagnostics, Paint};
use crate::scenario::{Source, Study, decoded, load_study};
use std::io::{IsTerminal, Read};

/// The study that an argument means: a path, `-`, or the name of a built-in; mistakes as they are to be shown.
pub(super) fn study(argument: &str, sets: &[String]) -> Result<Study, Trouble> {
    let source = if argument == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|e| Trouble::Failed(format!("could not read standard input: {e}")))?;
        let text =
            decoded(bytes).map_err(|why| Trouble::Wrong(format!("standard input {}\n  {}", why.what, why.hint)))?;
        Source::Text { name: "standard input".to_owned(), text }
    } else {
        Source::named(argument)
    };
    let wrong = |mistakes: &Diagnostics| Trouble::Mistakes(mistakes.render(paint(), width()));
    let study = load_study(&source, sets).map_err(|mistakes| wrong(&mistakes))?;
    let refusals = study.refusals();
    if refusals.is_empty() { Ok(study) } else { Err(wrong(&refusals)) }
}

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
