use super::{Listed, Listing};
use crate::scenario::{InitiativeKind, default_scenario};

/// Kinds of initiative.
pub(super) fn kinds() -> Listing {
    let row = |kind: &InitiativeKind| {
        let a = &kind.attributes;
        let needs = kind.needs.iter().map(|n| n.name()).collect::<Vec<_>>().join(", ");
        let copied = if kind.copyable { "" } else { "; not copied by other places" };
        Listed {
            sentence: format!(
                "{}; cash-releasing {}, metric alignment {}, local value {}; needs {needs}{copied}",
                kind.label,
                a.cash_releasing.get(),
                a.metric_alignment.get(),
                a.local_value.get()
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
            ],
        }
    };
    let columns = "name complexity cost cash_releasing metric_alignment local_value copyable needs label";
    Listing {
        title: "Kinds of initiative (kind = ...); cost in thousand pounds a month, the others 0 to 1".to_owned(),
        columns: columns.split(' ').collect(),
        abreast: 3,
        rows: default_scenario().kinds.iter().map(row).collect(),
    }
}
