use super::hidden::{is_hidden, is_joining, is_tag, is_variation};
use std::fmt;

/// A letter that cannot be seen where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HiddenLetter {
    /// The letter.
    pub letter: char,
    /// Its place in the text, in bytes.
    pub at: usize,
}

/// The first letter of `text` that nobody would see: one that is hidden everywhere, or a joiner where it joins nothing, as
/// between Latin letters, so that two names may look alike and differ. `breaks` allows line feeds and tabs.
#[must_use]
pub fn hidden_in(text: &str, breaks: bool) -> Option<HiddenLetter> {
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let is_break = breaks && matches!(letter, '\n' | '\t');
        if is_hidden(letter) && !is_break || is_joining(letter) && !before.is_some_and(|c| joins(c, letter)) {
            return Some(HiddenLetter { letter, at });
        }
        before = Some(letter);
    }
    None
}

/// Whether `joiner` does anything behind `before`.
const fn joins(before: char, joiner: char) -> bool {
    match joiner {
        c if is_tag(c) => before == '\u{1f3f4}' || is_tag(before),
        c if is_variation(c) => !is_joining(before) && (!before.is_ascii() || matches!(before, '0'..='9' | '#' | '*')),
        // Latin, Greek and Cyrillic are written without joiners. One may follow the sign of a form.
        _ => before as u32 >= 0x590 && !is_tag(before) && !matches!(before, '\u{200c}' | '\u{200d}'),
    }
}

impl fmt::Display for HiddenLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.letter {
            '\n' | '\r' => "a line break",
            c if c.is_control() => "a control character",
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                "a mark of direction"
            }
            '\u{2028}' | '\u{2029}' => "a separator of lines",
            c if is_joining(c) => "a joiner that joins nothing here",
            c if c as u32 & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}') => "not a letter at all",
            _ => "a letter without a shape",
        };
        write!(f, "U+{:04X}, {what}", self.letter as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::hidden_in;

    #[test]
    fn names_of_all_scripts_hold_nothing_hidden() {
        for name in [
            "Ynys Môn",
            "東京都",
            "القاهرة",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "कोलकाता",
            "e\u{301}",
            "👩\u{200d}⚕\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "葛\u{e0100}",
            "❤\u{fe0f}\u{200d}🔥",
            "a\u{a0}b",
            "\u{3000}",
        ] {
            assert_eq!(hidden_in(name, false), None, "{name:?}");
        }
        assert_eq!(hidden_in("two\n\tlines", true), None);
    }

    #[test]
    fn what_is_not_seen_is_found() {
        for (text, told) in [
            ("a\u{1b}[31m", "U+001B, a control character"),
            ("a\u{9b}31m", "U+009B, a control character"),
            ("a\rb", "U+000D, a line break"),
            ("a\nb", "U+000A, a line break"),
            ("a\u{202e}b", "U+202E, a mark of direction"),
            ("a\u{2066}b", "U+2066, a mark of direction"),
            ("a\u{2028}b", "U+2028, a separator of lines"),
            ("a\u{200b}b", "U+200B, a letter without a shape"),
            ("a\u{feff}", "U+FEFF, a letter without a shape"),
            ("Fi\u{200d}fe", "U+200D, a joiner that joins nothing here"),
            ("é\u{200c}", "U+200C, a joiner that joins nothing here"),
            ("F\u{fe0f}", "U+FE0F, a joiner that joins nothing here"),
            ("\u{fe0f}", "U+FE0F, a joiner that joins nothing here"),
            ("x\u{e0067}", "U+E0067, a joiner that joins nothing here"),
            ("\u{fdd0}", "U+FDD0, not a letter at all"),
            ("\u{1fffe}", "U+1FFFE, not a letter at all"),
        ] {
            assert_eq!(hidden_in(text, false).map(|found| found.to_string()).as_deref(), Some(told), "{text:?}");
        }
        assert_eq!(hidden_in("東\u{202e}", false).map(|found| found.at), Some(3));
    }
}
