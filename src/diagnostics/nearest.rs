use strsim::damerau_levenshtein;

/// The candidate that somebody who wrote `word` most probably meant, if any is near: the same but for case, hyphens
/// and spaces; or a few letters off; or one that begins with it.
///
/// ```
/// use safsim::diagnostics::nearest;
/// assert_eq!(nearest("populaton", ["name", "population"]), Some("population"));
/// assert_eq!(nearest("General Practice", ["general_practice", "acute"]), Some("general_practice"));
/// assert_eq!(nearest("xyz", ["name", "population"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    let length = word.chars().count();
    if length == 0 || length > 100 {
        return None;
    }
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let other = plain(candidate);
        let starts = length >= 3 && (other.starts_with(&word) || word.starts_with(&other) && other.len() >= 3);
        let size = other.chars().count();
        let allowed = (length.max(size) / 3).max(1);
        if size.abs_diff(length) > allowed && !starts {
            continue;
        }
        // The cost grows with both lengths.
        let distance = if size > 200 { allowed } else { damerau_levenshtein(&word, &other) };
        let distance = if starts { distance.min(allowed) } else { distance };
        if distance <= allowed && distance < length && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Lower case, with one sign for all separators.
fn plain(word: &str) -> String {
    word.trim()
        .chars()
        .map(|c| if matches!(c, '-' | ' ' | '.') { '_' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant_and_nothing_else() {
        let keys = ["name", "population", "history", "award", "initiative", "initiatives"];
        for (word, meant) in [
            ("Population", Some("population")),
            ("populaton", Some("population")),
            ("naem", Some("name")),
            ("hist", Some("history")),
            ("initiativ", Some("initiative")),
            ("x", None),
            ("", None),
            ("budget", None),
        ] {
            assert_eq!(nearest(word, keys), meant, "{word}");
        }
        assert_eq!(nearest("a", ["b"]), None, "one letter is no likeness");
    }
}
