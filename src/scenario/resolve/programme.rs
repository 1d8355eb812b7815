use super::clock::Clock;
use super::time_line::time_line;
use crate::diagnostics::Diagnostic;
use crate::scenario::entries::Fields;
use crate::scenario::raw::Value;
use crate::scenario::{Badge, Funding, Horizon, Programme, Support, TimeLine};

pub(super) fn programme(fields: &Fields<'_>, clock: &Clock, out: &mut Vec<Diagnostic>) -> Programme {
    let badge = match fields.node("badge").map(|node| &node.value) {
        Some(Value::List(_)) => Badge::Given(time_line(fields, "badge", clock, out)),
        _ => Badge::Fading(fields.share("badge")),
    };
    let support = fields.inner("support");
    Programme {
        start: clock.programme.0,
        end: clock.programme.1,
        badge,
        consonance: time_line(fields, "consonance", clock, out),
        permissiveness: policy(fields, "permissiveness", clock, out),
        metric_focus: policy(fields, "metric_focus", clock, out),
        ambiguity: fields.share("ambiguity"),
        conflict: fields.share("conflict"),
        mandate: fields.share("mandate"),
        support: Support {
            account_managers: support.flag("account_managers"),
            caseload: support.whole("caseload"),
            price: support.number("price"),
            stance: support.maybe_share("stance"),
            learning_event_every: support.whole("learning_event_every"),
            good_news: support.share("good_news"),
            guides: support.number("guides"),
        },
        successor_start: fields.maybe_month("successor_start").map(|month| clock.index(month)),
        bridge: fields.share("bridge"),
        funding: funding(&fields.inner("funding"), clock, out),
    }
}

/// What the scenario writes of policy, or `None` where the national team makes it.
fn policy(fields: &Fields<'_>, key: &str, clock: &Clock, out: &mut Vec<Diagnostic>) -> Option<TimeLine> {
    fields.maybe_text(key).is_none().then(|| time_line(fields, key, clock, out))
}

fn funding(fields: &Fields<'_>, clock: &Clock, out: &mut Vec<Diagnostic>) -> Funding {
    let horizon = match fields.maybe_text("horizon") {
        Some("whole") => Horizon::Whole,
        Some(_) => Horizon::Rounds(12),
        None => Horizon::Rounds(fields.whole("horizon")),
    };
    Funding {
        award: fields.number("award"),
        horizon,
        conditional: fields.flag("conditional"),
        conditional_from: fields.maybe_month("conditional_from").map(|month| clock.index(month)),
        threshold: fields.number("threshold"),
        notice: fields.whole("notice"),
        taper: fields.whole("taper"),
        profile: profile(fields, clock, out),
        budget: fields.maybe_number("budget"),
        cut_plans: fields.text("plans") == "cut",
        follow_on_expected: fields.share("follow_on_expected"),
    }
}

/// Payments are scaled to a mean of 1 over the programme, so some of it must be above 0.
fn profile(fields: &Fields<'_>, clock: &Clock, out: &mut Vec<Diagnostic>) -> TimeLine {
    let before = out.len();
    let line = time_line(fields, "profile", clock, out);
    let (from, to) = clock.programme;
    if clock.sound && out.len() == before && !fields.is_bad("profile") && (from..to).all(|month| line.at(month) <= 0.0)
    {
        let message = "`profile` is 0 in every month of the programme";
        out.push(Diagnostic::at(fields.span_of("profile"), message).hint("for no money at all, set award = 0"));
    }
    line
}
