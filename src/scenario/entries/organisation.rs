use super::Fields;
use crate::diagnostics::Diagnostic;
use crate::quantity::{OrganisationKindId, RoleId};
use crate::scenario::grammar::{Defined, WordList};
use crate::scenario::{Organisation, OrganisationKind};

/// The organisations of a site or kit, `count` expanded, each with the entry that it comes from.
pub(in crate::scenario) fn organisations<'e, 'a>(
    entries: &'e [Fields<'a>],
    kinds: &[OrganisationKind],
    defined: &Defined,
    out: &mut Vec<Diagnostic>,
) -> Vec<(Organisation, &'e Fields<'a>)> {
    let mut list = Vec::with_capacity(entries.len());
    for fields in entries {
        let one = organisation(fields, kinds, defined, out);
        match fields.whole("count").max(1) {
            1 => list.push((one, fields)),
            count => list.extend((1..=count).map(|i| (copy(&one, i, count), fields))),
        }
    }
    list
}

/// Number `i` of so many.
fn copy(one: &Organisation, i: u32, count: u32) -> Organisation {
    let copies = if i == 1 { count } else { 0 };
    Organisation { name: format!("{} {i}", one.name), copies, ..one.clone() }
}

fn organisation(
    fields: &Fields<'_>,
    kinds: &[OrganisationKind],
    defined: &Defined,
    out: &mut Vec<Diagnostic>,
) -> Organisation {
    let kind = defined.place(WordList::OrganisationKind, fields.text("kind"));
    let known = kind.and_then(|place| kinds.get(place));
    let name = fields.maybe_text("name").or(known.map(|kind| kind.label.as_str())).unwrap_or_default().to_owned();
    let roles: Vec<(RoleId, u32)> = fields
        .counts("roles")
        .iter()
        .filter(|(_, count, _)| *count > 0)
        .filter_map(|(role, count, _)| Some((role_id(role, defined)?, *count)))
        .collect();
    if roles.is_empty() && !fields.is_bad("roles") {
        let place = if fields.span_of("roles").is_nowhere() { fields.span } else { fields.span_of("roles") };
        let message = format!("nobody works in the organisation \"{name}\"");
        out.push(Diagnostic::at(place, message).hint(give_people(defined)));
    }
    Organisation {
        kind: OrganisationKindId::at(kind.unwrap_or(0)),
        name,
        roles,
        own_interest: fields.maybe_share("own_interest").or(known.map(|kind| kind.own_interest)).unwrap_or_default(),
        headroom: fields.maybe_number("headroom").or(known.map(|kind| kind.headroom)).unwrap_or_default(),
        copies: 1,
    }
}

/// With roles that the field has.
fn give_people(defined: &Defined) -> String {
    let roles = defined.words(WordList::Role);
    match (defined.has(WordList::Role, "nurse"), roles.as_slice()) {
        (true, _) => "give it people: roles = { director = 1, nurse = 4 }".to_owned(),
        (false, []) => "give it people: define a [[role]], then roles = { NAME = 4 }".to_owned(),
        (false, [one]) => format!("give it people: roles = {{ {one} = 4 }}"),
        (false, [first, .., last]) => format!("give it people: roles = {{ {first} = 1, {last} = 4 }}"),
    }
}

/// The role of that name.
pub(in crate::scenario) fn role_id(name: &str, defined: &Defined) -> Option<RoleId> {
    defined.place(WordList::Role, name).map(RoleId::at)
}
