use super::command_error::CommandError;
use super::screen::{paint, width};
use crate::diagnostics::Diagnostics;
use crate::scenario::{Reach, Source, Study, Unreadable, load_study_within, read_all};

/// The study that an argument means: a path, `-`, or the name of a built-in; mistakes as they are to be shown.
pub(super) fn study(argument: &str, sets: &[String], reach: Reach) -> Result<Study, CommandError> {
    let source = if argument == "-" {
        Source::Text { name: "standard input".to_owned(), text: standard_input()? }
    } else {
        Source::named(argument)
    };
    let wrong = |mistakes: &Diagnostics| CommandError::Mistakes(mistakes.render(paint(), width()));
    let study = load_study_within(&source, sets, reach).map_err(|mistakes| wrong(&mistakes))?;
    let refusals = study.refusals();
    if refusals.is_empty() { Ok(study) } else { Err(wrong(&refusals)) }
}

pub(super) fn standard_input() -> Result<String, CommandError> {
    read_all(std::io::stdin().lock()).map_err(|why| match &why {
        Unreadable::Refused(why) => CommandError::Failed(format!("could not read standard input: {why}")),
        _ => CommandError::Wrong(match why.hint() {
            Some(hint) => format!("standard input {why}\n  {hint}"),
            None => format!("standard input {why}"),
        }),
    })
}
