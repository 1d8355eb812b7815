//! The one door of Markdown pages: texts from outside as letters, whatever they hold.

use crate::letters::visible_line;

/// `text` for a line of a page: no link, picture, heading, table, code or HTML of its own comes of it. Signs that mean
/// nothing where they stand stay as they are, so that the page can be read as a text too.
pub(in crate::report) fn in_words(text: &str) -> String {
    let text = text.replace(['\n', '\t'], " ");
    let text = visible_line(&text);
    let letters: Vec<char> = text.chars().collect();
    let mut safe = String::with_capacity(text.len() + 8);
    // A sign that would make the whole line something else.
    let opening = letters.iter().take_while(|c| c.is_ascii_digit()).count();
    let is_list = |at: usize| matches!(letters.get(at), Some('.' | ')')) && (1..10).contains(&opening);
    for (at, &c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        let begins = at == 0 && matches!(c, '#' | '>' | '+' | '-' | '=' | '~' | ':') || at == opening && is_list(at);
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            // Cells of tables end at it, whatever stands before it.
            '|' => safe.push_str("&#124;"),
            '<' if after.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) => {
                safe.push_str("&lt;")
            }
            '&' if after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#') => safe.push_str("&amp;"),
            '\\' if after.is_none_or(|c| c.is_ascii_punctuation()) => safe.push_str("\\\\"),
            '*' | '`' | '[' | ']' => safe.extend(['\\', c]),
            '_' if !(is_word(before) && is_word(after)) => safe.push_str("\\_"),
            '~' if after == Some('~') || before == Some('~') => safe.push_str("\\~"),
            // Addresses become links of themselves.
            ':' if after == Some('/') => safe.push_str("&#58;"),
            '@' if is_word(before) => safe.push_str("&#64;"),
            '.' if is_address(&letters[..at]) => safe.push_str("&#46;"),
            c if begins => safe.extend(['\\', c]),
            c => safe.push(c),
        }
    }
    safe
}

/// `text` between backticks.
pub(in crate::report) fn in_code(text: &str) -> String {
    visible_line(&text.replace(['\n', '\t'], " ")).replace('`', "'").replace('|', "/")
}

/// Whether letters end in "www", which begins an address.
fn is_address(letters: &[char]) -> bool {
    letters.len() >= 3 && letters[letters.len() - 3..].iter().all(|c| c.eq_ignore_ascii_case(&'w'))
}

#[cfg(test)]
mod tests {
    use super::{in_code, in_words};

    #[test]
    fn words_stay_words() {
        for text in [
            "Ynys Môn (2) – 61 %, 5 < 7 & more; a_b \"c\" 'd' 3.5!",
            "<1 %",
            "東京都",
            "A + B - C = D",
            "R&D",
            "12:30",
            "C:\\a",
        ] {
            assert_eq!(in_words(text).replace("&amp;", "&"), text);
        }
        for (text, safe) in [
            ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
            ("<!-- x -->", "&lt;!-- x -->"),
            ("![x](http://a.b/c.png)", "!\\[x\\](http&#58;//a.b/c.png)"),
            ("[a](javascript:x)", "\\[a\\](javascript:x)"),
            ("a | b\\|c", "a &#124; b\\\\&#124;c"),
            ("# head", "\\# head"),
            ("> quote", "\\> quote"),
            ("- item", "\\- item"),
            ("1. item", "1\\. item"),
            ("12) item", "12\\) item"),
            ("=====", "\\====="),
            ("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"),
            ("&lt;b&gt; &#60;", "&amp;lt;b&amp;gt; &amp;#60;"),
            ("www.example.org x@y.z", "www&#46;example.org x&#64;y.z"),
            ("a\n\n# b\r\u{202e}", "a  # b\\r\\u{202e}"),
        ] {
            assert_eq!(in_words(text), safe, "{text:?}");
        }
        assert_eq!(in_code("a`b`|\n"), "a'b'/ ");
    }
}
