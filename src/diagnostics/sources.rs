use crate::letters::visible_line;
use std::ops::Range;

/// A text in a list of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(u32);

/// A place in a text, in bytes; or [`Span::NOWHERE`], for what no text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    source: SourceId,
    start: u32,
    end: u32,
}

impl Span {
    /// No place: the value of a default.
    pub const NOWHERE: Span = Span { source: SourceId(u32::MAX), start: 0, end: 0 };

    /// Bytes `range` of `source`.
    #[must_use]
    pub fn new(source: SourceId, range: Range<usize>) -> Span {
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { source, start: cut(range.start), end: cut(range.end.max(range.start)) }
    }

    /// The text it lies in.
    #[must_use]
    pub const fn source(self) -> SourceId {
        self.source
    }

    /// Its bytes.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is [`Span::NOWHERE`].
    #[must_use]
    pub fn is_nowhere(self) -> bool {
        self == Span::NOWHERE
    }

    /// From the start of this to the end of `other`; just this if they lie in different texts.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        if self.source == other.source { Span { end: self.end.max(other.end), ..self } } else { self }
    }
}

/// A text with the name that a reader knows it by: a path, `standard input`, `--set 1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// Its name.
    pub name: String,
    /// The whole text.
    pub text: String,
    /// Whether it is a file with lines, rather than one option of a command.
    pub lines: bool,
}

/// The texts that spans point into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    texts: Vec<SourceText>,
}

impl Sources {
    /// Adds a text. Letters of its name that only act are written out.
    pub fn add(&mut self, mut text: SourceText) -> SourceId {
        text.name = visible_line(&text.name).into_owned();
        self.texts.push(text);
        SourceId(u32::try_from(self.texts.len() - 1).unwrap_or(u32::MAX - 1))
    }

    /// The text of that name tag, unless it is from another list.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&SourceText> {
        self.texts.get(id.0 as usize)
    }

    /// What stands at `span`; empty if it lies nowhere.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).and_then(|source| source.text.get(span.range())).unwrap_or("")
    }

    /// `span` cut to its text and widened to whole characters; `None` if it lies in no text here.
    pub(super) fn fit(&self, span: Span) -> Option<(&SourceText, Range<usize>)> {
        let source = self.get(span.source)?;
        let text = &source.text;
        let mut range = span.range();
        range.start = range.start.min(text.len());
        range.end = range.end.clamp(range.start, text.len());
        while !text.is_char_boundary(range.start) {
            range.start -= 1;
        }
        while !text.is_char_boundary(range.end) {
            range.end += 1;
        }
        Some((source, range))
    }
}
