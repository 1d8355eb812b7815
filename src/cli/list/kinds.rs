use super::Listing;
use crate::scenario::{InitiativeKind, default_scenario};

/// Kinds of initiative.
pub(super) fn kinds() -> Listing {
    let row = |kind: &InitiativeKind| {
        let a = &kind.attributes;
        let needs: Vec<&str> = kind.needs.iter().map(|n| n.name()).collect();
        vec![
            kind.name.clone(),
            a.complexity.get().to_string(),
            a.cost.to_string(),
            a.cash_releasing.get().to_string(),
            a.metric_alignment.get().to_string(),
            a.local_value.get().to_string(),
            format!(
                "{}; needs {}{}",
                kind.label,
                needs.join(", "),
                if kind.copyable { "" } else { "; not copied by other places" }
            ),
        ]
    };
    Listing {
        title: "Kinds of initiative (kind = ...); cost in thousand pounds a month, the others 0 to 1".to_owned(),
        columns: vec!["name", "complexity", "cost", "cash", "metric", "value", "label_and_needs"],
        rows: default_scenario().kinds.iter().map(row).collect(),
    }
}
