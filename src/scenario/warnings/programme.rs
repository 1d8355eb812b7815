use super::seen::{Seen, said, unread};
use crate::diagnostics::Diagnostic;
use crate::scenario::Ground;

/// `[programme]` and its support.
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    if seen.members().next().is_none() {
        return without_members(seen, out);
    }
    successor(seen, out);
    support(seen, out);
}

/// Nobody is in it: what it pays, visits and permits reaches nobody.
fn without_members(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    let (programme, support, funding) =
        (seen.programme, seen.programme.inner("support"), seen.programme.inner("funding"));
    let keys = ["badge", "consonance", "permissiveness", "metric_focus", "ambiguity", "conflict", "mandate"]
        .map(|key| said(&programme, key));
    let helps = ["account_managers", "caseload", "price", "stance", "learning_event_every", "good_news"]
        .map(|key| said(&support, key));
    let money = [
        "award",
        "horizon",
        "conditional",
        "conditional_from",
        "threshold",
        "notice",
        "taper",
        "profile",
        "budget",
        "follow_on_expected",
    ]
    .map(|key| said(&funding, key));
    let mut said = keys.into_iter().chain(helps).chain(money).flatten();
    let Some(first) = said.next() else { return };
    let message = "no site is a member of the programme, so that nothing reads its terms".to_owned();
    let warning = unread(first, message).hint(match seen.scenario.vocabulary.ground {
        Ground::Nhs => "give a site a vanguard `type`, or member = true",
        Ground::Blank => "give a site member = true",
    });
    out.push(said.fold(warning, |warning, span| warning.also(span, "nor this")));
}

/// A successor that comes too late, or a bridge to none.
fn successor(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    let start = seen.scenario.programme.successor_start;
    let late = start.is_some_and(|month| month > seen.last_month());
    if late && let Some(span) = said(&seen.programme, "successor_start") {
        let message =
            format!("the successor policy begins after the run's last month, {}", seen.month(seen.last_month()));
        out.push(unread(span, message).hint("lengthen `months` in [time], or write \"none\""));
    }
    if (start.is_none() || late)
        && let Some(span) = said(&seen.programme, "bridge")
    {
        let message = "there is no successor policy in the run for `bridge` to lead to".to_owned();
        out.push(unread(span, message).hint("say when it begins: successor_start = \"...\""));
    }
}

/// Settings of visits that nobody makes.
fn support(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    let (fields, support) = (seen.programme.inner("support"), seen.scenario.programme.support);
    for (key, is) in
        [("stance", "how they come"), ("caseload", "how many sites each has"), ("price", "what each costs")]
    {
        if !support.account_managers
            && let Some(span) = said(&fields, key)
        {
            let message = format!("`{key}` says of account managers {is}, and none come");
            out.push(unread(span, message).hint("add: account_managers = true"));
        }
    }
    if support.account_managers
        && seen.scenario.programme.funding.budget.is_none()
        && support.price > 0.0
        && let Some(span) = said(&fields, "price")
    {
        let message = "`price` comes out of the programme's budget, and there is none".to_owned();
        out.push(unread(span, message).hint("add a `budget` in [programme.funding], or leave it out"));
    }
}
