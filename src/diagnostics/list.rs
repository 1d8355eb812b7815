use super::{Diagnostic, Paint, Sources};
use std::fmt;

/// All mistakes of one task, with the texts that they point into. Displayed without colour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    sources: Sources,
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Those in `list`, in the order of their places, each once. Texts come in the order in which they were added.
    #[must_use]
    pub fn new(sources: Sources, mut list: Vec<Diagnostic>) -> Diagnostics {
        list.sort_by_key(Diagnostic::span);
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(list.len());
        let mut first_of_place = 0;
        for diagnostic in list {
            if kept.get(first_of_place).is_none_or(|first| first.span() != diagnostic.span()) {
                first_of_place = kept.len();
            }
            if !kept[first_of_place..].iter().any(|other| other.message() == diagnostic.message()) {
                kept.push(diagnostic);
            }
        }
        Diagnostics { sources, list: kept }
    }

    /// The mistakes, in order.
    #[must_use]
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The texts.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Draws them for a terminal `width` columns wide: file, line, text, caret, why, hint; beyond the first hundred,
    /// just how many more. Ends with a newline unless there is none.
    #[must_use]
    pub fn render(&self, paint: Paint, width: usize) -> String {
        super::render::render(self, paint, width)
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Paint::Plain, 140))
    }
}

impl std::error::Error for Diagnostics {}
