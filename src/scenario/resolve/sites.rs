use super::lookup::Names;
use super::site::site;
use super::whole::Whole;
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Site;
use crate::scenario::entries::Fields;

/// Most sites that a scenario may have.
const MOST: usize = 100_000;

/// Most sites, organisations, initiatives, boards and named people that a scenario may have, and all of its regimes together.
pub(in crate::scenario) const MOST_PARTS: usize = 2_000_000;

/// A site with its organisations, initiatives, boards and named people.
pub(in crate::scenario) fn parts(site: &Site) -> usize {
    1 + site.organisations.len() + site.initiatives.len() + site.boards.len() + site.actors.len()
}

/// The sites, `count` expanded.
#[derive(Debug)]
pub(super) struct Sites {
    pub list: Vec<Site>,
    pub names: Names,
    /// Which of them are right: a name that is missing in another one proves nothing.
    pub sound: Vec<bool>,
}

/// All sites of a file.
pub(super) fn sites(file: &Fields<'_>, whole: &mut Whole<'_>) -> Sites {
    if let Some(node) = file.given("site_defaults") {
        let message = "`site_defaults` stands in a file: it is given to sites before settings are laid over them";
        whole.out.push(Diagnostic::at(node.span, message).hint("set all sites: site.*.KEY"));
    }
    let mut names = Names::new("site");
    let mut sites: Vec<Site> = Vec::new();
    let mut sound: Vec<bool> = Vec::new();
    let entries = file.entries("site");
    let mut all_parts = 0_usize;
    for fields in &entries {
        let before = whole.out.len();
        let one = site(fields, whole);
        let right = whole.out.len() == before && !fields.any_bad();
        let count = fields.whole("count").max(1);
        if sites.len() + count as usize > MOST {
            let place = if count == 1 { fields.span } else { fields.span_of("count") };
            let message = format!("the scenario has more than {MOST} sites");
            let label = format!("{} with this", sites.len() + count as usize);
            whole.out.push(Diagnostic::at(place, message).label(label));
            names.sound = false;
            break;
        }
        all_parts = all_parts.saturating_add(parts(&one).saturating_mul(count as usize));
        if all_parts > MOST_PARTS {
            let place = if count == 1 { fields.span } else { fields.span_of("count") };
            let message = format!("the scenario has more than {MOST_PARTS} sites, organisations and initiatives");
            whole.out.push(Diagnostic::at(place, message).label(format!("{all_parts} with this")));
            names.sound = false;
            break;
        }
        let place = if fields.span_of("name").is_nowhere() { fields.span } else { fields.span_of("name") };
        let bad = fields.is_bad("name") || fields.is_bad("count");
        sound.resize(sites.len() + count as usize, right);
        if count == 1 {
            names.add_at(&one.name, place, bad, whole.out);
            sites.push(one);
            continue;
        }
        for i in 1..=count {
            let copy = Site { name: format!("{} {i}", one.name), ..one.clone() };
            names.add_at(&copy.name, place, bad, whole.out);
            sites.push(copy);
        }
    }
    if entries.is_empty() && !file.is_bad("site") {
        let place = match file.span_of("site") {
            Span::NOWHERE => file.span,
            given => given,
        };
        let message = "the scenario has no site";
        whole.out.push(Diagnostic::at(place, message).hint("add at least one: [[site]] with a name and a type"));
    }
    names.sound &= !file.is_bad("site");
    Sites { list: sites, names, sound }
}
