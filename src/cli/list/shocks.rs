use super::{Listed, Listing};
use crate::scenario::ShockKind;

/// Kinds of shock.
pub(super) fn shocks() -> Listing {
    let row = |kind: ShockKind| {
        let about = if kind.economic() { "economic" } else { "other" };
        Listed {
            sentence: kind.row().does.to_owned(),
            cells: vec![kind.name().into(), about.into(), kind.row().does.into()],
        }
    };
    Listing {
        title: "Kinds of shock (kind = ...); of an economic one skilled framers can make a crisis".to_owned(),
        columns: vec!["name", "about", "meaning"],
        abreast: 2,
        rows: ShockKind::ALL.into_iter().map(row).collect(),
    }
}
