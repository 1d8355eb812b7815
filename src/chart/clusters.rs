use super::font::is_known;
use crate::letters::is_joining;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What a reader takes for one letter, with its marks, joiners and forms.
pub(super) fn clusters(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// Whether the embedded font has all of a cluster.
pub(super) fn is_known_cluster(cluster: &str) -> bool {
    cluster.chars().all(|letter| is_joining(letter) || is_known(letter))
}

/// The width of a cluster that the embedded font lacks, in ems: which font a reader's machine takes is not known, so this
/// is room that most fonts need, and the text is fitted into it.
pub(super) fn foreign_width(cluster: &str) -> f64 {
    let first = cluster.chars().next().unwrap_or(' ');
    match cluster.width() {
        _ if first.is_whitespace() => 0.3,
        _ if first >= '\u{1f000}' || cluster.contains('\u{fe0f}') => 1.25,
        0 => 0.5,
        1 if ('\u{590}'..'\u{900}').contains(&first) => 0.5,
        1 => 0.62,
        // Letters that lie beside one another in one cluster, as in Devanagari.
        columns if first < '\u{1100}' => 0.5 * columns as f64,
        _ => 1.0,
    }
}

/// The words of a text that hold letters that the embedded font lacks.
pub(super) fn foreign_words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .filter(|word| !clusters(word).all(is_known_cluster))
        .map(|word| {
            word.trim_matches(|c: char| {
                matches!(c, '"' | '“' | '”' | '(' | ')' | ',' | '.' | ':' | ';' | '?' | '!' | '…')
            })
        })
        .filter(|word| !word.is_empty())
}
