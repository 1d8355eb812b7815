use super::Fields;
use crate::diagnostics::{Diagnostic, Span, nearest};
use std::collections::BTreeMap;

/// Names of things of one sort, in the order in which they were added.
#[derive(Debug)]
pub(super) struct Names {
    what: &'static str,
    places: BTreeMap<String, (usize, Span)>,
    /// Whether all entries could be read, so that a missing name is a mistake of who names it.
    pub sound: bool,
    next: usize,
}

impl Names {
    pub fn new(what: &'static str) -> Names {
        Names { what, places: BTreeMap::new(), sound: true, next: 0 }
    }

    /// Adds the next one, whose entry is `fields`.
    pub fn add(&mut self, name: &str, fields: &Fields<'_>, out: &mut Vec<Diagnostic>) {
        let place = if fields.span_of("name").is_nowhere() { fields.span } else { fields.span_of("name") };
        self.add_at(name, place, fields.is_bad("name"), out);
    }

    /// Adds the next one, whose name stands at `place`.
    pub fn add_at(&mut self, name: &str, place: Span, bad: bool, out: &mut Vec<Diagnostic>) {
        let index = self.next;
        self.next += 1;
        if bad || name.is_empty() {
            self.sound = false;
            return;
        }
        match self.places.get(name) {
            Some(&(_, first)) => {
                let message = format!("two {}s are named \"{name}\"", self.what);
                let hint = "give each its own `name`";
                out.push(Diagnostic::at(place, message).also(first, "the first one").hint(hint));
            }
            None => {
                self.places.insert(name.to_owned(), (index, place));
            }
        }
    }

    /// The place in the list of the one named `name`; else reports that `whose` has none such.
    pub fn find(&self, name: &str, span: Span, whose: &str, out: &mut Vec<Diagnostic>) -> Option<usize> {
        if let Some(&(index, _)) = self.places.get(name) {
            return Some(index);
        }
        if self.sound {
            out.push(self.unknown(name, span, whose));
        }
        None
    }

    fn unknown(&self, name: &str, span: Span, whose: &str) -> Diagnostic {
        let diagnostic = Diagnostic::at(span, format!("{whose} has no {} \"{name}\"", self.what));
        if let Some(meant) = nearest(name, self.places.keys().map(String::as_str)) {
            return diagnostic.hint(format!("did you mean \"{meant}\"?"));
        }
        let mut names: Vec<(&usize, &str)> = self.places.iter().map(|(name, (at, _))| (at, name.as_str())).collect();
        names.sort_unstable();
        let shown: Vec<&str> = names.iter().map(|(_, name)| *name).take(20).collect();
        match shown.len() {
            0 => diagnostic.note(format!("it has no {} at all", self.what)),
            n if n < names.len() => {
                diagnostic.note(format!("it has {}, and {} more", shown.join(", "), names.len() - n))
            }
            _ => diagnostic.note(format!("it has {}", shown.join(", "))),
        }
    }
}
