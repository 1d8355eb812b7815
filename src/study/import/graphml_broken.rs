use crate::diagnostics::{Diagnostic, SourceId, Span};
use roxmltree::Error;

/// What is wrong with the XML, at its place.
pub(super) fn broken(error: &Error, source: SourceId, text: &str) -> Diagnostic {
    let position = error.pos();
    let row = usize::try_from(position.row).unwrap_or(1).max(1);
    let start: usize = text.split_inclusive('\n').take(row - 1).map(str::len).sum();
    let line = text[start.min(text.len())..].lines().next().unwrap_or("");
    let column = usize::try_from(position.col).unwrap_or(1).max(1);
    let before: usize = line.chars().take(column - 1).map(char::len_utf8).sum();
    let place = Span::new(source, start + before..start + before + 1);
    let nowhere = Span::new(source, 0..text.lines().next().map_or(0, str::len));
    match error {
        Error::DtdDetected => {
            let at = text.find("<!DOCTYPE").map_or(nowhere, |at| Span::new(source, at..at + "<!DOCTYPE".len()));
            Diagnostic::at(at, "a document type is not read, and its entities are not resolved")
                .hint("take it out: GraphML needs none")
        }
        Error::NodesLimitReached => Diagnostic::at(nowhere, "the network has more elements and texts than are read"),
        Error::UnclosedRootNode | Error::NoRootNode | Error::UnexpectedEndOfStream => Diagnostic::at(
            Span::new(source, text.trim_end().len().saturating_sub(1)..text.trim_end().len()),
            "the file ends before the network does",
        ),
        other => {
            let why = other.to_string();
            Diagnostic::at(place, format!("this is no XML: {}", why.split(" at ").next().unwrap_or(&why)))
        }
    }
}
