use super::{Diagnostic, Diagnostics, SourceText, Sources};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Renderer, Snippet};
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

/// Draws all of `diagnostics`.
pub(super) fn render(diagnostics: &Diagnostics, paint: Paint, width: usize) -> String {
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
        let many = if all >= MOST_MISTAKES { format!("{all} mistakes or more") } else { format!("{all} mistakes") };
        text.push_str(&renderer.render(&[Group::with_title(Level::ERROR.primary_title(format!("{many}{rest}")))]));
        text.push('\n');
    } else if all == 1 {
        text.pop();
    }
    text
}

/// An option is one line, so the line number that is drawn behind its name is taken out.
fn without_line(drawn: String, diagnostic: &Diagnostic, sources: &Sources) -> String {
    match diagnostic.span().and_then(|span| sources.fit(span)) {
        Some((source, range)) if !source.lines => {
            let column = 1 + source.text[..range.start].chars().count();
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
    Level::ERROR.primary_title(diagnostic.message()).elements(elements)
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
        let marks = self.marks.iter().map(|mark| {
            let kind = if mark.main { AnnotationKind::Primary } else { AnnotationKind::Context };
            let annotation = kind.span(mark.range.start - start..mark.range.end - start);
            if mark.text.is_empty() { annotation } else { annotation.label(mark.text) }
        });
        Snippet::source(&text[start..end])
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
