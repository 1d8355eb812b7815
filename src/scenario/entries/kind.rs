use super::Fields;
use super::label::words_of;
use crate::scenario::{Attributes, Coordination, InitiativeKind, Methods, OrganisationKind};

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
        methods: methods(fields).unwrap_or_default(),
    }
}

/// Methods of co-ordination, if they are given.
pub(in crate::scenario) fn methods(fields: &Fields<'_>) -> Option<Methods> {
    let named = fields.texts("coordination")?;
    let method = |name: &str| Coordination::ALL.into_iter().find(|method| method.name() == name);
    Some(Methods::of(named.iter().filter_map(|(name, _)| method(name))))
}

/// The kind of that name.
pub(super) fn organisation_kind(name: &str) -> Option<OrganisationKind> {
    OrganisationKind::ALL.into_iter().find(|kind| kind.name() == name)
}
