use crate::diagnostics::{Diagnostic, Span};

/// Where a setting stands, and what it is to a reader.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Culprit {
    /// Key and value of each setting: a mistake in there has its place already.
    pub settings: Vec<Span>,
    /// Where the others are shown.
    pub place: Span,
    /// "in regime \"long\"".
    pub title: String,
}

impl Culprit {
    /// Whether the mistake lies in a setting.
    pub fn holds(&self, mistake: &Diagnostic) -> bool {
        let inside = |inner: Span, outer: &Span| {
            let (inner_range, outer_range) = (inner.range(), outer.range());
            inner.source() == outer.source()
                && outer_range.start <= inner_range.start
                && inner_range.end <= outer_range.end
        };
        mistake.span().is_some_and(|span| self.settings.iter().any(|setting| inside(span, setting)))
    }

    /// A mistake that comes about by the settings but shows elsewhere, such as an end before a new start: said here, and
    /// pointing there.
    pub fn blamed(&self, mistake: Diagnostic) -> Diagnostic {
        if self.holds(&mistake) {
            return mistake;
        }
        let message = format!("{}: {}", self.title, mistake.message());
        let start = Diagnostic::at(self.place, message);
        let labels = mistake.labels().iter().filter(|label| !label.span.is_nowhere() || !label.text.is_empty());
        let start = labels.fold(start, |all, label| all.also(label.span, label.text.clone()));
        start.advised_like(mistake)
    }
}
