use crate::letters::visible;
use crate::report::{Emphasis, Emphasised};
use anstyle::{AnsiColor, Style};

/// How a stretch looks. Better and worse are told apart by colours that almost everybody tells apart, and by their sign.
fn style(emphasis: Emphasis) -> Style {
    match emphasis {
        Emphasis::Heading | Emphasis::Figure => Style::new().bold(),
        Emphasis::Better => AnsiColor::Cyan.on_default(),
        Emphasis::Worse => AnsiColor::Red.on_default(),
    }
}

/// The text as a terminal shows it; what is no terminal, or wants no colour, gets the plain text: the codes are taken out
/// where the text is written ([`super::terminal::say`]).
pub(super) fn styled(text: &Emphasised) -> String {
    // What belongs together was tied with no-break spaces.
    let shown = |piece: &str| visible(piece).replace('\u{a0}', " ");
    let piece = |(emphasis, piece): (Option<Emphasis>, &str)| match emphasis.map(style) {
        Some(style) => format!("{style}{}{style:#}", shown(piece)),
        None => shown(piece),
    };
    text.pieces().into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::{style, styled};
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{Collector, Headline, Kept};
    use crate::report::{Emphasis, summary};

    #[test]
    fn a_summary_is_styled_and_plain_without_its_codes() {
        let (setting, headlines) = (setting(3), Headline::all(&[]));
        let mut collector = Collector::new(&setting, &headlines);
        (0..9).for_each(|r| collector.add(Some(&Kept::of(record(&setting, r), &setting, &headlines, r + 1))));
        let told = summary(&collector.finish());
        let shown = styled(&told);
        assert!(shown.starts_with("\u{1b}[1mmade-up: 3 sites"), "{shown:?}");
        assert_eq!(anstream::adapter::strip_str(&shown).to_string(), told.plain());
        assert_eq!(shown.matches("\u{1b}[0m").count(), shown.matches('\u{1b}').count() / 2);
    }

    #[test]
    fn better_is_told_from_worse() {
        let kinds = [Emphasis::Heading, Emphasis::Better, Emphasis::Worse];
        let codes = kinds.map(|kind| style(kind).render().to_string());
        assert!(codes[0] != codes[1] && codes[1] != codes[2] && codes.iter().all(|code| !code.is_empty()), "{codes:?}");
    }
}
