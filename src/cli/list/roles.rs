use super::Listing;
use crate::scenario::{Role, default_scenario};

/// Roles.
pub(super) fn roles() -> Listing {
    let row = |role: &Role| vec![role.name.clone(), role.label.clone()];
    Listing {
        title: "Roles (roles = { NAME = COUNT })".to_owned(),
        columns: vec!["name", "label"],
        rows: default_scenario().roles.iter().map(row).collect(),
    }
}
