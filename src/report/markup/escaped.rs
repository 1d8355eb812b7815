use crate::letters::visible;

/// A text as HTML, letters that only act written out.
pub(in crate::report) fn escaped(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
