use super::lookup::{Names, name_place};
use super::whole::{Whole, WholeSite};
use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::{KindId, OrganisationId, RoleId};
use crate::scenario::entries::{Fields, methods, role_id};
use crate::scenario::raw::{Entry, Table};
use crate::scenario::{Attributes, Initiative, InitiativeKind, Origin};

/// The initiatives of a site: its entries, then the kinds of the short list.
pub(super) fn initiatives(site: &Fields<'_>, place: &WholeSite<'_>, whole: &mut Whole<'_>) -> Vec<Initiative> {
    let mut names = Names::new("initiative");
    let mut list = Vec::new();
    let short: Vec<Table> = short_list(site);
    let mut entries = site.entries("initiative");
    entries.extend(short.iter().map(|table| site.entry_like("initiative", table)));
    for fields in &entries {
        let Some(initiative) = initiative(fields, place, whole) else { continue };
        names.add_at(&initiative.name, name_place(fields), fields.is_bad("name"), whole.out);
        list.push(initiative);
    }
    list
}

fn short_list(site: &Fields<'_>) -> Vec<Table> {
    let items = site.given("initiatives").and_then(|node| node.value.list()).unwrap_or_default();
    let entry = |node: &crate::scenario::raw::Node| Table {
        entries: vec![Entry { key: "kind".to_owned(), key_span: node.span, node: node.clone() }],
    };
    items.iter().map(entry).collect()
}

fn initiative(fields: &Fields<'_>, place: &WholeSite<'_>, whole: &mut Whole<'_>) -> Option<Initiative> {
    let kind_name = fields.maybe_text("kind")?;
    let kind_id = whole.kind_names.find(kind_name, fields.span_of("kind"), "the scenario", whole.out)?;
    let kind = &whole.kinds[kind_id];
    let name = fields.maybe_text("name").unwrap_or(&kind.label).to_owned();
    let (origin, start) = when(fields, &name, whole);
    let (lead, partners) = who(fields, kind, &name, place, whole);
    let kind = &whole.kinds[kind_id];
    let champion = champion(fields, &name, &partners, place, whole);
    Some(Initiative {
        kind: KindId::at(kind_id),
        name,
        origin,
        start,
        lead,
        partners,
        champion,
        attributes: Attributes {
            complexity: fields.maybe_share("complexity").unwrap_or(kind.attributes.complexity),
            cost: fields.maybe_number("cost").unwrap_or(kind.attributes.cost),
            cash_releasing: fields.maybe_share("cash_releasing").unwrap_or(kind.attributes.cash_releasing),
            metric_alignment: fields.maybe_share("metric_alignment").unwrap_or(kind.attributes.metric_alignment),
            local_value: fields.maybe_share("local_value").unwrap_or(kind.attributes.local_value),
        },
        methods: methods(fields).unwrap_or(kind.methods),
        scale: fields.maybe_share("scale"),
        normalisation: fields.maybe_share("normalisation"),
        fit: fields.maybe_share("fit"),
        core_share: fields.maybe_share("core_share"),
    })
}

/// Origin and first month. What runs before the programme is pre-existing, and only that.
fn when(fields: &Fields<'_>, name: &str, whole: &mut Whole<'_>) -> (Origin, i32) {
    let clock = whole.clock;
    let programme = clock.programme.0;
    let origin = match fields.maybe_text("origin") {
        Some("pre-existing") => Some(Origin::PreExisting),
        Some(_) => Some(Origin::Programme),
        None => None,
    };
    let given = fields.maybe_month("start").map(|month| clock.index(month));
    let start = match (given, origin) {
        (Some(start), _) => start,
        (None, Some(Origin::PreExisting)) => 0.min(programme - 1),
        (None, _) => programme,
    };
    let by_start = if start < programme { Origin::PreExisting } else { Origin::Programme };
    if clock.sound && !fields.is_bad("start") {
        let span = fields.span_of("start");
        if origin.is_some_and(|origin| origin != by_start) {
            let side = if start < programme { "before" } else { "no earlier than" };
            let message =
                format!("\"{name}\" is \"{}\", but starts {side} the programme", origin.unwrap_or(by_start).name());
            let note = format!("the programme starts in {}", clock.calendar.month(programme));
            let hint = "leave `origin` out: it follows from `start`";
            let place = fields.span_of("origin");
            whole.out.push(Diagnostic::at(place, message).also(span, "the start").note(note).hint(hint));
        } else if start >= clock.months() {
            let message = format!("\"{name}\" starts after the run's last month");
            whole.out.push(Diagnostic::at(span, message).note(clock.words()));
        }
    }
    (origin.unwrap_or(by_start), start)
}

/// Lead and partners, the lead first.
fn who(
    fields: &Fields<'_>,
    kind: &InitiativeKind,
    name: &str,
    place: &WholeSite<'_>,
    whole: &mut Whole<'_>,
) -> (OrganisationId, Vec<OrganisationId>) {
    let (vocabulary, out) = (whole.vocabulary, &mut *whole.out);
    let first_of = |wanted| place.organisations.iter().position(|one| one.kind == wanted).map(OrganisationId::at);
    let lead = match fields.maybe_text("lead") {
        Some(lead) => place.names.find(lead, fields.span_of("lead"), place.title, out).map(OrganisationId::at),
        None => {
            let found = kind.needs.iter().find_map(|&wanted| first_of(wanted));
            if found.is_none() && place.names.sound && !fields.is_bad("lead") && !kind.needs.is_empty() {
                let needs: Vec<&str> =
                    kind.needs.iter().map(|kind| vocabulary.organisation_kind(*kind).name.as_str()).collect();
                let message = format!("nobody can lead \"{name}\": {} has no organisation that it needs", place.title);
                let note = format!("\"{}\" needs {}", kind.name, needs.join(", "));
                let hint = "name one: lead = \"...\"";
                out.push(Diagnostic::at(name_place(fields), message).note(note).hint(hint));
            }
            found
        }
    };
    let Some(lead) = lead else { return (OrganisationId(0), Vec::new()) };
    let mut partners = vec![lead];
    match fields.texts("partners") {
        Some(names) => {
            let mut places: Vec<Span> = vec![fields.span_of("lead")];
            for (partner, span) in names {
                let Some(id) = place.names.find(partner, span, place.title, out).map(OrganisationId::at) else {
                    continue;
                };
                match partners.iter().position(|other| *other == id) {
                    // The lead always takes part, whether or not it is listed.
                    Some(0) if places[0] != span => places[0] = span,
                    Some(i) => {
                        let message = format!("\"{partner}\" is a partner twice");
                        out.push(Diagnostic::at(span, message).also(places[i], ""));
                    }
                    None => {
                        partners.push(id);
                        places.push(span);
                    }
                }
            }
        }
        None => {
            let lead_kind = place.organisations[lead.index()].kind;
            let others =
                kind.needs.iter().filter(|&&wanted| wanted != lead_kind).filter_map(|&wanted| first_of(wanted));
            for id in others {
                if !partners.contains(&id) {
                    partners.push(id);
                }
            }
        }
    }
    (lead, partners)
}

fn champion(
    fields: &Fields<'_>,
    name: &str,
    partners: &[OrganisationId],
    place: &WholeSite<'_>,
    whole: &mut Whole<'_>,
) -> Option<RoleId> {
    let (all, out) = (whole.roles, &mut *whole.out);
    let role = role_id(fields.maybe_text("champion")?, whole.defined)?;
    let has = |id: &OrganisationId| place.organisations[id.index()].roles.iter().any(|(other, _)| *other == role);
    let known = place.names.sound && !partners.is_empty() && !fields.is_bad("partners");
    if known && !partners.iter().any(has) {
        let label = &all[role.index()].name;
        let names: Vec<&str> = partners.iter().map(|id| place.organisations[id.index()].name.as_str()).collect();
        let mut roles: Vec<&str> = partners
            .iter()
            .flat_map(|id| &place.organisations[id.index()].roles)
            .map(|(role, _)| all[role.index()].name.as_str())
            .collect();
        roles.sort_unstable();
        roles.dedup();
        let message = format!("no organisation of \"{name}\" has a {label}");
        let note = format!("it is done by {}; roles there: {}", names.join(", "), roles.join(", "));
        out.push(Diagnostic::at(fields.span_of("champion"), message).note(note));
    }
    Some(role)
}
