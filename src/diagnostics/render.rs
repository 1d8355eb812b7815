use super::{Diagnostic, Diagnostics, Severity, SourceText, Sources};
use crate::letters::{visible, visible_line};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Renderer, Snippet};
use std::fmt;
use std::ops::Range;

/// More than this many are counted, not drawn.
const DRAWN: usize = 100;

/// Who looks for mistakes gives up after so many: the file is something else than it was taken for.
pub const MOST_MISTAKES: usize = 100_000;

/// Whether to draw with colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Without.
    Plain,
    /// With the colours of a terminal.
    Coloured,
}

/// Mistakes as a terminal shows them: the words and lines in it hold no letters that act, so that all codes of a terminal in
/// it are its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing(String);

impl Drawing {
    /// With one more line below.
    #[must_use]
    pub fn with_line(self, line: &str) -> Drawing {
        Drawing(format!("{}\n{}\n", self.0.trim_end(), visible_line(line)))
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Draws all of `diagnostics`.
pub(super) fn render(diagnostics: &Diagnostics, paint: Paint, width: usize) -> Drawing {
    let renderer = match paint {
        Paint::Plain => Renderer::plain(),
        Paint::Coloured => Renderer::styled(),
    };
    let renderer = renderer.term_width(width.max(40));
    let mut text = String::new();
    for diagnostic in diagnostics.list().iter().take(DRAWN) {
        let diagnostic = diagnostic.worked_out();
        let drawn = renderer.render(&[group(&diagnostic, diagnostics.sources())]);
        text.push_str(&without_line(drawn, &diagnostic, diagnostics.sources()));
        text.push_str("\n\n");
    }
    let (drawn, all) = (diagnostics.len().min(DRAWN), diagnostics.len());
    if all > 1 {
        let rest = if drawn < all { format!("; the first {drawn} are shown") } else { String::new() };
        let is_mistake = |one: &Diagnostic| one.severity() == Severity::Mistake;
        let title = match diagnostics.list().iter().filter(|one| is_mistake(one)).count() {
            0 => Level::WARNING.primary_title(format!("{all} warnings{rest}")),
            mistakes if mistakes == all && all >= MOST_MISTAKES => {
                Level::ERROR.primary_title(format!("{all} mistakes or more{rest}"))
            }
            mistakes if mistakes == all => Level::ERROR.primary_title(format!("{all} mistakes{rest}")),
            mistakes => Level::ERROR.primary_title(format!("{mistakes} of {all} are mistakes{rest}")),
        };
        text.push_str(&renderer.render(&[Group::with_title(title)]));
        text.push('\n');
    } else if all == 1 {
        text.pop();
    }
    Drawing(text)
}

/// An option is one line, so the line number that is drawn behind its name is taken out.
fn without_line(drawn: String, diagnostic: &Diagnostic, sources: &Sources) -> String {
    match diagnostic.span().and_then(|span| sources.fit(span)) {
        Some((source, range)) if !source.lines => {
            let column = 1 + shown(&source.text[..range.start]).chars().count();
            drawn.replacen(&format!("{}:1:{column}", source.name), &source.name, 1)
        }
        _ => drawn,
    }
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Group<'a> {
    let mut elements: Vec<Element<'a>> = Vec::new();
    let mut places: Vec<Place<'a>> = Vec::new();
    for (i, label) in diagnostic.labels().iter().enumerate() {
        let Some((source, range)) = sources.fit(label.span) else { continue };
        let place = Mark { range: source_range(&source.text, range), text: &label.text, main: i == 0 };
        match places.iter_mut().find(|other| std::ptr::eq(other.source, source)) {
            Some(other) => other.marks.push(place),
            None => places.push(Place { source, marks: vec![place] }),
        }
    }
    elements.extend(places.iter().map(|place| Element::from(place.snippet())));
    elements.extend(diagnostic.notes().iter().map(|note| Element::from(Level::NOTE.message(note.as_str()))));
    elements.extend(diagnostic.hints().iter().map(|hint| Element::from(Level::HELP.message(hint.as_str()))));
    let title = match diagnostic.severity() {
        Severity::Mistake => Level::ERROR.primary_title(diagnostic.message()),
        Severity::Warning(name) => Level::WARNING.primary_title(diagnostic.message()).id(name),
    };
    title.elements(elements)
}

struct Mark<'a> {
    range: Range<usize>,
    text: &'a str,
    main: bool,
}

struct Place<'a> {
    source: &'a SourceText,
    marks: Vec<Mark<'a>>,
}

impl<'a> Place<'a> {
    /// The marked lines alone, so that the cost does not grow with the size of the file.
    fn snippet(&self) -> Snippet<'a, Annotation<'a>> {
        let text = self.source.text.as_str();
        let first = self.marks.iter().map(|mark| mark.range.start).min().unwrap_or(0);
        let last = self.marks.iter().map(|mark| mark.range.end).max().unwrap_or(0);
        let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
        let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
        let line = 1 + text[..start].bytes().filter(|&b| b == b'\n').count();
        let excerpt = shown(&text[start..end]);
        let place = |at: usize| shown(&text[start..at]).len().min(excerpt.len());
        let marks: Vec<Annotation<'a>> = self
            .marks
            .iter()
            .map(|mark| {
                let kind = if mark.main { AnnotationKind::Primary } else { AnnotationKind::Context };
                let annotation = kind.span(place(mark.range.start)..place(mark.range.end));
                if mark.text.is_empty() { annotation } else { annotation.label(mark.text) }
            })
            .collect();
        Snippet::source(excerpt)
            .line_start(line)
            .line_numbering(self.source.lines)
            .path(self.source.name.as_str())
            .annotations(marks)
    }
}

/// `range` without the line ends that it ends with, so that a caret stands in the line that it is about.
fn source_range(text: &str, range: Range<usize>) -> Range<usize> {
    let marked = text[range.clone()].trim_end_matches(['\n', '\r']);
    range.start..range.start + marked.len()
}

/// Lines as a reader sees them, whatever ends them.
fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    visible(text.strip_suffix('\r').unwrap_or(&text)).into_owned()
}
