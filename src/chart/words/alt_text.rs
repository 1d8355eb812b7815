use crate::letters::is_hidden;

/// `text` without letters that XML forbids, or that nobody sees.
pub(in crate::chart) fn clean(text: &str) -> String {
    text.chars().map(|letter| if is_hidden(letter) { ' ' } else { letter }).collect()
}

/// `text` as XML holds it.
pub(in crate::chart) fn escape(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The parts that say something, each as a sentence.
pub(in crate::chart) fn sentences(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let said = part.trim().trim_end_matches('.');
            if said.ends_with(['?', '!']) { said.to_owned() } else { format!("{said}.") }
        })
        .collect();
    parts.join(" ")
}

/// What a chart says of its parts, or that it has none.
pub(in crate::chart) fn or_no_data(parts: impl Iterator<Item = String>) -> Vec<String> {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { vec!["No data".to_owned()] } else { parts }
}
