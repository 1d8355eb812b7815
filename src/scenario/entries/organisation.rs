use super::Fields;
use super::kind::organisation_kind;
use super::label::organisation_label;
use crate::diagnostics::Diagnostic;
use crate::quantity::RoleId;
use crate::scenario::grammar::built_in_names;
use crate::scenario::{Organisation, OrganisationKind};

/// The organisations of a site or kit.
pub(in crate::scenario) fn organisations(entries: &[Fields<'_>], out: &mut Vec<Diagnostic>) -> Vec<Organisation> {
    entries.iter().map(|fields| organisation(fields, out)).collect()
}

fn organisation(fields: &Fields<'_>, out: &mut Vec<Diagnostic>) -> Organisation {
    let kind = fields.text("kind");
    let name = fields.maybe_text("name").map_or_else(|| organisation_label(kind), str::to_owned);
    let roles: Vec<(RoleId, u32)> = fields
        .counts("roles")
        .iter()
        .filter(|(_, count, _)| *count > 0)
        .filter_map(|(role, count, _)| Some((role_id(role)?, *count)))
        .collect();
    if roles.is_empty() && !fields.is_bad("roles") {
        let place = if fields.span_of("roles").is_nowhere() { fields.span } else { fields.span_of("roles") };
        let message = format!("nobody works in the organisation \"{name}\"");
        out.push(Diagnostic::at(place, message).hint("give it people: roles = { director = 1, nurse = 4 }"));
    }
    Organisation {
        kind: organisation_kind(kind).unwrap_or(OrganisationKind::Commissioner),
        name,
        roles,
        own_interest: fields.share("own_interest"),
        headroom: fields.number("headroom"),
    }
}

/// The built-in role of that name.
pub(in crate::scenario) fn role_id(name: &str) -> Option<RoleId> {
    built_in_names::roles().iter().position(|role| role == name).map(RoleId::at)
}
