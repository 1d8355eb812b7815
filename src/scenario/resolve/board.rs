use super::whole::{Whole, WholeSite};
use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::OrganisationId;
use crate::scenario::Board;
use crate::scenario::entries::Fields;

pub(super) fn board(fields: &Fields<'_>, place: &WholeSite<'_>, whole: &mut Whole<'_>) -> Board {
    let members = members(fields, place, whole.out);
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
    Board { members, formality: fields.share("formality"), start, end }
}

fn members(fields: &Fields<'_>, place: &WholeSite<'_>, out: &mut Vec<Diagnostic>) -> Vec<OrganisationId> {
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
