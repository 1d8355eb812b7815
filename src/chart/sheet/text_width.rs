use super::clusters::{clusters, foreign_width};
use super::font::{BOLD, REGULAR, is_known, is_known_cluster};
use super::size::letters;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// Width of a line of text at `size`: from the font's own advances (kerning, which only narrows, left out), and room for
/// letters that it lacks.
pub(in crate::chart) fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let size = letters(size);
    let font = FontRef::new(if bold { BOLD } else { REGULAR }).expect("the embedded font is well-formed");
    let (glyphs, charmap) = (font.glyph_metrics(Size::new(1000.0), LocationRef::default()), font.charmap());
    let advance =
        |letter: char| f64::from(charmap.map(letter).and_then(|glyph| glyphs.advance_width(glyph)).unwrap_or(300.0));
    if text.chars().all(is_known) {
        return text.chars().map(advance).sum::<f64>() * size / 1000.0;
    }
    let width = |cluster: &str| {
        if is_known_cluster(cluster) { cluster.chars().map(advance).sum() } else { 1000.0 * foreign_width(cluster) }
    };
    clusters(text).map(width).sum::<f64>() * size / 1000.0
}

/// `text` if it fits into `width`, otherwise its beginning with an ellipsis.
pub(in crate::chart) fn shorten(text: &str, width: f64, size: f64, bold: bool) -> String {
    if text_width(text, size, bold) <= width {
        return text.to_owned();
    }
    let letters: Vec<&str> = clusters(text).collect();
    for kept in (1..letters.len()).rev() {
        let start = letters[..kept].concat();
        let short = format!("{}…", start.trim_end());
        if text_width(&short, size, bold) <= width {
            return short;
        }
    }
    String::new()
}

/// `text` broken at spaces into at most `lines` lines of at most `width`; what does not fit ends in an ellipsis. Words in
/// letters that the font lacks, which many scripts write without spaces, may be broken anywhere.
pub(in crate::chart) fn wrap(text: &str, width: f64, lines: usize, size: f64, bold: bool) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let pieces = broken(word, width, size, bold);
        for (place, piece) in pieces.into_iter().enumerate() {
            let gap = if line.is_empty() || place > 0 { "" } else { " " };
            let longer = format!("{line}{gap}{piece}");
            if line.is_empty() || done.len() + 1 == lines || text_width(&longer, size, bold) <= width {
                line = longer;
            } else {
                done.push(core::mem::replace(&mut line, piece));
            }
        }
    }
    done.push(line);
    done.iter().map(|line| shorten(line, width, size, bold)).filter(|line| !line.is_empty()).collect()
}

/// A word in pieces that may stand in different lines.
fn broken(word: &str, width: f64, size: f64, bold: bool) -> Vec<String> {
    if word.chars().all(is_known) || text_width(word, size, bold) <= width {
        return vec![word.to_owned()];
    }
    clusters(word).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_shortens() {
        let text = "a rather long name of a place";
        let width = text_width("a rather long name", 20.0, false);
        assert_eq!(wrap(text, width, 2, 20.0, false), ["a rather long name", "of a place"]);
        let short = shorten(text, width, 20.0, false);
        assert!(short.ends_with('…') && text_width(&short, 20.0, false) <= width);
        assert!(wrap("", width, 2, 20.0, false).is_empty());
        assert!(text_width("bold", 20.0, true) > text_width("bold", 20.0, false));
    }

    #[test]
    fn letters_that_the_font_lacks_have_room_and_break_anywhere() {
        assert!(is_known('ŵ') && is_known('я') && !is_known('東') && !is_known('\u{200d}'));
        assert_eq!(text_width("東京", 20.0, false), 40.0);
        let lines = wrap("東京都立多摩総合医療センター", 160.0, 2, 20.0, false);
        assert_eq!(lines, ["東京都立多摩総合", "医療センター"]);
        // No letter is cut in two.
        let family = "👩\u{200d}👩\u{200d}👧";
        assert_eq!(shorten(&family.repeat(9), 60.0, 20.0, false), format!("{family}…"));
    }
}
