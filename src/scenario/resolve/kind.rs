use super::Fields;
use super::lookup::Names;
use crate::diagnostics::Diagnostic;
use crate::scenario::built_in::{built_in_kinds, words_of};
use crate::scenario::{Attributes, InitiativeKind, OrganisationKind};

/// All kinds: built in, then the file's.
pub(super) fn kinds(file: &Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<InitiativeKind> {
    let mut kinds = built_in_kinds().to_vec();
    let mut names = Names::new("kind of initiative");
    for fields in file.entries("initiative_kind") {
        let name = fields.text("name");
        if built_in_kinds().iter().any(|kind| kind.name == name) {
            let message = format!("\"{name}\" is a built-in kind of initiative");
            let hint = "give it another name, or change single initiatives of the built-in kind where they stand";
            out.push(Diagnostic::at(fields.span_of("name"), message).hint(hint));
        }
        names.add(name, &fields, out);
        kinds.push(kind(&fields));
    }
    kinds
}

/// One `[[initiative_kind]]`.
pub(in crate::scenario) fn kind(fields: &Fields<'_>) -> InitiativeKind {
    let name = fields.text("name").to_owned();
    let needs = fields.texts("needs").unwrap_or_default();
    InitiativeKind {
        label: fields.maybe_text("label").map_or_else(|| words_of(&name), str::to_owned),
        name,
        attributes: Attributes {
            complexity: fields.share("complexity"),
            cost: fields.number("cost"),
            cash_releasing: fields.share("cash_releasing"),
            metric_alignment: fields.share("metric_alignment"),
            local_value: fields.share("local_value"),
        },
        needs: needs.iter().filter_map(|(name, _)| organisation_kind(name)).collect(),
        copyable: fields.flag("copyable"),
    }
}

/// The kind of that name.
pub(super) fn organisation_kind(name: &str) -> Option<OrganisationKind> {
    OrganisationKind::ALL.into_iter().find(|kind| kind.name() == name)
}
