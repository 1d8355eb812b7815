use crate::diagnostics::{Diagnostic, SourceId, Span};
use std::ops::Range;
use toml::de::Error;

/// The mistakes of syntax in `text`, at most one a line, since one makes more behind it; none behind a list that is
/// not closed, which swallows the rest of the file.
pub(super) fn mistakes(source: SourceId, text: &str, errors: Vec<Error>) -> Vec<Diagnostic> {
    let mut errors: Vec<(Range<usize>, Error)> =
        errors.into_iter().map(|error| (error.span().unwrap_or(0..0), error)).collect();
    errors.sort_by_key(|(range, _)| range.start);
    let mut last_line = None;
    let mut list = Vec::new();
    for (range, error) in errors {
        let start = range.start.min(text.len());
        let line = line_at(text, start);
        if last_line == Some(line.start) {
            continue;
        }
        last_line = Some(line.start);
        if let Some(open) = unclosed_list(text, &line, error.message()) {
            let message = "this is not TOML: a list is not closed";
            let diagnostic = Diagnostic::at(Span::new(source, open), message).label("it begins here");
            let next = Span::new(source, line.clone());
            let diagnostic =
                if line.is_empty() { diagnostic } else { diagnostic.also(next, "and a `]` is missing before this") };
            list.push(diagnostic);
            return list;
        }
        list.push(mistake(Span::new(source, range), &error, text.get(line).unwrap_or("")));
    }
    list
}

/// What `error` says, in the words of somebody who writes scenarios; `line` is where it stands.
pub(super) fn mistake(span: Span, error: &Error, line: &str) -> Diagnostic {
    let (what, expected) = match error.message().split_once(", expected ") {
        // What a parser could have read instead of a text without quotes is no help.
        Some((what, _)) if what.starts_with("invalid ") || what.starts_with("string values") => (what, String::new()),
        Some((what, expected)) => (what, format!("expected {expected}")),
        None => (error.message(), String::new()),
    };
    if let Some((message, hint)) = odd_letter(line).or_else(|| comma(line)) {
        return Diagnostic::at(span, format!("this is not TOML: {message}")).hint(hint);
    }
    let hint = match what {
        "invalid date" => Some("months are quoted: \"2015-04\""),
        "string values must be quoted" => Some("a text stands in quotes: key = \"text\""),
        "duplicate key" => Some("a key or [section] stands once; several entries are written [[section]]"),
        "key with no value" if line.contains(':') => Some("a key is set with `=`, not `:`"),
        "unclosed array" | "missing comma between array elements" => Some("is a `]` or a comma missing?"),
        "invalid boolean" | "invalid float" => Some("a text stands in quotes; true and false are small letters"),
        "invalid basic string" => Some("is a closing quote missing?"),
        _ => None,
    };
    Diagnostic::at(span, format!("this is not TOML: {what}")).label(expected).hint_if(hint.map(str::to_owned))
}

/// Letters that word processors put in place of those that TOML has.
fn odd_letter(line: &str) -> Option<(String, String)> {
    let (what, instead) = outside_quotes(line).find_map(|c| match c {
        '“' | '”' | '„' | '«' | '»' | '″' => Some((format!("the quote {c} is not a straight one"), "\"")),
        '‘' | '’' | '‚' | '′' => Some((format!("the quote {c} is not a straight one"), "' or \"")),
        '−' | '–' | '—' => Some((format!("{c} is not the minus of a keyboard"), "-")),
        '\u{a0}' | '\u{202f}' | '\u{2007}' => {
            Some((format!("there is a blank that does not break (U+{:04X})", u32::from(c)), "a plain blank"))
        }
        '，' => Some(("the comma is a wide one".to_owned(), ",")),
        '＝' => Some(("the sign = is a wide one".to_owned(), "=")),
        _ => None,
    })?;
    Some((what, format!("write {instead} instead; an editor for plain text does")))
}

/// The letters of a line that are no part of a text or a remark.
fn outside_quotes(line: &str) -> impl Iterator<Item = char> + '_ {
    let mut quote = None;
    let looked_at = line.chars().map_while(move |c| {
        let inside = quote.is_some();
        match quote {
            None if c == '#' => return None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(open) if open == c => quote = None,
            _ => {}
        }
        Some((!inside).then_some(c))
    });
    looked_at.flatten()
}

/// A decimal comma, which TOML takes for the end of the number.
fn comma(line: &str) -> Option<(String, String)> {
    let plain: String = outside_quotes(line).collect();
    let number = plain.split('=').skip(1).find_map(|rest| {
        let ends = |c: char| !(c.is_ascii_digit() || matches!(c, ',' | '-' | '+'));
        decimal_comma(rest.trim_start().split(ends).next()?.trim_end_matches(','))
    })?;
    Some(("a number has no comma".to_owned(), format!("decimals have a point: {number}")))
}

/// `0,5` as 0.5 is written; `None` unless the text is a number with a comma.
pub(in crate::scenario) fn decimal_comma(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once(',')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_number = digits(whole.trim_start_matches(['-', '+'])) && digits(decimals);
    is_number.then(|| format!("{whole}.{decimals}"))
}

/// The line, without its end, that byte `at` lies in.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = bytes[..at].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    let end = bytes[at..].iter().position(|&b| b == b'\n').map_or(text.len(), |length| at + length);
    start..end
}

/// If the error in `line` is that a list above was not closed: the bracket that opens it.
fn unclosed_list(text: &str, line: &Range<usize>, message: &str) -> Option<Range<usize>> {
    if !message.starts_with("missing comma between array") && !message.starts_with("unclosed array,") {
        return None;
    }
    let begins = text.get(line.clone())?.trim_start();
    let header = begins.trim_start_matches('[');
    let new_section = header.len() < begins.len() && header.starts_with(|c: char| c.is_ascii_alphabetic());
    let new_key = begins.split_once('=').is_some_and(|(key, _)| {
        !key.is_empty() && key.trim().chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    });
    if !(new_section || new_key || begins.is_empty()) {
        return None;
    }
    let before = text.get(..line.start)?;
    let key = before.lines().rev().find(|line| line.contains('=') && !line.trim_start().starts_with('#'))?;
    let at = before.rfind(key)?;
    let open = at + key.find('=')? + key[key.find('=')?..].find('[')?;
    Some(open..open + 1)
}
