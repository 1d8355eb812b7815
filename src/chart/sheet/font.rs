use crate::letters::is_joining;
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The embedded family: Open Sans (Apache License 2.0), cut down to Latin, Greek, Cyrillic and punctuation.
pub(in crate::chart) const FAMILY: &str = "Open Sans";
/// Its regular weight.
pub(in crate::chart) const REGULAR: &[u8] = include_bytes!("fonts/OpenSans-Regular.ttf");
/// Its bold weight.
pub(in crate::chart) const BOLD: &[u8] = include_bytes!("fonts/OpenSans-Bold.ttf");

/// Whether the embedded font has a letter, or there is nothing to draw.
pub(in crate::chart) fn is_known(letter: char) -> bool {
    static KNOWN: OnceLock<BTreeSet<char>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        // A letter must be there in both weights.
        let of = |font| {
            let font = FontRef::new(font).expect("the embedded font is well-formed");
            font.charmap().mappings().filter_map(|(letter, _)| char::from_u32(letter)).collect::<BTreeSet<char>>()
        };
        of(REGULAR).intersection(&of(BOLD)).copied().collect()
    });
    letter.is_whitespace() || known.contains(&letter)
}

/// Whether the embedded font has all of a cluster.
pub(in crate::chart) fn is_known_cluster(cluster: &str) -> bool {
    cluster.chars().all(|letter| is_joining(letter) || is_known(letter))
}
