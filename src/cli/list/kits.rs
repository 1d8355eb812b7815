use super::{Listed, Listing, sourced};
use crate::scenario::{Kit, Organisation, Scenario};

/// The organisations of a site that gives none, by its type.
pub(super) fn kits(scenario: &Scenario) -> Listing {
    let row = |kit: &Kit| {
        let people: u32 = kit.organisations.iter().map(Organisation::size).sum();
        let organisations = kit.organisations.iter().map(|o| format!("{} ({})", o.name, o.size()));
        let organisations = organisations.collect::<Vec<_>>().join(", ");
        let member = if kit.member { "" } else { "; no member of the programme" };
        let serves = if kit.serves.get() < 1.0 {
            format!("; serves {} of a site's population", kit.serves.get())
        } else {
            String::new()
        };
        Listed {
            sentence: sourced(&format!("{organisations}{member}{serves}"), &kit.source),
            cells: vec![
                kit.name.as_str().into(),
                people.into(),
                organisations.into(),
                kit.member.into(),
                kit.serves.get().into(),
                kit.source.as_str().into(),
            ],
        }
    };
    Listing {
        title: "Kits (type = ..., or kit = ... for the organisations only), with people in each organisation"
            .to_owned(),
        columns: vec!["name", "people", "organisations", "member", "serves", "source"],
        abreast: 2,
        rows: scenario.vocabulary.kits.iter().map(row).collect(),
    }
}

/// The same, person by person: a row for each role in each of them, in the order of their posts.
pub(super) fn posts(scenario: &Scenario) -> Listing {
    let of_kit = |kit: &Kit| -> Vec<Listed> {
        let of = |o: &Organisation| {
            let row = |&(role, people): &(crate::quantity::RoleId, u32)| {
                let role = &scenario.roles[role.index()];
                Listed {
                    sentence: format!("{}: {} x {}", o.name, people, role.label),
                    cells: vec![
                        kit.name.as_str().into(),
                        scenario.vocabulary.organisation_kind(o.kind).name.as_str().into(),
                        role.name.as_str().into(),
                        people.into(),
                        o.own_interest.get().into(),
                        o.headroom.into(),
                        o.name.as_str().into(),
                    ],
                }
            };
            o.roles.iter().map(row).collect::<Vec<_>>()
        };
        kit.organisations.iter().flat_map(of).collect()
    };
    Listing {
        title: "Posts of each kit, in their order, with what their organisation is like".to_owned(),
        columns: vec!["kit", "kind", "role", "people", "own_interest", "headroom", "organisation"],
        abreast: 6,
        rows: scenario.vocabulary.kits.iter().flat_map(of_kit).collect(),
    }
}
