//! How much room text takes on a terminal: letters of some scripts take two columns, combining signs and marks none.

use super::emphasised::is_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that `text` takes.
pub(in crate::report) fn columns(text: &str) -> usize {
    if text.contains(is_mark) { text.replace(is_mark, "").width() } else { text.width() }
}

/// `text` at the left of so many columns.
pub(in crate::report) fn at_left(text: &str, width: usize) -> String {
    text.to_owned() + &" ".repeat(width.saturating_sub(columns(text)))
}

/// `text` at the right of so many columns.
pub(in crate::report) fn at_right(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(columns(text))) + text
}

/// `text`, or its start and an ellipsis, in at most so many columns.
pub(in crate::report) fn start_of(text: &str, most: usize) -> String {
    if columns(text) <= most { text.to_owned() } else { fitting(text.graphemes(true), most).concat() + "…" }
}

/// `text`, or an ellipsis and its end, in at most so many columns.
pub(in crate::report) fn end_of(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let mut end = fitting(text.graphemes(true).rev(), most);
    end.reverse();
    format!("…{}", end.concat())
}

/// As many letters, with all that belongs to each, as leave room for an ellipsis.
fn fitting<'a>(letters: impl Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let mut room = most.saturating_sub(1);
    let fits = |letter: &&str| {
        let left = room.checked_sub(columns(letter));
        room = left.unwrap_or(room);
        left.is_some()
    };
    letters.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::terminal::emphasised::Emphasis;

    #[test]
    fn counts_columns_and_not_letters() {
        assert_eq!(["Ynys Môn", "東京都", "e\u{301}", "61\u{a0}%"].map(columns), [8, 6, 1, 4]);
        assert_eq!(columns(&Emphasis::Figure.of("12")), 2);
        assert_eq!([at_left("東京", 6), at_right("東京", 6), at_right("long", 2)], ["東京  ", "  東京", "long"]);
    }

    #[test]
    fn shortens_to_what_fits() {
        assert_eq!([start_of("Kirkcaldy", 9), start_of("Kirkcaldy", 5)], ["Kirkcaldy", "Kirk…"]);
        assert_eq!([end_of("a.b.horizon", 8), end_of("東京都庁", 6)], ["…horizon", "…都庁"]);
        assert_eq!(start_of("👩\u{200d}⚕\u{fe0f}👩\u{200d}⚕\u{fe0f}", 3), "👩\u{200d}⚕\u{fe0f}…");
        for most in 1..12 {
            assert!(columns(&start_of("東京都Kirkcaldy", most)) <= most);
            assert!(columns(&end_of("Kirkcaldy東京都", most)) <= most);
        }
    }
}
