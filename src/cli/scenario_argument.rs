use super::trouble::Trouble;
use crate::diagnostics::{Diagnostics, Paint};
use crate::scenario::{Reach, Source, Study, Unreadable, load_study_within, read_all};
use std::io::IsTerminal;

/// The study that an argument means: a path, `-`, or the name of a built-in; mistakes as they are to be shown.
pub(super) fn study(argument: &str, sets: &[String], reach: Reach) -> Result<Study, Trouble> {
    let source = if argument == "-" {
        Source::Text { name: "standard input".to_owned(), text: standard_input()? }
    } else {
        Source::named(argument)
    };
    let wrong = |mistakes: &Diagnostics| Trouble::Mistakes(mistakes.render(paint(), width()));
    let study = load_study_within(&source, sets, reach).map_err(|mistakes| wrong(&mistakes))?;
    let refusals = study.refusals();
    if refusals.is_empty() { Ok(study) } else { Err(wrong(&refusals)) }
}

fn standard_input() -> Result<String, Trouble> {
    read_all(std::io::stdin().lock()).map_err(|why| match &why {
        Unreadable::Refused(why) => Trouble::Failed(format!("could not read standard input: {why}")),
        _ => Trouble::Wrong(match why.hint() {
            Some(hint) => format!("standard input {why}\n  {hint}"),
            None => format!("standard input {why}"),
        }),
    })
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
