use std::fmt;

/// What a stretch of text is to a reader; how that looks is for the terminal to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// What a part of the text is about.
    Heading,
    /// A figure that answers the question.
    Figure,
    /// A difference that is surely there, to the side that a programme hopes for.
    Better,
    /// A difference that is surely there, to the other side.
    Worse,
}

/// Marks stand in the text while it is put together, so that words can be moved to the next line with theirs. They are
/// noncharacters, which no text that is read has a use for.
const MARKS: [(Emphasis, char); 4] = [
    (Emphasis::Heading, '\u{fdd0}'),
    (Emphasis::Figure, '\u{fdd1}'),
    (Emphasis::Better, '\u{fdd2}'),
    (Emphasis::Worse, '\u{fdd3}'),
];
const END: char = '\u{fdd4}';

/// Whether a character is a mark, of emphasis or of layout, which takes no room.
pub(in crate::report) fn is_mark(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdd9}').contains(&c)
}

impl Emphasis {
    /// `text` with marks around it, to become a part of an [`Emphasised`].
    pub(in crate::report) fn of(self, text: &str) -> String {
        let mark = MARKS.iter().find(|(emphasis, _)| *emphasis == self).map_or(END, |(_, mark)| *mark);
        format!("{mark}{text}{END}")
    }
}

/// A text of which stretches are emphasised. The plain text says all of it: emphasis only makes it quicker to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emphasised(String);

impl Emphasised {
    /// A text in which stretches may be marked.
    #[must_use]
    pub fn marked(text: String) -> Emphasised {
        Emphasised(text)
    }

    /// With its marks.
    pub(in crate::report) fn text(&self) -> &str {
        &self.0
    }

    /// The text alone; what belongs together was tied with no-break spaces, which become ordinary ones.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.replace(is_mark, "").replace('\u{a0}', " ")
    }

    /// The text in pieces, in order, with the emphasis of each; ties are still no-break spaces.
    #[must_use]
    pub fn pieces(&self) -> Vec<(Option<Emphasis>, &str)> {
        let mut pieces = vec![];
        let mut emphasis = None;
        let mut rest = self.0.as_str();
        while let Some(at) = rest.find(is_mark) {
            pieces.push((emphasis, &rest[..at]));
            let mark = rest[at..].chars().next().unwrap_or(END);
            if mark <= END {
                emphasis = MARKS.iter().find(|(_, known)| *known == mark).map(|(emphasis, _)| *emphasis);
            }
            rest = &rest[at + mark.len_utf8()..];
        }
        pieces.push((emphasis, rest));
        pieces.retain(|(_, text)| !text.is_empty());
        pieces
    }
}

impl fmt::Display for Emphasised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::{Emphasis, Emphasised};

    #[test]
    fn plain_text_and_pieces_say_the_same() {
        let text = format!("{}: {} of them, {}\n", Emphasis::Heading.of("Trust"), Emphasis::Figure.of("61 %"), "é…");
        let told = Emphasised::marked(text);
        assert_eq!(told.to_string(), "Trust: 61 % of them, é…\n");
        let pieces = told.pieces();
        assert_eq!(pieces[0], (Some(Emphasis::Heading), "Trust"));
        assert_eq!(pieces[2], (Some(Emphasis::Figure), "61 %"));
        assert_eq!(pieces.iter().map(|(_, text)| *text).collect::<String>(), told.plain());
        // Stray marks, as a scenario's name may hold them, do no harm.
        for stray in ["\u{fdd4}", "\u{fdd0}", "\u{fdd3}a\u{fdd0}b"] {
            let told = Emphasised::marked(stray.to_owned());
            assert_eq!(told.pieces().iter().map(|(_, text)| *text).collect::<String>(), told.plain());
        }
    }
}
