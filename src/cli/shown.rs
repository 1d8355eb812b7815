use super::emphasis::styled;
use crate::diagnostics::Drawing;
use crate::letters::visible;
use crate::report::Emphasised;

/// What may be written to a terminal: every text becomes one on the way, and loses what a terminal would obey. Names and
/// words come from scenarios, folders that were unpacked and arguments; codes of a terminal come from here alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown(String);

impl Shown {
    /// What the program itself has painted, with no word from outside in it.
    pub(super) fn own(painted: String) -> Shown {
        Shown(painted)
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
        Shown(visible(text).into_owned())
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
        Shown(styled(text))
    }
}

impl From<&Drawing> for Shown {
    fn from(drawing: &Drawing) -> Shown {
        Shown(drawing.to_string())
    }
}
