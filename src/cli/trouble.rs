use super::shown::Shown;
use crate::diagnostics::Drawing;
use crate::report::{Failure, Refusal, Unopened};
use std::fmt;
use std::io;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The command or a scenario is wrong: exit status 2.
    Wrong(String),
    /// The same, drawn with the lines that are wrong.
    Mistakes(Drawing),
    /// It could not finish: exit status 1.
    Failed(String),
    /// Whoever read the output has gone; nobody is left to tell.
    PipeClosed,
}

impl Trouble {
    /// The exit status.
    pub(super) fn status(&self) -> u8 {
        match self {
            Trouble::Wrong(_) | Trouble::Mistakes(_) => 2,
            Trouble::Failed(_) => 1,
            Trouble::PipeClosed => 0,
        }
    }

    /// What there is to say of it; nothing if that has been said, or nobody is left.
    pub(super) fn shown(&self) -> Option<Shown> {
        let style = anstyle::AnsiColor::Red.on_default().bold();
        let error = |why: &str| Shown::own(format!("{style}error:{style:#}")).and(Shown::message(" ", why));
        match self {
            Trouble::Mistakes(drawing) => Some(Shown::from(drawing)),
            Trouble::PipeClosed => None,
            Trouble::Wrong(why) | Trouble::Failed(why) if why.is_empty() => None,
            // Mistakes in a text that is no file are drawn already, without colour.
            Trouble::Wrong(why) if why.starts_with("error") => Some(Shown::from(why.trim_end()).and("\n")),
            Trouble::Wrong(why) | Trouble::Failed(why) => Some(error(why)),
        }
    }

    /// An error of writing to standard output.
    pub(super) fn output(error: &io::Error) -> Trouble {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Trouble::PipeClosed,
            io::ErrorKind::StorageFull => {
                Trouble::Failed("could not write to standard output: the disk is full".into())
            }
            _ => Trouble::Failed(format!("could not write to standard output: {error}")),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Wrong(why) | Trouble::Failed(why) => f.write_str(why),
            Trouble::Mistakes(drawing) => drawing.fmt(f),
            Trouble::PipeClosed => f.write_str("standard output was closed"),
        }
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Trouble {
        Trouble::Failed(failure.to_string())
    }
}

impl From<Unopened> for Trouble {
    fn from(unopened: Unopened) -> Trouble {
        match unopened {
            Unopened::Failure(failure) => failure.into(),
            unopened => Trouble::Wrong(unopened.to_string()),
        }
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Trouble {
        match refusal {
            Refusal::Failure(failure) => failure.into(),
            refusal => Trouble::Wrong(refusal.to_string()),
        }
    }
}
