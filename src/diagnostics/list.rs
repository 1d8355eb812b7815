use super::{Diagnostic, Drawing, Paint, Sources};
use std::collections::BTreeSet;
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

    /// Draws them for a terminal `width` columns wide: file, line, text, caret, why, hint; beyond the first hundred,
    /// just how many more. Ends with a newline unless there is none.
    #[must_use]
    pub fn render(&self, paint: Paint, width: usize) -> Drawing {
        super::render::render(self, paint, width)
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.render(Paint::Plain, 140).fmt(f)
    }
}

impl std::error::Error for Diagnostics {}

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
