use super::{Listed, Listing, sourced};
use crate::quantity::OrganisationKindId;
use crate::scenario::{InitiativeKind, Scenario};

/// Kinds of initiative.
pub(super) fn kinds(scenario: &Scenario) -> Listing {
    let names = |ids: &[OrganisationKindId]| -> String {
        let name = |id: &OrganisationKindId| scenario.vocabulary.organisation_kind(*id).name.as_str();
        ids.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let row = |kind: &InitiativeKind| {
        let a = &kind.attributes;
        let needs = names(&kind.needs);
        let said = |what: &str, ids: &[OrganisationKindId]| {
            if ids.is_empty() { String::new() } else { format!("; {what} {}", names(ids)) }
        };
        let money = said("paid for by", &kind.payers) + &said("saves", &kind.savers);
        let copied = if kind.copyable { "" } else { "; not copied by other places" };
        Listed {
            sentence: sourced(
                &format!(
                    "{}; cash-releasing {}, metric alignment {}, local value {}; needs {needs}{money}{copied}",
                    kind.label,
                    a.cash_releasing.get(),
                    a.metric_alignment.get(),
                    a.local_value.get()
                ),
                &kind.source,
            ),
            cells: vec![
                kind.name.as_str().into(),
                a.complexity.get().into(),
                a.cost.into(),
                a.cash_releasing.get().into(),
                a.metric_alignment.get().into(),
                a.local_value.get().into(),
                kind.copyable.into(),
                needs.into(),
                kind.label.as_str().into(),
                names(&kind.payers).into(),
                names(&kind.savers).into(),
                kind.source.as_str().into(),
            ],
        }
    };
    let columns =
        "name complexity cost cash_releasing metric_alignment local_value copyable needs label payers savers source";
    Listing {
        title: scenario
            .vocabulary
            .words
            .told("Kinds of initiative (kind = ...); cost in thousand pounds a month, the others 0 to 1")
            .into_owned(),
        columns: columns.split(' ').collect(),
        abreast: 3,
        rows: scenario.kinds.iter().map(row).collect(),
    }
}
