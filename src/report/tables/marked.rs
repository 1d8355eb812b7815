//! Texts that a program would take for something else than a text are marked in CSV, with one letter that comes off again.
//!
//! Quotes do not help: most readers look at what is inside them. A spreadsheet runs `=1+2`, pandas loses `NA`, all of them
//! make a number of `007`. Parquet has types, and needs no marks.

use std::borrow::Cow;

/// What a marked text begins with. It is no apostrophe: DuckDB takes that for a sign of escape, and then for nothing.
const MARK: char = '_';

/// Words that readers take for what is absent, for a truth value, for a number or for a date.
const WORDS: &[&str] = &[
    "na", "n/a", "#n/a", "#n/a n/a", "#na", "<na>", "null", "nil", "none", "nan", "nat", "1.#ind", "1.#qnan", "inf",
    "infinity", "epoch", "true", "false", "t", "f", "yes", "no", "y", "n", "on", "off",
];

/// A text as it stands in CSV: taken for a text by everything that reads it, with one mark before it if need be.
pub(in crate::report) fn marked(text: &str) -> Cow<'_, str> {
    if is_plain(text) { Cow::Borrowed(text) } else { Cow::Owned(format!("{MARK}{text}")) }
}

/// What `marked` made of a text, back again.
#[must_use]
pub fn unmarked(cell: &str) -> &str {
    cell.strip_prefix(MARK).unwrap_or(cell)
}

/// Whether it stands as it is: nothing, or a text that nobody takes for anything else. A text that begins with the mark
/// gets one more, so that there is one way back.
fn is_plain(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    let Some(first) = trimmed.chars().next() else { return false };
    // The wide forms are the same signs on East Asian keyboards.
    let runs = matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−' | '%' | '|');
    let begins = text.starts_with([MARK, '\t', '\r', '\n']);
    let lower = trimmed.to_lowercase();
    !(begins || runs || WORDS.contains(&lower.as_str()) || looks_like_a_number(&lower) || looks_like_a_time(&lower))
}

/// Decimals, hexadecimals and imaginary numbers (R), digits in groups, in any currency's writing.
fn looks_like_a_number(text: &str) -> bool {
    let hexadecimal = text.strip_prefix("0x").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_hexdigit()));
    let bare: String = text.chars().filter(|c| !matches!(c, '_' | ',' | '\'' | ' ' | '\u{a0}')).collect();
    let bare = bare.trim_start_matches(['£', '$', '€', '(']).trim_end_matches([')', '%', 'i', 'l', 'f', 'd']);
    // Some readers know the exponent of Fortran.
    let exponent = bare.replace(['d', 'q'], "e");
    hexadecimal
        || bare.parse::<f64>().is_ok()
        || (bare.starts_with(|c: char| c.is_ascii_digit()) && exponent.parse::<f64>().is_ok())
}

/// Dates and times of day, but for a year and month, `2015-04`, which all readers leave alone.
fn looks_like_a_time(text: &str) -> bool {
    let month =
        text.len() == 7 && text.bytes().enumerate().all(|(i, b)| if i == 4 { b == b'-' } else { b.is_ascii_digit() });
    let mut signs = text.trim_end_matches("am").trim_end_matches("pm").trim_end_matches("utc").chars();
    !month
        && text.starts_with(|c: char| c.is_ascii_digit())
        && signs.all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | ':' | '.' | ',' | '+' | ' ' | 't' | 'z'))
}

#[cfg(test)]
mod tests {
    use super::{marked, unmarked};

    #[test]
    fn what_would_be_taken_for_something_else_is_marked_and_comes_back() {
        let taken = "=1+2 +a -a @a -1 1 007 1e5 1.5 .5 5. 1,000 1_000 0x1A 3i NA n/a N/A null NULL None nan -inf Infinity \
                     T F true FALSE Yes no 2015-04-01 01/04/2015 12:30 2015-04-01T12:00:00Z _a __ ＝1 £5 50% <NA> #N/A";
        let taken =
            taken.split_whitespace().chain(["\tx", "\rx", "\nx", " =1", " ", "12:30 PM", "2015-04-01 12:00", "1 000"]);
        for text in taken {
            assert_eq!(marked(text), format!("_{text}"));
            assert_eq!(unmarked(&marked(text)), text);
        }
        let plain = [
            "",
            "Leeds",
            "site-1",
            "2015-04",
            "12 months",
            "1st floor",
            "3 towns",
            "it's",
            "a=b",
            "Nan's",
            "Tower",
            "North & South",
            "\"Oak\"",
            "Café",
            "北京",
            "2a",
            "annual",
            "pre-existing",
            "from -1 to 1",
            "e5",
        ];
        for text in plain {
            assert_eq!(marked(text), text);
            assert_eq!(unmarked(&marked(text)), text);
        }
    }
}
