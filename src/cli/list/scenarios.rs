use super::Listing;
use crate::scenario::built_ins;

/// Built-in scenarios.
pub(super) fn scenarios() -> Listing {
    Listing {
        title: "Built-in scenarios (safsim COMMAND NAME, safsim new MINE --from NAME)".to_owned(),
        columns: vec!["name", "command", "question"],
        rows: built_ins().iter().map(|b| vec![b.name.to_owned(), b.command.to_owned(), b.question.clone()]).collect(),
    }
}
