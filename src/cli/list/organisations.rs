use super::{Listed, Listing, sourced};
use crate::scenario::{OrganisationKind, Scenario, Turnover, WatchedApart};

/// Kinds of organisation, and what the model does with them.
pub(super) fn organisations(scenario: &Scenario) -> Listing {
    Listing {
        title:
            "Kinds of organisation (kind = ...): what the model does with them follows from these, not from their names"
                .to_owned(),
        columns: "name own_interest headroom turnover contract enters watched label source".split(' ').collect(),
        abreast: 4,
        rows: scenario.vocabulary.organisation_kinds.iter().map(row).collect(),
    }
}

fn row(kind: &OrganisationKind) -> Listed {
    let turnover = match kind.turnover {
        Turnover::Usual => "usual".to_owned(),
        Turnover::High => "high".to_owned(),
        Turnover::Monthly(share) => share.get().to_string(),
    };
    let (watched, is_watched) = match kind.ways.watched {
        WatchedApart::Nothing => ("nothing", ""),
        WatchedApart::Enthusiasm | WatchedApart::SecondEnthusiasm => {
            ("enthusiasm", "; its people's enthusiasm is told on its own")
        }
        WatchedApart::Memberships => ("memberships", "; its part in memberships is told on its own"),
    };
    let leave = match kind.turnover {
        Turnover::Usual => "people leave by their group (leave_executive, leave_manager, leave_front_line)".to_owned(),
        Turnover::High => "everybody leaves as often as leave_care_home says".to_owned(),
        Turnover::Monthly(share) => format!("everybody leaves with a chance of {} a month", share.get()),
    };
    let contract = if kind.ways.contract { "; the contract of a later policy is offered to it" } else { "" };
    let enters = if kind.ways.enters { "; there only once a new entrant comes" } else { "" };
    Listed {
        sentence: sourced(&format!("{}; {leave}{contract}{enters}{is_watched}", kind.label), &kind.source),
        cells: vec![
            kind.name.as_str().into(),
            kind.own_interest.get().into(),
            kind.headroom.into(),
            turnover.into(),
            kind.ways.contract.into(),
            kind.ways.enters.into(),
            watched.into(),
            kind.label.as_str().into(),
            kind.source.as_str().into(),
        ],
    }
}
