use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// The embedded family: Open Sans (Apache License 2.0), cut down to Latin, Greek, Cyrillic and punctuation.
pub(super) const FAMILY: &str = "Open Sans";
/// Its regular weight.
pub(super) const REGULAR: &[u8] = include_bytes!("fonts/OpenSans-Regular.ttf");
/// Its bold weight.
pub(super) const BOLD: &[u8] = include_bytes!("fonts/OpenSans-Bold.ttf");

/// Width of a line of text at `size`, from the font's own advances (kerning, which only narrows, left out).
pub(super) fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let font = FontRef::new(if bold { BOLD } else { REGULAR }).expect("the embedded font is well-formed");
    let (glyphs, letters) = (font.glyph_metrics(Size::new(1000.0), LocationRef::default()), font.charmap());
    let width: f64 = text
        .chars()
        .map(|letter| f64::from(letters.map(letter).and_then(|glyph| glyphs.advance_width(glyph)).unwrap_or(600.0)))
        .sum();
    width * size / 1000.0
}

/// `text` if it fits into `width`, otherwise its beginning with an ellipsis.
pub(super) fn shorten(text: &str, width: f64, size: f64, bold: bool) -> String {
    if text_width(text, size, bold) <= width {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    for kept in (1..letters.len()).rev() {
        let start: String = letters[..kept].iter().collect();
        let short = format!("{}…", start.trim_end());
        if text_width(&short, size, bold) <= width {
            return short;
        }
    }
    String::new()
}

/// `text` broken at spaces into at most `lines` lines of at most `width`; what does not fit ends in an ellipsis.
pub(super) fn wrap(text: &str, width: f64, lines: usize, size: f64, bold: bool) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || done.len() + 1 == lines || text_width(&longer, size, bold) <= width {
            line = longer;
        } else {
            done.push(core::mem::replace(&mut line, word.to_owned()));
        }
    }
    done.push(line);
    done.iter().map(|line| shorten(line, width, size, bold)).filter(|line| !line.is_empty()).collect()
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
}
