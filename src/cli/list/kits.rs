use super::{Listed, Listing};
use crate::scenario::{Organisation, Role, Site, SiteType, Source, default_scenario, load};

/// A bare site of each type, named by it: what it is given is its kit.
fn bare_sites() -> Vec<Site> {
    let site = |t: SiteType| format!("[[site]]\nname = \"{0}\"\ntype = \"{0}\"\n", t.name());
    let text = format!("name = \"kits\"\n{}", SiteType::ALL.map(site).concat());
    load(&Source::Text { name: "kits".to_owned(), text }, &[]).map_or(vec![], |scenario| scenario.sites)
}

/// The organisations of a site that gives none, by its type.
pub(super) fn kits() -> Listing {
    let row = |site: &Site| {
        let people: u32 = site.organisations.iter().map(Organisation::size).sum();
        let organisations = site.organisations.iter().map(|o| format!("{} ({})", o.name, o.size()));
        let organisations = organisations.collect::<Vec<_>>().join(", ");
        Listed {
            sentence: organisations.clone(),
            cells: vec![site.name.as_str().into(), people.into(), organisations.into()],
        }
    };
    Listing {
        title: "Kits (kit = ..., by default that of the site's type), with people in each organisation".to_owned(),
        columns: vec!["name", "people", "organisations"],
        abreast: 2,
        rows: bare_sites().iter().map(row).collect(),
    }
}

/// The same, person by person: a row for each role in each of them, in the order of their posts.
pub(super) fn posts() -> Listing {
    let roles: &[Role] = &default_scenario().roles;
    let of_site = |site: &Site| -> Vec<Listed> {
        let of = |o: &Organisation| {
            let row = |&(role, people): &(crate::quantity::RoleId, u32)| {
                let role = &roles[role.index()];
                Listed {
                    sentence: format!("{}: {} x {}", o.name, people, role.label),
                    cells: vec![
                        site.name.as_str().into(),
                        o.kind.name().into(),
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
        site.organisations.iter().flat_map(of).collect()
    };
    Listing {
        title: "Posts of each kit, in their order, with what their organisation is like".to_owned(),
        columns: vec!["kit", "kind", "role", "people", "own_interest", "headroom", "organisation"],
        abreast: 6,
        rows: bare_sites().iter().flat_map(of_site).collect(),
    }
}
