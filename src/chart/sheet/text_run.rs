use super::clusters::{clusters, foreign_width};
use super::font::is_known_cluster;
use super::text_width::text_width;
use unicode_bidi::BidiInfo;

/// A piece of a line of text that is drawn in one way and in one direction.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct TextRun {
    pub text: String,
    pub width: f64,
    /// How it is drawn.
    pub font: RunFont,
}

/// Whose letters a run has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) enum RunFont {
    /// The embedded font's.
    Embedded,
    /// The font's of the page that shows it; read from right to left, or from left to right.
    Page { right_to_left: bool },
}

/// `text` in pieces, as they follow one another from left to right on the sheet, whatever the direction of their script.
pub(in crate::chart) fn text_runs(text: &str, size: f64, bold: bool) -> Vec<TextRun> {
    if clusters(text).all(is_known_cluster) {
        let width = text_width(text, size, bold);
        return vec![TextRun { text: text.to_owned(), width, font: RunFont::Embedded }];
    }
    let bidi = BidiInfo::new(text, None);
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let piece = &text[range.clone()];
            if levels.get(range.start).is_some_and(|level| level.is_rtl()) {
                // Blanks at the ends are only room: the text is fitted into the rest.
                let text = piece.trim();
                let start = piece.len() - piece.trim_start().len();
                let blank = |blank: &str| blank_run(blank, size, bold);
                runs.extend(blank(&piece[start + text.len()..]));
                runs.extend((!text.is_empty()).then(|| page_run(text, size, true)));
                runs.extend(blank(&piece[..start]));
            } else {
                left_to_right(piece, size, bold, &mut runs);
            }
        }
    }
    runs
}

/// Letters that the embedded font has and letters that it lacks, in turn; blanks between the latter are theirs.
fn left_to_right(text: &str, size: f64, bold: bool, runs: &mut Vec<TextRun>) {
    let mut rest = text;
    while !rest.is_empty() {
        let known = length_while(rest, is_known_cluster);
        if known > 0 {
            let text = &rest[..known];
            runs.push(TextRun { text: text.to_owned(), width: text_width(text, size, bold), font: RunFont::Embedded });
        }
        rest = &rest[known..];
        let foreign = length_while(rest, |cluster| !is_known_cluster(cluster) || cluster.trim().is_empty());
        let foreign = rest[..foreign].trim_end().len();
        if foreign > 0 {
            runs.push(page_run(&rest[..foreign], size, false));
        }
        rest = &rest[foreign..];
    }
}

fn length_while(text: &str, fits: impl Fn(&str) -> bool) -> usize {
    clusters(text).take_while(|cluster| fits(cluster)).map(str::len).sum()
}

fn blank_run(text: &str, size: f64, bold: bool) -> Option<TextRun> {
    let width = text_width(text, size, bold);
    (!text.is_empty()).then(|| TextRun { text: text.to_owned(), width, font: RunFont::Embedded })
}

fn page_run(text: &str, size: f64, right_to_left: bool) -> TextRun {
    let width = size * clusters(text).map(foreign_width).sum::<f64>();
    TextRun { text: text.to_owned(), width, font: RunFont::Page { right_to_left } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(String, RunFont)> {
        text_runs(text, 20.0, false).into_iter().map(|run| (run.text, run.font)).collect()
    }

    const HERE: RunFont = RunFont::Embedded;
    const RIGHT: RunFont = RunFont::Page { right_to_left: false };
    const LEFT: RunFont = RunFont::Page { right_to_left: true };

    #[track_caller]
    fn assert_seen(text: &str, runs: &[(&str, RunFont)]) {
        assert_eq!(seen(text), runs.iter().map(|&(run, font)| (run.to_owned(), font)).collect::<Vec<_>>());
    }

    #[test]
    fn only_what_the_font_lacks_is_left_to_the_page() {
        assert_seen("Ynys Môn, Łódź, Αθήνα, Київ", &[("Ynys Môn, Łódź, Αθήνα, Київ", HERE)]);
        assert_seen("The 東京 大阪 (2)", &[("The ", HERE), ("東京 大阪", RIGHT), (" (2)", HERE)]);
        assert_seen("👩\u{200d}⚕\u{fe0f}", &[("👩\u{200d}⚕\u{fe0f}", RIGHT)]);
        assert_seen("©\u{fe0f}", &[("©\u{fe0f}", HERE)]);
    }

    #[test]
    fn pieces_stand_as_they_are_read() {
        // The text begins from right to left, so that its beginning stands at the right.
        assert_seen("שלום Fife 2", &[("Fife 2", HERE), (" ", HERE), ("שלום", LEFT)]);
        assert_seen("Fife שלום", &[("Fife ", HERE), ("שלום", LEFT)]);
        assert_seen("القاهرة 12", &[("12", HERE), (" ", HERE), ("القاهرة", LEFT)]);
    }

    #[test]
    fn no_run_is_without_room() {
        for text in ["東京", "القاهرة", "कोलकाता", "👩\u{200d}⚕\u{fe0f}", "\u{301}", "\u{20dd}", "\u{10ffff}"]
        {
            assert!(text_runs(text, 20.0, false).iter().all(|run| run.width > 4.0), "{text:?}");
        }
    }
}
