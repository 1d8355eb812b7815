use crate::diagnostics::{Advice, Diagnostic, MOST_MISTAKES, Said, Span, nearest};
use crate::scenario::entries::Fields;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Names of things of one sort, in the order in which they were added.
#[derive(Debug)]
pub(super) struct Names {
    what: &'static str,
    places: BTreeMap<String, (usize, Span)>,
    /// Whether all entries could be read, so that a missing name is a mistake of who names it.
    pub sound: bool,
    next: usize,
    /// The names in their order, once somebody has asked.
    known: OnceCell<Arc<Vec<String>>>,
}

impl Names {
    pub fn new(what: &'static str) -> Names {
        Names { what, places: BTreeMap::new(), sound: true, next: 0, known: OnceCell::new() }
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
            Some(_) if out.len() >= MOST_MISTAKES => {}
            Some(&(_, first)) => {
                let message = format!("two {} are named \"{name}\"", self.several());
                let hint = "give each its own `name`";
                out.push(Diagnostic::at(place, message).also(first, "the first one").hint(hint));
            }
            None => {
                self.places.insert(name.to_owned(), (index, place));
                self.known = OnceCell::new();
            }
        }
    }

    /// "kinds of initiative".
    fn several(&self) -> String {
        match self.what.split_once(' ') {
            Some((first, rest)) => format!("{first}s {rest}"),
            None => format!("{}s", self.what),
        }
    }

    /// The place in the list of the one named `name`; else reports that `whose` has none such.
    pub fn find(&self, name: &str, span: Span, whose: &str, out: &mut Vec<Diagnostic>) -> Option<usize> {
        if let Some(&(index, _)) = self.places.get(name) {
            return Some(index);
        }
        if self.sound && out.len() < MOST_MISTAKES {
            out.push(self.unknown(name, span, whose));
        }
        None
    }

    fn unknown(&self, name: &str, span: Span, whose: &str) -> Diagnostic {
        let diagnostic = Diagnostic::at(span, format!("{whose} has no {} \"{name}\"", self.what));
        let defined_by = (self.what == "kind of initiative" && crate::scenario::grammar::is_snake(name)).then(|| {
            format!(
                "a word of your own is defined by: [[initiative_kind]] name = \"{name}\" with `complexity`, `cost`, \
                 `cash_releasing`, `metric_alignment`, `local_value` and `needs`"
            )
        });
        let (known, what, name) = (self.known(), self.what, name.to_owned());
        let diagnostic = diagnostic.advise(Advice::new(move || advice(&known, what, &name)));
        diagnostic.advise_if(defined_by.map(|line| Advice::new(move || Said::Hint(line.clone()))))
    }

    /// All names in their order; the same list for everybody who asks.
    fn known(&self) -> Arc<Vec<String>> {
        let list = || {
            let mut names: Vec<(usize, &String)> = self.places.iter().map(|(name, (at, _))| (*at, name)).collect();
            names.sort_unstable();
            Arc::new(names.into_iter().map(|(_, name)| name.clone()).collect())
        };
        Arc::clone(self.known.get_or_init(list))
    }
}

/// What was meant by a name that is none of those `known`.
fn advice(known: &[String], what: &str, name: &str) -> Said {
    if let Some(meant) = nearest(name, known.iter().map(String::as_str)) {
        return Said::Hint(format!("did you mean \"{meant}\"?"));
    }
    let shown = known[..known.len().min(20)].join(", ");
    match known.len() {
        0 => Said::Note(format!("it has no {what} at all")),
        n if n > 20 => Said::Note(format!("it has {shown}, and {} more", n - 20)),
        _ => Said::Note(format!("it has {shown}")),
    }
}

/// Where the name of an entry stands, or what its name comes from.
pub(super) fn name_place(entry: &Fields<'_>) -> Span {
    let spans = [entry.span_of("name"), entry.span_of("kind")];
    spans.into_iter().find(|span| !span.is_nowhere()).unwrap_or(entry.span)
}
