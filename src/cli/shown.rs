use super::emphasis::styled;
use super::screen::terminal_columns;
use crate::diagnostics::Drawing;
use crate::letters::visible;
use crate::report::{Emphasised, paragraph};

/// From so many columns on, messages are written as they are.
const WIDE: usize = 80;

/// What may be written to a terminal: every text becomes one on the way, and loses what a terminal would obey. Names and
/// words come from scenarios, folders that were unpacked and arguments; codes of a terminal come from here alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown(String);

impl Shown {
    /// What the program itself has painted, with no word from outside in it.
    pub(super) fn own(painted: String) -> Shown {
        Shown(painted)
    }

    /// A message of sentences: on a narrow terminal its lines are broken between words.
    pub(super) fn message(first: &str, text: &str) -> Shown {
        let line = |(at, line): (usize, &str)| {
            let words = line.trim_start_matches(' ');
            let blanks = if at == 0 { first.to_owned() } else { " ".repeat(line.len() - words.len()) };
            // Longer lines than that are left to the terminal, as they always were.
            if terminal_columns() < WIDE { paragraph(&blanks, words) } else { format!("{blanks}{words}\n") }
        };
        text.trim_end().lines().enumerate().map(line).collect::<String>().into()
    }

    /// With its codes.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// One after the other.
    pub(super) fn and(mut self, more: impl Into<Shown>) -> Shown {
        self.0 += more.into().as_str();
        self
    }
}

impl From<&str> for Shown {
    fn from(text: &str) -> Shown {
        // What has no marks of layout is for other programs too: not one letter of it is changed that is seen.
        let is_marked = text.contains(|c| ('\u{fdd0}'..='\u{fdef}').contains(&c));
        if is_marked { (&Emphasised::marked(text.to_owned())).into() } else { Shown(visible(text).into_owned()) }
    }
}

impl From<&String> for Shown {
    fn from(text: &String) -> Shown {
        text.as_str().into()
    }
}

impl From<String> for Shown {
    fn from(text: String) -> Shown {
        text.as_str().into()
    }
}

impl From<&Emphasised> for Shown {
    fn from(text: &Emphasised) -> Shown {
        Shown(styled(&text.fitted(terminal_columns())))
    }
}

impl From<&Drawing> for Shown {
    fn from(drawing: &Drawing) -> Shown {
        Shown(drawing.to_string())
    }
}
