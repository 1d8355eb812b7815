use super::{Listed, Listing, sourced};
use crate::scenario::{BoardKind, Group, Scenario};

/// Kinds of board.
pub(super) fn boards(scenario: &Scenario) -> Listing {
    let row = |kind: &BoardKind| {
        let seats: Vec<&str> = kind.seats.iter().map(|seat| group(*seat)).collect();
        let names = kind.members.iter().map(|id| scenario.vocabulary.organisation_kind(*id).name.as_str());
        let members: Vec<&str> = names.collect();
        let members = if members.is_empty() { "all".to_owned() } else { members.join(", ") };
        Listed {
            sentence: sourced(
                &format!("{}; of each member ({members}): one {}", kind.label, seats.join(", one ")),
                &kind.source,
            ),
            cells: vec![
                kind.name.as_str().into(),
                kind.formality.get().into(),
                seats.join(", ").into(),
                members.as_str().into(),
                kind.label.as_str().into(),
                kind.source.as_str().into(),
            ],
        }
    };
    Listing {
        title:
            "Kinds of board (kind = ...); a board without one has formality 0.5, and seats an executive and a manager"
                .to_owned(),
        columns: "name formality seats members label source".split(' ').collect(),
        abreast: 2,
        rows: scenario.vocabulary.board_kinds.iter().map(row).collect(),
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Executive => "executive",
        Group::Manager => "manager",
        Group::FrontLine => "front_line",
    }
}
