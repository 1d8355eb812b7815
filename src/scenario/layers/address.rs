use crate::diagnostics::{Diagnostic, SourceId, Span};
use std::ops::Range;

/// One part of a dotted key.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scenario) struct Part {
    pub text: String,
    pub span: Span,
    /// An unquoted `*`: all entries.
    pub all: bool,
}

/// Splits `KEY=VALUE`: the parts of the key, and the byte at which the value begins.
pub(super) fn split_set(source: SourceId, text: &str) -> Result<(Vec<Part>, usize), Diagnostic> {
    let example = "like programme.funding.award=0.4";
    let place = |range| Span::new(source, range);
    let (parts, end) = split(text, &['.', '='], &place, &format!("a setting is KEY=VALUE, {example}"))?;
    if text[end..].starts_with('=') {
        return Ok((parts, end + 1));
    }
    let message = format!("a setting must be KEY=VALUE, {example}");
    let span = if end == text.len() { place(0..end) } else { place(end..text.len()) };
    Err(Diagnostic::at(span, message).label("there is no `=`"))
}

/// Splits the dotted key `text`, whose bytes lie at `place`.
pub(super) fn split_key(text: &str, place: &dyn Fn(Range<usize>) -> Span) -> Result<Vec<Part>, Diagnostic> {
    let example = "a key is written with dots, like \"programme.funding.award\"";
    let (parts, end) = split(text, &['.'], place, example)?;
    if end == text.len() {
        return Ok(parts);
    }
    Err(Diagnostic::at(place(end..text.len()), "a dot is missing after a quote").note(example))
}

/// The parts of the key that `text` begins with, and the byte at which it ends.
///
/// Parts are separated by dots, and end at one of `ends`; one that holds such a sign stands in quotes.
fn split(
    text: &str,
    ends: &[char],
    place: &dyn Fn(Range<usize>) -> Span,
    hint: &str,
) -> Result<(Vec<Part>, usize), Diagnostic> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let start = text.len() - rest.len();
        let blank = rest.len() - rest.trim_start().len();
        let trimmed = &rest[blank..];
        let at = start + blank;
        let (part, length) = match trimmed.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let Some(close) = trimmed[1..].find(quote) else {
                    return Err(Diagnostic::at(place(at..text.len()), "a quote is not closed"));
                };
                (trimmed[1..=close].to_owned(), close + 2)
            }
            _ => {
                let length = trimmed.find(ends).unwrap_or(trimmed.len());
                (trimmed[..length].trim_end().to_owned(), length)
            }
        };
        let quoted = trimmed.starts_with(['"', '\'']);
        let span = place(at..at + length);
        if part.is_empty() {
            return Err(Diagnostic::at(span, "a part of the key is empty").hint(hint));
        }
        parts.push(Part { all: part == "*" && !quoted, text: part, span });
        rest = trimmed[length..].trim_start();
        match rest.strip_prefix('.') {
            Some(more) => rest = more,
            None => return Ok((parts, text.len() - rest.len())),
        }
    }
}
