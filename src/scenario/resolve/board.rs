use super::whole::{Whole, WholeSite};
use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::{OrganisationId, Share};
use crate::scenario::entries::Fields;
use crate::scenario::{Board, BoardKind, Group};

/// How formal a board is that does not say, nor its kind.
const USUAL_FORMALITY: f64 = 0.5;

pub(super) fn board(fields: &Fields<'_>, place: &WholeSite<'_>, whole: &mut Whole<'_>) -> Board {
    let kind = fields.maybe_text("kind");
    let kind = kind.and_then(|name| whole.vocabulary.board_kinds.iter().find(|kind| kind.name == name));
    let members = members(fields, kind, place, whole.out);
    let clock = whole.clock;
    let start = fields.maybe_month("start").map_or(clock.programme.0, |month| clock.index(month));
    let end = fields.maybe_month("end").map(|month| clock.index(month));
    if clock.sound && !fields.is_bad("start") {
        if let Some(end) = end
            && end <= start
        {
            let message = "the board must end after it has started";
            let from = format!("it starts in {}", clock.calendar.month(start));
            whole.out.push(Diagnostic::at(fields.span_of("end"), message).also(fields.span_of("start"), from));
        } else if start >= clock.months() {
            let message = "the board starts after the run's last month";
            whole.out.push(Diagnostic::at(fields.span_of("start"), message).note(clock.words()));
        }
    }
    let usual = Share::clamped(USUAL_FORMALITY);
    Board {
        kind: kind.map(|kind| kind.name.clone()),
        seats: kind.map_or_else(|| vec![Group::Executive, Group::Manager], |kind| kind.seats.clone()),
        members,
        formality: fields.maybe_share("formality").unwrap_or(kind.map_or(usual, |kind| kind.formality)),
        start,
        end,
    }
}

fn members(
    fields: &Fields<'_>,
    kind: Option<&BoardKind>,
    place: &WholeSite<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<OrganisationId> {
    if fields.given("members").is_none() {
        return members_of(fields, kind, place, out);
    }
    let names = fields.texts("members").unwrap_or_default();
    let before = out.len();
    let mut members: Vec<OrganisationId> = Vec::with_capacity(names.len());
    let mut places: Vec<Span> = Vec::new();
    if let [("all", _)] = names.as_slice() {
        members.extend((0..place.organisations.len()).map(OrganisationId::at));
    } else {
        for (name, span) in &names {
            let Some(id) = place.names.find(name, *span, place.title, out).map(OrganisationId::at) else { continue };
            match members.iter().position(|other| *other == id) {
                Some(i) => {
                    let message = format!("\"{name}\" is a member of the board twice");
                    out.push(Diagnostic::at(*span, message).also(places[i], ""));
                }
                None => {
                    members.push(id);
                    places.push(*span);
                }
            }
        }
    }
    let right = place.names.sound && out.len() == before && !fields.is_bad("members");
    if right && members.len() < 2 {
        let message = "a board must have at least two members";
        let hint = "[\"all\"] stands for all organisations of the site";
        out.push(
            Diagnostic::at(fields.span_of("members"), message).label(format!("{} here", members.len())).hint(hint),
        );
    }
    members
}

/// The organisations of a site that sit on a board by its kind.
fn members_of(
    fields: &Fields<'_>,
    kind: Option<&BoardKind>,
    place: &WholeSite<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<OrganisationId> {
    let Some(kind) = kind else {
        if !fields.is_bad("kind") {
            let message = "[[site.board]] lacks `members`";
            let note = "`members` is a list of names in quotes; [\"all\"] stands for all organisations of the site";
            out.push(Diagnostic::at(fields.span, message).note(note));
        }
        return Vec::new();
    };
    let sits = |i: &usize| kind.members.is_empty() || kind.members.contains(&place.organisations[*i].kind);
    let members: Vec<_> = (0..place.organisations.len()).filter(sits).map(OrganisationId::at).collect();
    if place.names.sound && members.len() < 2 {
        let message = format!("a board of the kind \"{}\" has fewer than two members in {}", kind.name, place.title);
        let hint = "name the members: members = [...]";
        out.push(Diagnostic::at(fields.span_of("kind"), message).label(format!("{} here", members.len())).hint(hint));
    }
    members
}
