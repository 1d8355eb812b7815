use super::hidden::is_hidden;
use std::borrow::Cow;

/// `text` with every letter that only acts written out, such as `\u{202e}`; line feeds and tabs stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    written_out(text, |c| is_hidden(c) && !matches!(c, '\n' | '\t'))
}

/// The same for what stands in one line: line feeds and tabs are written out too.
///
/// ```
/// use safsim::letters::visible_line;
/// assert_eq!(visible_line("Ynys Môn"), "Ynys Môn");
/// assert_eq!(visible_line("a\u{1b}[2J\nb"), "a\\u{1b}[2J\\nb");
/// ```
#[must_use]
pub fn visible_line(text: &str) -> Cow<'_, str> {
    written_out(text, is_hidden)
}

fn written_out(text: &str, acts: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.chars().any(&acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' if acts(c) => shown.extend(c.escape_default()),
            c if acts(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_line};
    use crate::letters::is_hidden;

    #[test]
    fn nothing_hidden_is_left() {
        let all: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        assert!(!visible_line(&all).chars().any(is_hidden));
        assert!(!visible(&all).chars().any(|c| is_hidden(c) && !matches!(c, '\n' | '\t')));
        assert_eq!(visible("a\tb\r\n\u{9b}2J\u{2028}"), "a\tb\\r\n\\u{9b}2J\\u{2028}");
    }
}
