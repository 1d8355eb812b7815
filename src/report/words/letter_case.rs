//! Words at the beginning of a sentence, and in it.

/// With a capital at its beginning.
pub(in crate::report) fn capital(text: &str) -> String {
    first_letter(text, |first| first.to_uppercase().collect())
}

/// Without one.
pub(in crate::report) fn lower(text: &str) -> String {
    first_letter(text, |first| first.to_lowercase().collect())
}

fn first_letter(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| change(first) + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::{capital, lower};

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!((capital("the NHS"), lower("The NHS")), ("The NHS".to_owned(), "the NHS".to_owned()));
        assert_eq!((capital("é"), lower("")), ("É".to_owned(), String::new()));
    }
}
