use super::{Listed, Listing};
use crate::scenario::built_ins;

/// Built-in scenarios.
pub(super) fn scenarios() -> Listing {
    let rows = built_ins().iter().map(|b| Listed {
        sentence: b.question.clone(),
        cells: vec![b.name.into(), b.command.into(), b.question.as_str().into()],
    });
    Listing {
        title: "Built-in scenarios (safsim COMMAND NAME, safsim new MINE --from NAME)".to_owned(),
        columns: vec!["name", "command", "question"],
        abreast: 2,
        rows: rows.collect(),
    }
}
