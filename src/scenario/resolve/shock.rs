use super::shock_scope::{fewest_people, scope};
use super::sites::Sites;
use super::whole::Whole;
use crate::diagnostics::Diagnostic;
use crate::quantity::ShockSpan;
use crate::scenario::entries::Fields;
use crate::scenario::{Shock, ShockKind, StaffTarget, Timing};

pub(super) fn shock(fields: &Fields<'_>, sites: &Sites, whole: &mut Whole<'_>) -> Shock {
    let kind = ShockKind::named(fields.text("kind"));
    let timing = timing(fields, whole);
    let scope = scope(fields, sites, whole);
    if let Some(kind) = kind {
        check_settings(fields, kind, whole.out);
    }
    let count = fields.maybe_whole("count");
    if let (Some(count), Some(scope), Some(ShockKind::StaffLoss)) = (count, scope, kind)
        && sites.names.sound
        && sites.sound.iter().all(|sound| *sound)
        && let Some((people, whose)) = fewest_people(scope, &sites.list)
        && u64::from(count) > people
    {
        let message = format!("{count} people cannot leave: {whose} has {people}");
        whole.out.push(Diagnostic::at(fields.span_of("count"), message));
    }
    Shock {
        kind: kind.unwrap_or(ShockKind::FundingCut),
        timing,
        scope: scope.unwrap_or(crate::scenario::Scope::All),
        magnitude: fields.number("magnitude"),
        duration: fields.whole("duration"),
        target: match fields.text("target") {
            "leaders" => StaffTarget::Leaders,
            "champions" => StaffTarget::Champions,
            "spanners" => StaffTarget::Spanners,
            "best_connected" => StaffTarget::BestConnected,
            _ => StaffTarget::Random,
        },
        count,
    }
}

fn timing(fields: &Fields<'_>, whole: &mut Whole<'_>) -> Timing {
    let month = whole.clock.month_inside(fields, "month", "the shock strikes", whole.out);
    match (fields.given("month"), fields.given("rate")) {
        (Some(_), Some(rate)) => {
            let message = "a shock has a `month` or a `rate`, not both";
            let other = fields.span_of("month");
            whole.out.push(Diagnostic::at(rate.span, message).also(other, ""));
        }
        (None, None) => {
            let message = "the shock has neither `month` nor `rate`";
            let hint = "month = \"2016-06\" strikes once; rate = 0.05 strikes by chance, 5 % a month";
            whole.out.push(Diagnostic::at(fields.span, message).hint(hint));
        }
        _ => {}
    }
    match month {
        Some(month) => Timing::Month(month),
        None => Timing::Rate(fields.number("rate")),
    }
}

/// Settings that mean nothing for this kind, or that it cannot do without.
fn check_settings(fields: &Fields<'_>, kind: ShockKind, out: &mut Vec<Diagnostic>) {
    let name = kind.name();
    for owner in ShockKind::ALL.into_iter().filter(|&owner| owner != kind) {
        for key in owner.row().settings.iter().filter(|key| fields.given(key).is_some()) {
            let message = format!("`{key}` belongs to shocks of kind \"{}\"", owner.name());
            let label = format!("this one is \"{name}\"");
            out.push(Diagnostic::at(fields.key_span_of(key), message).also(fields.span_of("kind"), label));
        }
    }
    let span = kind.row().span;
    if span == ShockSpan::AtOnce && fields.maybe_whole("duration").is_some_and(|months| months > 0) {
        let message = format!("a shock of kind \"{name}\" happens at once: it has no `duration`");
        out.push(Diagnostic::at(fields.key_span_of("duration"), message));
    }
    if span == ShockSpan::Months && !fields.is_bad("duration") && fields.whole("duration") == 0 {
        let place = if fields.given("duration").is_some() { fields.span_of("duration") } else { fields.span };
        let message = format!("a shock of kind \"{name}\" must have a `duration` of at least 1 month");
        out.push(Diagnostic::at(place, message));
    }
    happens_all_the_same(fields, kind, out);
    if !kind.row().signed && fields.number("magnitude") < 0.0 {
        let message = format!("the `magnitude` of \"{name}\" must be a number from 0 to 1");
        let signed = ShockKind::ALL.into_iter().filter(|kind| kind.row().signed);
        let signed: Vec<String> = signed.map(|kind| format!("\"{}\"", kind.name())).collect();
        let note = format!("only that of {} may be below 0", signed.join(", "));
        out.push(Diagnostic::at(fields.span_of("magnitude"), message).label("this is too small").note(note));
    }
}

/// A magnitude of 0 is no shock at all of most kinds. Some happen all the same, and only nobody would feel it: whoever
/// writes 0 there means something else.
fn happens_all_the_same(fields: &Fields<'_>, kind: ShockKind, out: &mut Vec<Diagnostic>) {
    let Some(what) = kind.row().anyway else { return };
    // A loss of staff by its magnitude loses nobody.
    let by_share = kind == ShockKind::StaffLoss && fields.given("count").is_none();
    if by_share || fields.maybe_number("magnitude") != Some(0.0) {
        return;
    }
    let message = format!("a \"{}\" of magnitude 0 happens all the same: {what}", kind.name());
    out.push(
        Diagnostic::at(fields.span_of("magnitude"), message)
            .note("the magnitude is only how hard it is felt")
            .hint("for no such shock, leave it out, or change its kind to \"price_change\", which at 0 does nothing")
            .hint("for one that next to nobody feels, magnitude = 0.001"),
    );
}
