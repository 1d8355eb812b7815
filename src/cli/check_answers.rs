use super::arguments::CheckAnswersArguments;
use super::command_error::CommandError;
use super::scenario_argument::standard_input;
use super::screen::{paint, width};
use super::shown::Shown;
use super::study_options::machine_options;
use super::terminal::print_output;
use super::terminal_listener::TerminalListener;
use crate::answers::{Assignment, Form, Grade, Marked};
use crate::letters::visible_line;
use crate::report::paragraph;
use crate::scenario::read_text;
use crate::study::{Options, check_answers as marked};
use std::path::Path;

/// `safsim check-answers`.
pub(super) fn check_answers(options: &CheckAnswersArguments, quiet: bool) -> Result<(), CommandError> {
    if let Some(blank) = options.blank.as_deref().and_then(Assignment::named) {
        return print_output(blank.blank());
    }
    let file = options.file.as_deref().unwrap_or("-");
    let (title, text) = if file == "-" {
        ("standard input", standard_input()?)
    } else {
        let text = read_text(Path::new(file)).map_err(|why| {
            let hint = why.hint().map_or(String::new(), |hint| format!("\n  {hint}"));
            CommandError::Wrong(format!("{file} {why}{hint}"))
        })?;
        (file, text)
    };
    let form = Form::read(title, &text).map_err(|wrong| CommandError::Mistakes(wrong.render(paint(), width())))?;
    let listener = TerminalListener::new(quiet);
    let asked = machine_options(options.threads, options.memory.memory, &listener);
    let asked = Options { replicates: options.replicates, ..asked };
    let marks = listener.result_of(marked(&form, &asked).map_err(CommandError::from))?;
    if quiet {
        return Ok(());
    }
    print_output(Shown::from(told(&form, &marks).as_str()))
}

/// The marks, a line each, and how many are right.
fn told(form: &Form, marks: &[Marked]) -> String {
    let who = if form.name.trim().is_empty() { String::new() } else { format!(", {}", visible_line(form.name.trim())) };
    let mut text = format!("{}{who}\n\n", form.assignment.title);
    let [mut right, mut missing] = [0, 0];
    for (number, Marked { id, mark }) in marks.iter().enumerate() {
        let (word, rest) = match mark {
            Grade::Right(found) => ("right", found.as_str()),
            Grade::Wrong(hint) => ("not yet", hint.as_str()),
            Grade::Missing => ("not answered", ""),
            Grade::Open(why) => ("cannot be told", why.as_str()),
        };
        right += usize::from(word == "right");
        missing += usize::from(word == "not answered");
        text += &format!("{}. {id}: {word}\n", number + 1);
        if !rest.is_empty() {
            text += &paragraph("   ", rest);
        }
    }
    let of = marks.len();
    text + &format!("\n{right} of {of} are right, {missing} not answered.\n")
}
