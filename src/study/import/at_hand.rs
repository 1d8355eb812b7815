use crate::diagnostics::SourceText;

/// What is at hand of a field, each the text of a file under the name that mistakes are reported under. Tables are in CSV with a
/// line of heads; commas, semicolons or tabs separate their cells.
#[derive(Clone, Debug, Default)]
pub struct AtHand {
    /// Who knows whom: a table with the columns `from`, `from_organisation`, `to`, `to_organisation`, and perhaps `from_role` and
    /// `to_role`; or GraphML, whose nodes have an attribute for their organisation, and perhaps `name` and `role`.
    pub network: Option<SourceText>,
    /// The attribute of nodes in GraphML that names an organisation, if it is not `organisation`.
    pub organisation: Option<String>,
    /// Answers to a question about trust, 1 to 5, each in a row: `answer`.
    pub trust: Option<SourceText>,
    /// What begins when: `initiative`, `start` (a month like 2025-01), and if it is known `lead`, an organisation.
    pub plan: Option<SourceText>,
}
