use super::{Diagnostic, Sources};
use std::collections::BTreeSet;

/// All mistakes of one task, with the texts that they point into.
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
        let mut said: BTreeSet<String> = BTreeSet::new();
        for diagnostic in list {
            if kept.last().is_none_or(|last| last.span() != diagnostic.span()) {
                said.clear();
            }
            if said.insert(diagnostic.message().to_owned()) {
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
}
