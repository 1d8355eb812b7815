use super::clusters::{clusters, foreign_width};
use super::font::is_known_cluster;
use super::pen::{FINE, Pen, Point};
use crate::chart::words::escape;
use core::fmt::Write;

/// A piece of text whose letters the embedded font lacks: in an SVG it is text of the page's font, fitted into the room that
/// was kept for it; in a PNG, which has no other font, a box stands for each letter.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct PageText {
    pub text: String,
    /// Left end of its base line.
    pub at: Point,
    pub width: f64,
    pub pen: Pen,
    pub right_to_left: bool,
}

impl PageText {
    /// As an element of an SVG.
    pub fn element(&self) -> String {
        let Pen { size, bold, colour } = self.pen;
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        // A text that runs to the left starts at its right end.
        let (x, direction) =
            if self.right_to_left { (self.at.0 + self.width, " direction=\"rtl\"") } else { (self.at.0, "") };
        format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" font-family=\"sans-serif\" font-size=\"{:.1}\"{weight}{direction} fill=\"{}\" \
             textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
            x * FINE,
            self.at.1 * FINE,
            size * FINE,
            colour.hex(),
            self.width * FINE,
            escape(self.text.trim())
        )
    }

    /// A box for each letter, as elements of an SVG.
    pub fn boxes(&self) -> String {
        let Pen { size, colour, .. } = self.pen;
        let mut boxes = String::new();
        let mut left = self.at.0;
        let letters: Vec<&str> =
            if self.right_to_left { clusters(&self.text).rev().collect() } else { clusters(&self.text).collect() };
        for letter in letters {
            let width = size * foreign_width(letter);
            if !letter.trim().is_empty() {
                let written = write!(
                    boxes,
                    "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"none\" stroke=\"{}\" \
                     stroke-width=\"{:.1}\"/>",
                    (left + 0.08 * size) * FINE,
                    (self.at.1 - 0.72 * size) * FINE,
                    (width - 0.16 * size) * FINE,
                    0.74 * size * FINE,
                    colour.hex(),
                    (0.06 * size).max(1.0) * FINE
                );
                written.expect("a string takes what is written");
            }
            left += width;
        }
        boxes
    }
}

/// The words that hold letters of `label` that the font lacks, each once.
pub(in crate::chart) fn note_words(label: &str, words: &mut Vec<String>) {
    for word in foreign_words(label) {
        if !words.iter().any(|other| other == word) {
            words.push(word.to_owned());
        }
    }
}

/// The words of a text that hold letters that the embedded font lacks.
fn foreign_words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .filter(|word| !clusters(word).all(is_known_cluster))
        .map(|word| {
            word.trim_matches(|c: char| {
                matches!(c, '"' | '“' | '”' | '(' | ')' | ',' | '.' | ':' | ';' | '?' | '!' | '…')
            })
        })
        .filter(|word| !word.is_empty())
}
