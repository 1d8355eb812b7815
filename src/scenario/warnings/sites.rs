use super::seen::{Seen, said, unread};
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::entries::Fields;
use crate::scenario::{Consultation, Site};

/// `[[site]]` entries: keys of theirs that nothing reads, and boards that do not sit.
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    for (fields, places) in seen.sites() {
        let Some(site) = seen.scenario.sites.get(places.start) else { continue };
        own_award(&fields, site, out);
        if site.consultation == Consultation::None
            && let Some(span) = said(&fields, "engagement")
        {
            let message =
                format!("\"{}\" does not consult, so that its engagement is and stays 0", fields.text("name"));
            let warning = unread(span, message).also(fields.span_of("consultation"), "by this");
            out.push(warning.hint("consultation = \"two-way\" or \"one-way\", or no `engagement`"));
        }
        let listed = fields.given("organisation").and_then(|node| node.value.list()).is_some_and(|l| !l.is_empty());
        let spelled_out = || fields.entries("organisation").iter().all(|one| one.span.is_nowhere());
        if listed
            && !spelled_out()
            && let Some(node) = fields.given("kit").filter(|node| !node.span.is_nowhere())
        {
            let message = format!("\"{}\" lists organisations, so that it has none of its `kit`", fields.text("name"));
            out.push(unread(node.span, message).hint("leave out `kit`, or the list"));
        }
        boards(seen, &fields, site, out);
    }
}

fn own_award(fields: &Fields<'_>, site: &Site, out: &mut Vec<Diagnostic>) {
    if site.member {
        return;
    }
    if let Some(span) = said(fields, "award") {
        let message = format!("\"{}\" is no member of the programme, which pays it nothing", fields.text("name"));
        out.push(unread(span, message).hint("leave out `award`, or make it a member: member = true"));
    }
}

/// Boards that are over before the run begins, or end when it is over anyway.
fn boards(seen: &Seen<'_>, fields: &Fields<'_>, site: &Site, out: &mut Vec<Diagnostic>) {
    for (entry, board) in fields.entries("board").iter().zip(&site.boards) {
        let Some(end) = board.end else { continue };
        let span = entry.span_of("end");
        if span == Span::NOWHERE {
            continue;
        }
        if end <= 0 {
            let message = "the board is over before the run begins, so that it never sits".to_owned();
            out.push(unread(span, message).note(format!("the run begins in {}", seen.month(0))).hint("a later `end`"));
        } else if end > seen.last_month() {
            let message = "the board ends after the run does, so that nothing reads when".to_owned();
            let note = format!("the run's last month is {}", seen.month(seen.last_month()));
            out.push(unread(span, message).note(note).hint("leave `end` out, or lengthen `months` in [time]"));
        }
    }
}
