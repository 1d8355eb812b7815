use super::command_error::CommandError;
use super::screen::{paint, width};
use crate::diagnostics::Diagnostics;
use crate::scenario::{Reach, Source, Study, Unreadable, load_study_within, read_all};

/// The study that an argument means: a path, `-`, or the name of a built-in; mistakes as they are to be shown.
pub(super) fn study(argument: &str, sets: &[String], reach: Reach) -> Result<Study, CommandError> {
    study_of(&source_of(argument)?, sets, reach)
}

/// Where a scenario comes from; standard input has then been read.
pub(super) fn source_of(argument: &str) -> Result<Source, CommandError> {
    if argument == "-" {
        return Ok(Source::Text { name: "standard input".to_owned(), text: standard_input()? });
    }
    Ok(Source::named(argument))
}

/// The study of a source, as [`study`].
pub(super) fn study_of(source: &Source, sets: &[String], reach: Reach) -> Result<Study, CommandError> {
    let wrong = |mistakes: &Diagnostics| CommandError::Mistakes(mistakes.render(paint(), width()));
    let study = load_study_within(source, sets, reach).map_err(|mistakes| wrong(&mistakes))?;
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
