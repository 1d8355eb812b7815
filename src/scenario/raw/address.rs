use crate::diagnostics::{Diagnostic, SourceId, Span};

/// One part of a dotted key.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    pub text: String,
    pub span: Span,
    /// An unquoted `*`: all entries.
    pub all: bool,
}

/// Splits `KEY=VALUE`: the parts of the key, and the byte at which the value begins.
///
/// Parts are separated by dots; one that holds a dot or a `=` stands in quotes.
pub(super) fn split_set(source: SourceId, text: &str) -> Result<(Vec<Part>, usize), Diagnostic> {
    let whole = Span::new(source, 0..text.len());
    let example = "like programme.funding.award=0.4";
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
                    return Err(Diagnostic::at(Span::new(source, at..text.len()), "a quote is not closed"));
                };
                (trimmed[1..=close].to_owned(), close + 2)
            }
            _ => {
                let length = trimmed.find(['.', '=']).unwrap_or(trimmed.len());
                (trimmed[..length].trim_end().to_owned(), length)
            }
        };
        let quoted = trimmed.starts_with(['"', '\'']);
        let span = Span::new(source, at..at + length);
        if part.is_empty() {
            return Err(
                Diagnostic::at(span, "a part of the key is empty").hint(format!("a setting is KEY=VALUE, {example}"))
            );
        }
        parts.push(Part { all: part == "*" && !quoted, text: part, span });
        rest = trimmed[length..].trim_start();
        match rest.chars().next() {
            Some('.') => rest = &rest[1..],
            Some('=') => return Ok((parts, text.len() - rest.len() + 1)),
            _ => {
                let message = format!("a setting must be KEY=VALUE, {example}");
                let place =
                    if rest.is_empty() { whole } else { Span::new(source, text.len() - rest.len()..text.len()) };
                return Err(Diagnostic::at(place, message).label("there is no `=`"));
            }
        }
    }
}
