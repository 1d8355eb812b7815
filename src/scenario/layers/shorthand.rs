use super::Setting;
use crate::diagnostics::{Diagnostic, Sources, Span};
use crate::scenario::built_in::{Shorthand, ShorthandWord, shorthands};
use crate::scenario::raw::{Table, Value};

/// Lays what the words of a file stand for over its document, and takes the words out: what they have set stands there
/// now. A file that sets the same itself says it twice, which is a mistake; what it extends, or options set, may. A later word may
/// change what an earlier one has set.
///
/// A word that nobody knows stays, to be reported with the shape of the document.
pub(super) fn lay_words_of_file(document: &mut Table, out: &mut Vec<Diagnostic>) {
    let mut words = Vec::new();
    for shorthand in shorthands() {
        let Some((word, span)) = take(document, shorthand) else { continue };
        words.push(span);
        for setting in settings(word, span) {
            let twice = |place: &Span| !place.is_nowhere() && place.source() == span.source() && !words.contains(place);
            if let Some(place) = setting.replace(document).into_iter().find(twice) {
                let (key, word) = (shorthand.key.rsplit('.').next().unwrap_or_default(), &word.name);
                let message = format!("{key} = \"{word}\" sets what this file sets as well");
                let hint = "leave one of them out; what extends this file, a regime or --set may change either";
                out.push(Diagnostic::at(span, message).also(place, "here").hint(hint));
            }
        }
    }
}

/// The same of words that a setting has just brought, which is laid over whatever was there.
pub(super) fn lay_words(document: &mut Table) {
    for shorthand in shorthands() {
        let Some((word, span)) = take(document, shorthand) else { continue };
        settings(word, span).iter().for_each(|setting| drop(setting.replace(document)));
    }
}

/// Takes the word of `shorthand` out of the document, with its place.
fn take(document: &mut Table, shorthand: &'static Shorthand) -> Option<(&'static ShorthandWord, Span)> {
    let (section, key) = shorthand.key.split_once('.')?;
    let Value::Table(table) = &mut document.get_mut(section)?.value else { return None };
    let node = table.get(key)?;
    let (text, span) = (node.value.text()?, node.span);
    let word = shorthand.words.iter().find(|word| word.name == text)?;
    table.remove(key);
    if table.entries.is_empty() {
        document.remove(section);
    }
    Some((word, span))
}

/// What a word stands for, all of it standing where the word stands.
fn settings(word: &ShorthandWord, span: Span) -> Vec<Setting> {
    let setting = |((key, _), value): (&(String, String), &_)| {
        Setting::of_entry(key, span, &Sources::default(), crate::scenario::raw::Node::clone(value).moved(span))
    };
    word.settings.iter().zip(&word.values).filter_map(|both| setting(both).ok()).collect()
}
