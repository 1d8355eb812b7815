use super::Fields;
use super::label::words_of;
use crate::quantity::{OrganisationKindId, Share};
use crate::scenario::grammar::{Defined, WordList};
use crate::scenario::{Attributes, Coordination, InitiativeKind, Methods};

/// One `[[initiative_kind]]`.
pub(in crate::scenario) fn kind(fields: &Fields<'_>, defined: &Defined) -> InitiativeKind {
    let name = fields.text("name").to_owned();
    let kinds = |key: &str| -> Vec<OrganisationKindId> {
        let names = fields.texts(key).unwrap_or_default();
        let place = |name| defined.place(WordList::OrganisationKind, name);
        names.iter().filter_map(|(name, _)| place(name)).map(OrganisationKindId::at).collect()
    };
    let (payers, savers, saved) = (kinds("payers"), kinds("savers"), fields.share("cash_releasing"));
    InitiativeKind {
        label: fields.maybe_text("label").map_or_else(|| words_of(&name), str::to_owned),
        name,
        attributes: Attributes {
            complexity: fields.share("complexity"),
            cost: fields.number("cost"),
            cash_releasing: to_payers(saved, &payers, &savers),
            metric_alignment: fields.share("metric_alignment"),
            local_value: fields.share("local_value"),
        },
        needs: kinds("needs"),
        saved,
        payers,
        savers,
        copyable: fields.flag("copyable"),
        source: fields.text("source").to_owned(),
        methods: methods(fields).unwrap_or_default(),
    }
}

/// What of that which is saved comes to those who pay: each kind that saves has an equal part of it.
fn to_payers(saved: Share, payers: &[OrganisationKindId], savers: &[OrganisationKindId]) -> Share {
    let pay = savers.iter().filter(|kind| payers.contains(kind)).count();
    if payers.is_empty() || pay == savers.len() {
        return saved;
    }
    Share::clamped(saved.get() * pay as f64 / savers.len() as f64)
}

/// Methods of co-ordination, if they are given.
pub(in crate::scenario) fn methods(fields: &Fields<'_>) -> Option<Methods> {
    let named = fields.texts("coordination")?;
    let method = |name: &str| Coordination::ALL.into_iter().find(|method| method.name() == name);
    Some(Methods::of(named.iter().filter_map(|(name, _)| method(name))))
}
