use super::blame::Culprit;
use crate::diagnostics::{Diagnostic, Sources, Span};
use crate::scenario::Scenario;
use crate::scenario::grammar::{Defined, SCENARIO, check_shape};
use crate::scenario::layers::Setting;
use crate::scenario::raw::Table;
use crate::scenario::resolve::resolve;

/// The base that regimes and axes change.
#[derive(Clone, Copy, Debug)]
pub(in crate::scenario) struct Base<'a> {
    /// As written: merged, and patched by `--set`, but not yet checked.
    pub document: &'a Table,
    /// Where it stands.
    pub span: Span,
    /// What is right with it; `None` if it has mistakes, which are reported without any regime or axis.
    pub scenario: Option<&'a Scenario>,
    /// The texts.
    pub sources: &'a Sources,
}

impl Base<'_> {
    /// The scenario with `settings` laid over the base in their order; only to be used if nothing is reported.
    pub(super) fn with(&self, settings: &[Setting], culprit: &Culprit, out: &mut Vec<Diagnostic>) -> Scenario {
        self.document_with(settings, culprit, out).1
    }

    /// The same with its document.
    pub(super) fn document_with(
        &self,
        settings: &[Setting],
        culprit: &Culprit,
        out: &mut Vec<Diagnostic>,
    ) -> (Table, Scenario) {
        let mut mistakes = Vec::new();
        let both = patched(self.document, self.span, settings, &mut mistakes);
        let new = mistakes.into_iter().filter(|mistake| self.scenario.is_some() || culprit.holds(mistake));
        out.extend(new.map(|mistake| culprit.blamed(mistake)));
        both
    }

    /// The document and scenario with settings that are known to be right.
    pub fn at(&self, settings: &[Setting]) -> (Table, Scenario) {
        patched(self.document, self.span, settings, &mut Vec::new())
    }
}

/// `document` with `settings` laid over it, and the scenario of that; only to be used if nothing is reported.
pub(super) fn patched(
    document: &Table,
    span: Span,
    settings: &[Setting],
    out: &mut Vec<Diagnostic>,
) -> (Table, Scenario) {
    let mut document = document.clone();
    for setting in settings {
        setting.apply(&mut document, out);
    }
    let defined = Defined::of(&document);
    check_shape(&SCENARIO, &mut document, span, &defined, out);
    let scenario = resolve(&document, span, &defined, out);
    (document, scenario)
}
