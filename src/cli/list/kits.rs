use super::Listing;
use crate::scenario::{Organisation, SiteType, Source, load};

/// The organisations of a site that gives none, by its type.
pub(super) fn kits() -> Listing {
    let site = |t: SiteType| format!("[[site]]\nname = \"{0}\"\ntype = \"{0}\"\n", t.name());
    let text = format!("name = \"kits\"\n{}", SiteType::ALL.map(site).concat());
    // A scenario of one bare site of each type: what it is given is the kit.
    let sites = load(&Source::Text { name: "kits".to_owned(), text }, &[]).map_or(vec![], |scenario| scenario.sites);
    let row = |site: &crate::scenario::Site| {
        let people: u32 = site.organisations.iter().map(Organisation::size).sum();
        let organisations = site.organisations.iter().map(|o| format!("{} ({})", o.name, o.size()));
        vec![site.name.clone(), people.to_string(), organisations.collect::<Vec<_>>().join(", ")]
    };
    Listing {
        title: "Kits (kit = ..., by default that of the site's type), with people in each organisation".to_owned(),
        columns: vec!["name", "people", "organisations"],
        rows: sites.iter().map(row).collect(),
    }
}
