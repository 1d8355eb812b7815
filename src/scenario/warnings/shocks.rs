use super::idle::takes_part_in_nothing;
use super::seen::{Seen, said, unread};
use super::strikes::Struck;
use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::{ShockSpan, ShockTopic};
use crate::scenario::Warning;
use crate::scenario::entries::Fields;
use crate::scenario::{Scope, Shock, ShockKind, Timing};

/// `[[shock]]` entries: those that strike nobody, find nothing to take, or last otherwise than they say.
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    for (fields, shock) in seen.file.entries("shock").iter().zip(&seen.scenario.shocks) {
        let struck = Struck::by(shock, seen);
        let idle = nobody(fields, shock, &struck).or_else(|| no_person(fields, shock, &struck));
        let idle = idle.or_else(|| no_money(seen, fields, shock, &struck));
        out.extend(idle.or_else(|| too_early(seen, fields, shock)));
        out.extend(lasting(seen, fields, shock));
    }
}

fn idle(span: Span, fields: &Fields<'_>, message: String) -> Diagnostic {
    let place = if span.is_nowhere() { fields.span_of("kind") } else { span };
    Diagnostic::warning(Warning::IdleShock.name(), place, message)
}

/// It strikes no place at all.
fn nobody(fields: &Fields<'_>, shock: &Shock, struck: &Struck<'_>) -> Option<Diagnostic> {
    if shock.timing == Timing::Rate(0.0) {
        let message = "a shock with a `rate` of 0 never strikes".to_owned();
        return Some(idle(fields.span_of("rate"), fields, message).hint("a rate above 0, or leave the shock out"));
    }
    if !struck.sites.is_empty() {
        return None;
    }
    let scope = fields.span_of("scope");
    Some(match shock.scope {
        Scope::Region(_) => idle(scope, fields, "the shock strikes nobody: no site lies in this region".to_owned())
            .hint("give a site this `region`, or the shock another scope"),
        _ => idle(scope, fields, "the shock strikes nobody: no site is a member of the programme".to_owned())
            .hint("scope = \"all\" strikes every site; a site with a `type` is a member"),
    })
}

/// It strikes places, but none of the people that it is for; or people who take part in nothing.
fn no_person(fields: &Fields<'_>, shock: &Shock, struck: &Struck<'_>) -> Option<Diagnostic> {
    if let Scope::Organisation(site, organisation) = shock.scope
        && let Some(site) = struck.scenario.sites.get(site.index())
        && takes_part_in_nothing(site, organisation.index())
    {
        let message = format!(
            "the shock strikes \"{}\", which takes part in no initiative and sits on no board",
            site.organisations[organisation.index()].name
        );
        let hint = "name an organisation that does, or the whole site: scope = { site = \"...\" }";
        return Some(idle(fields.span_of("scope"), fields, message).hint(hint));
    }
    let (whom, most) = struck.most_of(shock)?;
    let magnitude = fields.span_of("magnitude");
    if most == 0 {
        let place = if said(fields, "target").is_some() { fields.span_of("target") } else { fields.span_of("scope") };
        let message = format!("nobody can leave: there are no {whom} where the shock strikes");
        return Some(idle(place, fields, message).hint("another `target` or `scope`"));
    }
    let share = (shock.magnitude * most as f64).round();
    let none = shock.kind == ShockKind::StaffLoss && shock.count.is_none() && shock.magnitude > 0.0 && share < 1.0;
    none.then(|| {
        let message = format!("nobody leaves: {} of {most} {whom} is less than half a person", shock.magnitude);
        idle(magnitude, fields, message).hint("a larger `magnitude`, or say how many: count = 1")
    })
}

/// It is about the programme's money, where or when there is none.
fn no_money(seen: &Seen<'_>, fields: &Fields<'_>, shock: &Shock, struck: &Struck<'_>) -> Option<Diagnostic> {
    // What strikes one initiative is its core money.
    let core = matches!(shock.kind, ShockKind::FundingCut | ShockKind::FundingWithdrawal)
        && matches!(shock.scope, Scope::Initiative(..));
    if core || shock.kind.row().topic != ShockTopic::Programme {
        return None;
    }
    let felt = "only the bad news is felt";
    if struck.sites.iter().all(|site| !site.member) {
        let message = format!("the shock finds no money to take: no member of the programme is struck; {felt}");
        return Some(idle(fields.span_of("scope"), fields, message).hint("scope = \"members\", or a member site"));
    }
    let Timing::Month(month) = shock.timing else { return None };
    let month = i32::try_from(month).unwrap_or(i32::MAX);
    let programme = &seen.scenario.programme;
    let place = fields.span_of("month");
    if month >= programme.end {
        let note = format!("the programme's last month is {}", seen.month(programme.end - 1));
        let message = format!("the shock finds no money to take: the programme is over; {felt}");
        return Some(idle(place, fields, message).note(note).hint("an earlier `month`"));
    }
    let over = month.saturating_add(i32::try_from(shock.duration).unwrap_or(i32::MAX));
    let passes = shock.duration > 0 && shock.kind != ShockKind::AwardBelowBid;
    (passes && over <= programme.start).then(|| {
        let note = format!("the first payment is in {}", seen.month(programme.start));
        let message = "the shock is over before any money is paid, and nobody hears of it".to_owned();
        idle(place, fields, message).note(note).hint("a later `month`, or a longer `duration`")
    })
}

/// It strikes an initiative that has not begun.
fn too_early(seen: &Seen<'_>, fields: &Fields<'_>, shock: &Shock) -> Option<Diagnostic> {
    let (Scope::Initiative(site, initiative), Timing::Month(month)) = (shock.scope, shock.timing) else { return None };
    let one = seen.scenario.sites.get(site.index())?.initiatives.get(initiative.index())?;
    (i32::try_from(month).unwrap_or(i32::MAX) < one.start).then(|| {
        let message = format!("the shock strikes before \"{}\" begins, in {}", one.name, seen.month(one.start));
        idle(fields.span_of("month"), fields, message).hint("a later `month`, or an earlier `start` of the initiative")
    })
}

/// A duration that the kind does not have (section 6.1 of the model).
fn lasting(seen: &Seen<'_>, fields: &Fields<'_>, shock: &Shock) -> Option<Diagnostic> {
    let span = said(fields, "duration").filter(|_| shock.duration > 0)?;
    let by_start = match shock.timing {
        Timing::Month(month) => i32::try_from(month).unwrap_or(i32::MAX) <= seen.scenario.programme.start,
        Timing::Rate(_) => false,
    };
    let message = match (shock.kind, shock.scope) {
        (kind, _) if kind.row().span == ShockSpan::ForGood => {
            format!("\"{}\" is for good, so that nothing reads its `duration`", kind.name())
        }
        (ShockKind::FundingCut | ShockKind::FundingWithdrawal, Scope::Initiative(..)) => {
            "what an initiative loses of its core money is for good, so that nothing reads `duration`".to_owned()
        }
        (ShockKind::AwardBelowBid, _) if by_start => {
            "an award that is told at the start holds for good, so that nothing reads `duration`".to_owned()
        }
        _ => return None,
    };
    Some(unread(span, message).hint("leave `duration` out"))
}
