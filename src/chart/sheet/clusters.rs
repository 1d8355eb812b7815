use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What a reader takes for one letter, with its marks, joiners and forms.
pub(in crate::chart) fn clusters(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// The width of a cluster that the embedded font lacks, in ems: which font a reader's machine takes is not known, so this
/// is room that most fonts need, and the text is fitted into it.
pub(in crate::chart) fn foreign_width(cluster: &str) -> f64 {
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
