use super::{Listed, Listing};
use crate::scenario::{BuiltIn, built_ins, examples_beyond};

/// Built-in scenarios.
pub(super) fn scenarios() -> Listing {
    of("Built-in scenarios (safsim COMMAND NAME, safsim new MINE --from NAME)", built_ins())
}

/// Examples from other fields.
pub(super) fn beyond() -> Listing {
    of(
        "Examples beyond health, each in the words of its field (safsim COMMAND NAME, safsim new MINE --from NAME)",
        examples_beyond(),
    )
}

fn of(title: &str, scenarios: &[BuiltIn]) -> Listing {
    let rows = scenarios.iter().map(|b| Listed {
        sentence: b.question.clone(),
        cells: vec![b.name.into(), b.command.into(), b.question.as_str().into()],
    });
    Listing { title: title.to_owned(), columns: vec!["name", "command", "question"], abreast: 2, rows: rows.collect() }
}
