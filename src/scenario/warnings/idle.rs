use super::funding::without_money;
use super::seen::Seen;
use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::OrganisationId;
use crate::scenario::Warning;
use crate::scenario::built_in::built_in_kits;
use crate::scenario::entries::Fields;
use crate::scenario::vocabulary::kind_for_example;
use crate::scenario::{Organisation, Role, Site};

/// Organisations that take part in nothing, posts that nobody ever holds, a scenario without initiatives.
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    if seen.scenario.sites.iter().all(|site| site.initiatives.is_empty()) {
        let place = seen.file.entries("site").first().map_or(seen.file.span, |fields| fields.span_of("name"));
        let message = "no site has an initiative, so that none can live or end";
        let warning = Diagnostic::warning(Warning::NoInitiative.name(), place, message);
        out.push(warning.hint(match kind_for_example(&seen.scenario.kinds) {
            Some(kind) => format!("give one to a site: initiatives = [\"{kind}\"]"),
            None => "define an [[initiative_kind]], and give it to a site: initiatives = [..]".to_owned(),
        }));
        return;
    }
    let moneyless = without_money(seen);
    for (fields, places) in seen.sites() {
        let Some(site) = seen.scenario.sites.get(places.start) else { continue };
        for (place, (entry, one)) in fields.entries("organisation").iter().zip(&site.organisations).enumerate() {
            // What comes from a kit is there in case.
            if is_of_a_kit(one) {
                continue;
            }
            if takes_part_in_nothing(site, place) && !site.initiatives.is_empty() {
                out.push(idle_organisation(entry, one, site));
            }
            idle_posts(entry, (site, &seen.scenario.roles), moneyless, out);
        }
    }
}

fn is_of_a_kit(one: &Organisation) -> bool {
    built_in_kits().iter().any(|kit| kit.organisations.contains(one))
}

/// Whether an organisation has to do with no initiative and no board of its site.
pub(super) fn takes_part_in_nothing(site: &Site, organisation: usize) -> bool {
    let id = OrganisationId::at(organisation);
    site.initiatives.iter().all(|one| !one.partners.contains(&id))
        && site.boards.iter().all(|board| !board.members.contains(&id))
}

fn idle_organisation(entry: &Fields<'_>, one: &Organisation, site: &Site) -> Diagnostic {
    let given = [entry.span_of("name"), entry.span_of("kind")].into_iter().find(|span| !span.is_nowhere());
    let message = format!("\"{}\" takes part in no initiative of \"{}\" and sits on no board", one.name, site.name);
    Diagnostic::warning(Warning::IdleOrganisation.name(), given.unwrap_or(entry.span), message)
        .note("its people only listen, unless a copy from another site brings them in")
        .hint("name it among the `partners` of an initiative or the `members` of a board, or leave it out")
}

/// Posts that the programme pays for, where it never pays.
fn idle_posts(entry: &Fields<'_>, (site, roles): (&Site, &[Role]), moneyless: bool, out: &mut Vec<Diagnostic>) {
    if site.member && !moneyless {
        return;
    }
    let why = if site.member { "no member is awarded any" } else { "its site is no member" };
    for (role, count, span) in entry.counts("roles") {
        let paid = roles.iter().any(|one| one.name == role && one.programme_funded);
        if paid && count > 0 && span != Span::NOWHERE {
            let message = format!("nobody is ever {role} here: the post is paid from programme money, and {why}");
            let warning = Diagnostic::warning(Warning::IdleRole.name(), span, message);
            out.push(warning.hint("a role that is not paid by the programme; or leave it out"));
        }
    }
}
