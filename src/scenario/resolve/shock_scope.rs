use super::lookup::Names;
use super::sites::Sites;
use super::whole::Whole;
use crate::diagnostics::Diagnostic;
use crate::quantity::{InitiativeId, OrganisationId, RegionId, SiteId};
use crate::scenario::entries::Fields;
use crate::scenario::{Scope, Site};

/// Whom a shock strikes; `None` if that was wrong, and has been reported.
pub(super) fn scope(fields: &Fields<'_>, sites: &Sites, whole: &mut Whole<'_>) -> Option<Scope> {
    match fields.maybe_text("scope") {
        Some("all") => return Some(Scope::All),
        Some(_) => return Some(Scope::Members),
        None if fields.is_bad("scope") => return None,
        None => {}
    }
    let part = fields.inner("scope");
    let keys = ["region", "site", "organisation", "initiative"].map(|key| part.given(key).is_some());
    if keys.into_iter().zip(["region", "site", "organisation", "initiative"]).any(|(_, key)| part.is_bad(key)) {
        return None;
    }
    match keys {
        [true, false, false, false] => {
            let place = part.span_of("region");
            let at = whole.region_names.find(part.text("region"), place, "the scenario", whole.out)?;
            Some(Scope::Region(RegionId::at(at)))
        }
        [false, true, organisation, initiative] if !(organisation && initiative) => {
            let at = sites.names.find(part.text("site"), part.span_of("site"), "the scenario", whole.out)?;
            let (site, id) = (sites.list.get(at)?, SiteId::at(at));
            let sound = sites.sound.get(at) == Some(&true);
            let title = format!("site \"{}\"", site.name);
            if organisation {
                let list = site.organisations.iter().map(|one| one.name.as_str());
                let at = find("organisation", list, &part, &title, sound, whole.out)?;
                Some(Scope::Organisation(id, OrganisationId::at(at)))
            } else if initiative {
                let list = site.initiatives.iter().map(|one| one.name.as_str());
                let at = find("initiative", list, &part, &title, sound, whole.out)?;
                Some(Scope::Initiative(id, InitiativeId::at(at)))
            } else {
                Some(Scope::Site(id))
            }
        }
        _ => {
            let message = "a scope names a region, a site, or one organisation or initiative of a site";
            let hint = "like { region = \"North\" } or { site = \"Fylde\", organisation = \"Council\" }";
            whole.out.push(Diagnostic::at(part.span, message).hint(hint));
            None
        }
    }
}

fn find<'a>(
    key: &'static str,
    list: impl Iterator<Item = &'a str>,
    part: &Fields<'_>,
    title: &str,
    sound: bool,
    out: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let mut names = Names::new(key);
    list.for_each(|name| names.add_at(name, part.span, false, &mut Vec::new()));
    names.sound = sound;
    names.find(part.text(key), part.span_of(key), title, out)
}

/// The least number of people in what a shock strikes, and whose they are; `None` if it strikes nobody.
pub(super) fn fewest_people(scope: Scope, sites: &[Site]) -> Option<(u64, String)> {
    let people = |site: &Site| site.organisations.iter().map(|one| u64::from(one.size())).sum::<u64>();
    let least = |chosen: &dyn Fn(&Site) -> bool| {
        let site = sites.iter().filter(|site| chosen(site)).min_by_key(|site| people(site))?;
        Some((people(site), format!("site \"{}\"", site.name)))
    };
    match scope {
        Scope::All => least(&|_| true),
        Scope::Members => least(&|site| site.member),
        Scope::Region(region) => least(&|site| site.region == Some(region)),
        Scope::Site(site) => {
            let site = sites.get(site.index())?;
            Some((people(site), format!("site \"{}\"", site.name)))
        }
        Scope::Organisation(site, organisation) => {
            let one = sites.get(site.index())?.organisations.get(organisation.index())?;
            Some((u64::from(one.size()), format!("\"{}\"", one.name)))
        }
        Scope::Initiative(site, initiative) => {
            let site = sites.get(site.index())?;
            let one = site.initiatives.get(initiative.index())?;
            let sizes = one.partners.iter().filter_map(|id| site.organisations.get(id.index()));
            Some((sizes.map(|one| u64::from(one.size())).sum(), format!("\"{}\"", one.name)))
        }
    }
}
