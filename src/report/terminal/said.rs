use crate::quantity::Words;
use std::borrow::Cow;
use std::cell::RefCell;

thread_local! {
    /// The words of the field that a text is being put together about.
    static WORDS: RefCell<Option<Words>> = const { RefCell::new(None) };
}

/// What `write` puts together, its paragraphs and heads of columns in the words of a field.
pub(in crate::report) fn in_words<T>(words: &Words, write: impl FnOnce() -> T) -> T {
    if words.is_plain() {
        return write();
    }
    let before = WORDS.with(|held| held.borrow_mut().replace(words.clone()));
    let written = write();
    WORDS.with(|held| *held.borrow_mut() = before);
    written
}

/// A sentence in the words of that field.
pub(in crate::report) fn said(text: &str) -> Cow<'_, str> {
    WORDS.with(|held| match &*held.borrow() {
        Some(words) => Cow::Owned(words.name(&words.told(text)).into_owned()),
        None => Cow::Borrowed(text),
    })
}

/// Two lines of a head in those words, of at most so many letters where its words allow it.
pub(in crate::report) fn said_head(head: &[String; 2], most: usize) -> [String; 2] {
    let whole = head.join(" ");
    let said = said(&whole);
    if said == whole.as_str() {
        return head.clone();
    }
    let mut lines = [String::new(), String::new()];
    let mut at = 0;
    for word in said.split(' ').filter(|word| !word.is_empty()) {
        let full = lines[at].chars().count() + 1 + word.chars().count() > most;
        if at == 0 && full && !lines[0].is_empty() {
            at = 1;
        }
        if !lines[at].is_empty() {
            lines[at].push(' ');
        }
        lines[at] += word;
    }
    if lines[1].is_empty() { [String::new(), std::mem::take(&mut lines[0])] } else { lines }
}

#[cfg(test)]
mod tests {
    use super::{in_words, said, said_head};
    use crate::quantity::Words;

    #[test]
    fn words_hold_while_something_is_written_and_no_longer() {
        let mut words = Words::new("the pilot", "pupils");
        words.say("business as usual", "part of the timetable");
        words.say("pounds", "euros");
        let head = ["business".to_owned(), "as usual".to_owned()];
        in_words(&words, || {
            assert_eq!(said("thousand pounds"), "thousand euros");
            assert_eq!(said_head(&head, 13), ["part of the", "timetable"]);
            assert_eq!(said_head(&["alive at".to_owned(), "run's end".to_owned()], 13), ["alive at", "run's end"]);
        });
        assert_eq!(said("thousand pounds"), "thousand pounds");
        assert_eq!(said_head(&head, 13), head);
    }
}
