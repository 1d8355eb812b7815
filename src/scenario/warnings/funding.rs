use super::seen::{Seen, said, unread};
use crate::diagnostics::Diagnostic;
use crate::scenario::Horizon;
use crate::scenario::entries::Fields;

/// `[programme.funding]`.
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    if seen.members().next().is_none() {
        return;
    }
    let fields = seen.programme.inner("funding");
    award(seen, &fields, out);
    if without_money(seen) {
        return moneyless(&fields, out);
    }
    rounds(seen, &fields, out);
    target(seen, &fields, out);
}

/// Whether no member is awarded anything.
pub(super) fn without_money(seen: &Seen<'_>) -> bool {
    let award = seen.scenario.programme.funding.award;
    seen.members().all(|site| site.award.unwrap_or(award) <= 0.0)
}

/// An award that no site has, or whose size a budget decides.
fn award(seen: &Seen<'_>, fields: &Fields<'_>, out: &mut Vec<Diagnostic>) {
    let Some(span) = said(fields, "award") else { return };
    if seen.members().all(|site| site.award.is_some()) {
        let message = "every member site has an `award` of its own, so that nothing reads the programme's".to_owned();
        out.push(unread(span, message).hint("leave it out, or leave out a site's"));
    } else if let (Some(_), true) = (seen.scenario.programme.funding.budget, seen.members().all(|s| s.award.is_none()))
    {
        let message =
            "a `budget` decides what is paid: all awards are scaled to meet it, whatever `award` is".to_owned();
        let warning = unread(span, message).also(fields.span_of("budget"), "this");
        out.push(warning.hint("leave out one of the two"));
    }
}

/// There is no money to be paid in rounds, to be tapered, or to be lost.
fn moneyless(fields: &Fields<'_>, out: &mut Vec<Diagnostic>) {
    let keys = ["horizon", "conditional", "conditional_from", "notice", "taper", "profile", "budget"];
    let mut spans = keys.into_iter().filter_map(|key| said(fields, key));
    let Some(first) = spans.next() else { return };
    let message = "no member is awarded any money, so that nothing reads how it is paid".to_owned();
    let warning = unread(first, message).hint("an `award` above 0, or none of this");
    out.push(spans.fold(warning, |warning, span| warning.also(span, "nor this")));
}

/// Notice and conditions of rounds that do not follow one another.
fn rounds(seen: &Seen<'_>, fields: &Fields<'_>, out: &mut Vec<Diagnostic>) {
    let (programme, funding) = (&seen.scenario.programme, &seen.scenario.programme.funding);
    let length = programme.end - programme.start;
    let round = match funding.horizon {
        Horizon::Whole => length,
        Horizon::Rounds(months) => i32::try_from(months).unwrap_or(i32::MAX),
    };
    let why = match funding.horizon {
        Horizon::Whole => "the money is promised for the whole programme".to_owned(),
        Horizon::Rounds(_) => format!("one round of {round} months covers the programme, which has {length}"),
    };
    let hint = "take shorter rounds: horizon = \"annual\", or a number of months";
    if round >= length {
        for (key, what) in [
            ("notice", "there is no next round to give `notice` of"),
            ("conditional", "there is no next round to lose"),
            ("conditional_from", "there is no next round to lose"),
        ] {
            // Without conditions there is more to say, below.
            let known = key != "conditional_from" || funding.conditional;
            if let Some(span) = said(fields, key).filter(|_| known) {
                let warning = unread(span, format!("{what}: {why}")).also(fields.span_of("horizon"), "by this");
                out.push(warning.hint(hint));
            }
        }
        return;
    }
    if let Some(span) = said(fields, "notice") {
        let notice = i32::try_from(funding.notice).unwrap_or(i32::MAX);
        if notice == 0 {
            let message = "`notice = 0` does what 1 does: an award is told no later than a month before its round";
            out.push(unread(span, message.to_owned()).hint("write 1, or leave it out"));
        } else if notice > round {
            let message = format!("`notice` is longer than a round of {round} months: it does what {round} does");
            out.push(unread(span, message).hint(format!("at most {round}, or longer rounds")));
        }
    }
    let by = funding.conditional_from.filter(|_| funding.conditional);
    let last = programme.start + (length - 1) / round * round - 1;
    if by.is_some_and(|month| month > last)
        && let Some(span) = said(fields, "conditional_from")
    {
        let message = format!("the last round is decided by {}, before this", seen.month(last));
        out.push(unread(span, message).hint("an earlier month"));
    }
}

/// A target that neither rounds nor account managers nor the national team hold anybody to.
fn target(seen: &Seen<'_>, fields: &Fields<'_>, out: &mut Vec<Diagnostic>) {
    let (funding, support) = (&seen.scenario.programme.funding, seen.scenario.programme.support);
    let programme = &seen.scenario.programme;
    let steered = programme.permissiveness.is_none() || programme.metric_focus.is_none();
    let pressed = steered || support.account_managers && support.stance.is_none_or(|stance| stance.get() < 1.0);
    if !funding.conditional {
        if let Some(span) = said(fields, "conditional_from") {
            let message = "`conditional_from` says when conditions begin, and there are none".to_owned();
            out.push(unread(span, message).hint("add: conditional = true"));
        }
        if !pressed && let Some(span) = said(fields, "threshold") {
            let message = "nobody is held to `threshold`: rounds are not conditional, policy is written, and no account manager presses";
            let hint = "add: conditional = true, or account_managers = true in [programme.support]; or leave out `permissiveness` and `metric_focus`";
            out.push(unread(span, message.to_owned()).hint(hint));
        }
    } else if funding.threshold <= 0.0
        && let Some(span) = said(fields, "conditional")
    {
        let message = "no site can be below a `threshold` of 0, so that no round is ever lost".to_owned();
        out.push(unread(span, message).also(fields.span_of("threshold"), "this").hint("a threshold above 0"));
    }
}
