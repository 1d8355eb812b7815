use super::about::about;
use super::names::lost_regimes;
use super::seen::{keep_told, unread};
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Warning;
use crate::scenario::entries::Fields;
use crate::scenario::study::ReadRegime;
use crate::scenario::{BudgetNeutral, Regime, RunSettings};

/// What is to be said of a comparison; `of_base` is what is said of the base, and keeps what is true in all arms.
pub(in crate::scenario) fn about_arms(
    arms: &[ReadRegime],
    file: &Fields<'_>,
    run: (RunSettings, Span),
    of_base: &mut Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut out = lost_regimes(&file.entries("regime"));
    for (i, (arm, fields)) in arms.iter().zip(file.entries("regime")).enumerate() {
        let said = about(&arm.document, Span::NOWHERE, &arm.regime.scenario);
        keep_told(of_base, &said);
        let own = said.into_iter().filter(|one| arm.culprit.holds(one));
        let before = format!("{}: ", arm.culprit.title);
        out.extend(own.map(|one| one.said_after(&before)));
        let twin = arms[..i].iter().enumerate().find(|(j, other)| is_same(&other.regime, &arm.regime, *j == 0));
        out.extend(twin.map(|(j, twin)| equal(arm, twin, j == 0)));
        if i == 0 && arm.regime.budget_neutral.is_some() {
            let message = "the first regime is the one that others are made to spend as much as".to_owned();
            out.push(unread(fields.span_of("budget_neutral"), message).hint("leave `budget_neutral` out here"));
        }
        if i > 0 && arm.regime.budget_neutral.is_some() {
            out.extend(scaled_away(arm, &fields));
        }
    }
    let (run, place) = run;
    if arms.len() > 1 && run.replicates == 1 {
        out.push(one_replicate(place, "a comparison"));
    }
    out
}

/// Chance and what is compared cannot be told apart.
pub(super) fn one_replicate(place: Span, what: &str) -> Diagnostic {
    let message = format!("{what} of one replicate cannot tell what differs from chance");
    Diagnostic::warning(Warning::OneReplicate.name(), place, message).hint("replicates = 200 in [run], or -n 200")
}

/// What is made to spend as much as itself stays as it is.
fn is_same(one: &Regime, other: &Regime, is_baseline: bool) -> bool {
    one.scenario == other.scenario && (is_baseline || one.budget_neutral == other.budget_neutral)
}

fn equal(arm: &ReadRegime, twin: &ReadRegime, is_baseline: bool) -> Diagnostic {
    let (name, other) = (&arm.regime.name, &twin.regime.name);
    let what = if is_baseline { "the baseline " } else { "" };
    let message = format!("regime \"{name}\" is the same as {what}\"{other}\": they will not differ at all");
    let warning = Diagnostic::warning(Warning::EqualRegimes.name(), arm.name, message).also(twin.name, "this one");
    warning.hint("set something else in it, or leave it out")
}

/// Awards and budgets that the search for a neutral budget replaces.
fn scaled_away(arm: &ReadRegime, fields: &Fields<'_>) -> Option<Diagnostic> {
    let set = fields.given("set").and_then(|node| node.value.table())?;
    let alike = arm.regime.scenario.sites.iter().all(|site| !site.member || site.award.is_none());
    let entry = set.entries.iter().find(|entry| {
        let is_positive = entry.node.value.number().is_some_and(|x| x > 0.0);
        match entry.key.as_str() {
            "programme.funding.budget" => true,
            "programme.funding.award" => alike && is_positive,
            _ => false,
        }
    })?;
    let alike = match arm.regime.budget_neutral {
        Some(BudgetNeutral::Given) => "gives",
        _ => "spends",
    };
    let message =
        format!("{}: a budget that {alike} as much as the first regime's replaces `{}`", arm.culprit.title, entry.key);
    let warning = unread(entry.key_span, message).also(fields.key_span_of("budget_neutral"), "by this");
    Some(warning.hint("leave out one of the two"))
}
