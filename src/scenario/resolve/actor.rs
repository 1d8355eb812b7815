use super::lookup::Names;
use super::whole::{Whole, WholeSite};
use crate::diagnostics::Diagnostic;
use crate::quantity::ActorId;
use crate::scenario::entries::{Fields, role_id};
use crate::scenario::{Authority, NamedActor, Skill};
use std::collections::BTreeMap;

/// The named individuals of a site, each in a post of its own.
pub(super) fn actors(site: &Fields<'_>, place: &WholeSite<'_>, whole: &mut Whole<'_>) -> Vec<NamedActor> {
    let mut names = Names::new("actor");
    let mut taken: BTreeMap<(usize, u32), u32> = BTreeMap::new();
    let entries = site.entries("actor");
    entries
        .iter()
        .map(|fields| {
            names.add(fields.text("name"), fields, whole.out);
            said_twice(fields, whole.out);
            let slot = slot(fields, place, &mut taken, whole);
            NamedActor {
                name: fields.text("name").to_owned(),
                slot,
                skills: Skill::ALL.map(|skill| fields.maybe_share(skill.name())),
                receptivity: Authority::ALL.map(|source| fields.maybe_share(source.name())),
                hierarchical: fields.maybe_share("hierarchical"),
                clinical: fields.maybe_flag("professional").or(fields.maybe_flag("clinical")),
                spanner: fields.maybe_flag("spanner"),
                disposition: fields.maybe_number("disposition"),
                tenure: fields.maybe_number("tenure"),
                reputation: fields.maybe_share("reputation"),
                headroom: fields.maybe_share("headroom"),
                leaves: whole.clock.month_inside(fields, "leaves", "the actor leaves", whole.out),
            }
        })
        .collect()
}

/// `clinical` and `professional` are one key.
fn said_twice(fields: &Fields<'_>, out: &mut Vec<Diagnostic>) {
    if fields.given("professional").is_some() && fields.given("clinical").is_some() {
        let message = "`clinical` and `professional` say the same, and both are given";
        out.push(Diagnostic::at(fields.key_span_of("clinical"), message).also(fields.key_span_of("professional"), ""));
    }
}

/// The first post of that role in that organisation that nobody has taken.
fn slot(
    fields: &Fields<'_>,
    place: &WholeSite<'_>,
    taken: &mut BTreeMap<(usize, u32), u32>,
    whole: &mut Whole<'_>,
) -> ActorId {
    let (defined, out) = (whole.defined, &mut *whole.out);
    let nowhere = ActorId(0);
    let Some(organisation) = fields.maybe_text("organisation") else { return nowhere };
    let Some(at) = place.names.find(organisation, fields.span_of("organisation"), place.title, out) else {
        return nowhere;
    };
    let Some(role) = fields.maybe_text("role").and_then(|name| role_id(name, defined)) else { return nowhere };
    if !place.names.sound {
        return nowhere;
    }
    let before: u32 = place.organisations[..at].iter().map(crate::scenario::Organisation::size).sum();
    let roles = &place.organisations[at].roles;
    let (posts, offset) = match roles.iter().position(|(other, _)| *other == role) {
        Some(i) => (roles[i].1, roles[..i].iter().map(|(_, count)| count).sum()),
        None => (0, 0u32),
    };
    let used = taken.entry((at, role.0)).or_insert(0);
    if *used < posts {
        *used += 1;
        return ActorId(before + offset + *used - 1);
    }
    let name = fields.text("role");
    let message = if posts == 0 {
        format!("\"{organisation}\" has no {name}")
    } else {
        format!("all of \"{organisation}\"'s posts of {name} ({posts}) are taken by other named actors")
    };
    let hint = format!("give it one more: roles = {{ {name} = {} }}", posts + 1);
    out.push(Diagnostic::at(fields.span_of("role"), message).hint(hint));
    nowhere
}
