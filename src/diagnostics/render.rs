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

impl Diagnostics {
    /// Draws them for a terminal `width` columns wide: file, line, text, caret, why, hint; beyond the first hundred,
    /// just how many more. Ends with a newline unless there is none.
    #[must_use]
    pub fn render(&self, paint: Paint, width: usize) -> Drawing {
        render(self, paint, width)
    }
}

/// Without colour.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.render(Paint::Plain, 140).fmt(f)
    }
}

impl std::error::Error for Diagnostics {}

/// Draws all of `diagnostics`.
fn render(diagnostics: &Diagnostics, paint: Paint, width: usize) -> Drawing {
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

#[cfg(test)]
mod tests {
    use crate::diagnostics::{Advice, Diagnostic, Diagnostics, Paint, Said, SourceText, Sources, Span};
    use crate::letters::is_hidden;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn source(name: &str, text: &str, lines: bool) -> SourceText {
        SourceText { name: name.to_owned(), text: text.to_owned(), lines }
    }

    #[test]
    fn are_drawn_in_order_and_once() {
        let mut sources = Sources::default();
        let file = sources.add(source("a.toml", "x = 1\ny = 2\nz = 3\n", true));
        let option = sources.add(source("--set 1", "y=3", false));
        let list = vec![
            Diagnostic::at(Span::new(option, 2..3), "three"),
            Diagnostic::at(Span::new(file, 10..11), "two")
                .label("here")
                .also(Span::new(file, 4..5), "there")
                .note("why"),
            Diagnostic::at(Span::new(file, 4..5), "one").hint("perhaps"),
            Diagnostic::at(Span::new(file, 4..5), "one").hint("perhaps"),
            Diagnostic::general("zero"),
        ];
        let drawn = Diagnostics::new(sources, list).to_string();
        let expected = "\
error: zero

error: one
 --> a.toml:1:5
  |
1 | x = 1
  |     ^
  |
  = help: perhaps

error: two
 --> a.toml:2:5
  |
1 | x = 1
  |     - there
2 | y = 2
  |     ^ here
  |
  = note: why

error: three
--> --set 1
 |
 | y=3
 |   ^

error: 4 mistakes
";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn advice_is_worked_out_only_for_what_is_drawn() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let mut sources = Sources::default();
        let id = sources.add(source("a", &"x".repeat(5000), true));
        let mistake = |at: usize| {
            let advice = Advice::new(move || {
                ASKED.fetch_add(1, Ordering::Relaxed);
                Said::Hint(format!("try {at}"))
            });
            Diagnostic::at(Span::new(id, at..at + 1), format!("no {at}")).advise(advice)
        };
        let diagnostics = Diagnostics::new(sources, (0..5000).rev().map(mistake).collect());
        assert_eq!(ASKED.load(Ordering::Relaxed), 0);
        let drawn = diagnostics.to_string();
        assert!(drawn.contains("help: try 0\n") && drawn.contains("help: try 99\n") && !drawn.contains("try 100\n"));
        assert_eq!(ASKED.load(Ordering::Relaxed), 100);
        assert!(drawn.ends_with("error: 5000 mistakes; the first 100 are shown\n"), "{drawn}");
    }

    #[test]
    fn a_line_without_end_is_cut_around_the_caret() {
        let mut sources = Sources::default();
        let id = sources.add(source("a", &format!("{}!{}", "x".repeat(500_000), "y".repeat(500_000)), true));
        let drawn = Diagnostics::new(sources, vec![Diagnostic::at(Span::new(id, 500_000..500_001), "odd")]).to_string();
        assert!(drawn.len() < 1000 && drawn.contains("x!y"), "{drawn}");
    }

    #[test]
    fn warnings_carry_their_name() {
        let mut sources = Sources::default();
        let file = sources.add(source("a.toml", "x = 1\n", true));
        let warning = |at: usize| Diagnostic::warning("idle-x", Span::new(file, at..at + 1), "nothing reads `x`");
        let nowhere = Diagnostic::warning("idle-x", Span::NOWHERE, "somewhere");
        let expected = "\
warning[idle-x]: nothing reads `x`
 --> a.toml:1:1
  |
1 | x = 1
  | ^
";
        assert_eq!(Diagnostics::new(sources.clone(), vec![warning(0)]).to_string(), expected);
        let two = Diagnostics::new(sources.clone(), vec![warning(0), nowhere]).to_string();
        assert!(two.starts_with("warning[idle-x]: somewhere\n") && two.ends_with("\nwarning: 2 warnings\n"), "{two}");
        let mixed = Diagnostics::new(sources, vec![warning(4), Diagnostic::general("wrong")]).to_string();
        assert!(mixed.ends_with("error: 1 of 2 are mistakes\n"), "{mixed}");
    }

    #[test]
    fn strange_places_and_texts_are_drawn() {
        let mut sources = Sources::default();
        let id = sources.add(source("é", "中é\u{1F600}\r\n\u{0}\t\u{202e}x", true));
        let list: Vec<Diagnostic> = (0..30)
            .flat_map(|start| {
                (0..30).map(move |end| Diagnostic::at(Span::new(id, start..end), format!("{start} {end}")))
            })
            .collect();
        let diagnostics = Diagnostics::new(sources, list);
        assert!(diagnostics.len() > 100 && diagnostics.to_string().contains("the first 100 are shown"));
        assert!(diagnostics.render(Paint::Coloured, 20).to_string().contains('\u{1b}'));
        assert_eq!(Diagnostics::default().to_string(), "");
        assert!(!diagnostics.to_string().chars().any(|c| is_hidden(c) && c != '\n'));
    }

    #[test]
    fn words_and_lines_from_outside_do_nothing_to_the_terminal() {
        let mut sources = Sources::default();
        let line = "name = \"\u{9b}2J\u{1b}[31m\u{202e}\" # \u{2028}\r\nx = 1\r\n";
        let id = sources.add(source("a\u{1b}]0;b\u{7}\n.toml", line, true));
        let span = Span::new(id, 7..line.find(" #").unwrap());
        let mistake =
            Diagnostic::at(span, "no \u{1b}[2J").label("\u{8}").also(span, "\u{9b}").note("\u{202e}").hint("\u{2066}");
        let diagnostics = Diagnostics::new(sources, vec![mistake]);
        let drawn = diagnostics.to_string();
        assert!(!drawn.chars().any(|c| is_hidden(c) && c != '\n'), "{drawn:?}");
        assert!(drawn.contains("--> a\\u{1b}]0;b\\u{7}\\n.toml:1:8"), "{drawn}");
        assert!(drawn.contains("name = \"\\u{9b}2J\\u{1b}[31m\\u{202e}\" # \\u{2028}\n"), "{drawn}");
        assert!(drawn.contains(&"^".repeat(26)), "the caret stands under what is shown: {drawn}");
        // Colours are the only codes, and none comes from outside.
        let coloured = diagnostics.render(Paint::Coloured, 100).to_string();
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), drawn);
    }
}
