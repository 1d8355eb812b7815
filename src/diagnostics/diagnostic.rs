use super::{Advice, Said, Severity, Span};
use crate::letters::visible;

/// A place, and what to say there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What stands beside the caret; may be empty.
    pub text: String,
}

/// One mistake: what it is, where, why, and what was probably meant. Its words may quote whatever was read: letters that
/// only act are written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    severity: Severity,
    message: Box<str>,
    labels: Vec<Label>,
    notes: Vec<String>,
    hints: Vec<String>,
    // Boxed like the message: mistakes travel in results, and a large one is copied often.
    advice: Box<[Advice]>,
}

impl Diagnostic {
    /// A mistake at `span`.
    #[must_use]
    pub fn at(span: Span, message: impl Into<String>) -> Diagnostic {
        let labels = vec![Label { span, text: String::new() }];
        Diagnostic {
            severity: Severity::Mistake,
            message: shown(message).into(),
            labels,
            notes: Vec::new(),
            hints: Vec::new(),
            advice: Box::default(),
        }
    }

    /// A mistake that has no place in a text, such as a file that cannot be read.
    #[must_use]
    pub fn general(message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Mistake,
            message: shown(message).into(),
            labels: Vec::new(),
            notes: Vec::new(),
            hints: Vec::new(),
            advice: Box::default(),
        }
    }

    /// A warning of the sort `name` at `span`; without a place if that is nowhere.
    #[must_use]
    pub fn warning(name: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        let plain = if span.is_nowhere() { Diagnostic::general(message) } else { Diagnostic::at(span, message) };
        Diagnostic { severity: Severity::Warning(name), ..plain }
    }

    /// The same, its message after `before`.
    #[must_use]
    pub fn said_after(self, before: &str) -> Diagnostic {
        Diagnostic { message: format!("{}{}", shown(before), self.message).into(), ..self }
    }

    /// Says `text` beside the caret.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        if let Some(first) = self.labels.first_mut() {
            first.text = shown(text);
        }
        self
    }

    /// Points at a further place; one that lies nowhere becomes a note.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        if span.is_nowhere() {
            return self.note(text);
        }
        self.labels.push(Label { span, text: shown(text) });
        self
    }

    /// Says why.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(shown(text));
        self
    }

    /// Says what was probably meant.
    #[must_use]
    pub fn hint(mut self, text: impl Into<String>) -> Diagnostic {
        self.hints.push(shown(text));
        self
    }

    /// [`Diagnostic::hint`] if there is one.
    #[must_use]
    pub fn hint_if(self, text: Option<String>) -> Diagnostic {
        match text {
            Some(text) => self.hint(text),
            None => self,
        }
    }

    /// Says what `advice` comes to, once that is needed.
    #[must_use]
    pub fn advise(mut self, advice: Advice) -> Diagnostic {
        self.advice = self.advice.into_iter().chain([advice]).collect();
        self
    }

    /// [`Diagnostic::advise`] if there is any.
    #[must_use]
    pub fn advise_if(self, advice: Option<Advice>) -> Diagnostic {
        match advice {
            Some(advice) => self.advise(advice),
            None => self,
        }
    }

    /// With the notes, hints and advice of another one, behind its own.
    #[must_use]
    pub fn advised_like(mut self, other: Diagnostic) -> Diagnostic {
        self.notes.extend(other.notes);
        self.hints.extend(other.hints);
        self.advice = self.advice.into_iter().chain(other.advice).collect();
        self
    }

    /// The same with its advice worked out, among its notes and hints.
    #[must_use]
    pub fn worked_out(&self) -> Diagnostic {
        let mut out = Diagnostic { advice: Box::default(), ..self.clone() };
        for advice in &self.advice {
            out = match advice.said() {
                Said::Note(note) => out.note(note),
                Said::Hint(hint) => out.hint(hint),
            };
        }
        out
    }

    /// Whether a scenario can run with it.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where: the place of the mistake, then others that matter.
    #[must_use]
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Why.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What was probably meant.
    #[must_use]
    pub fn hints(&self) -> &[String] {
        &self.hints
    }

    /// The place of the mistake, if it has one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// Words as a reader sees them.
fn shown(text: impl Into<String>) -> String {
    let text = text.into();
    match visible(&text) {
        std::borrow::Cow::Borrowed(_) => text,
        std::borrow::Cow::Owned(shown) => shown,
    }
}
