use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Scenario;
use crate::scenario::entries::Fields;
use crate::scenario::outcome::{OutcomeSection, months_of};
use crate::scenario::raw::Value;

/// `[outcome]` of a file whose shape is right; `scenario` is the base, unless that has mistakes.
pub(in crate::scenario) fn read_outcome(
    file: &Fields<'_>,
    scenario: Option<&Scenario>,
    out: &mut Vec<Diagnostic>,
) -> OutcomeSection {
    let fields = file.inner("outcome");
    let mut metrics: Vec<String> = Vec::new();
    for (metric, span) in fields.texts("metrics").unwrap_or_default() {
        if metrics.iter().any(|other| other == metric) {
            out.push(Diagnostic::at(span, format!("the metric \"{metric}\" is listed twice")));
        }
        if let (Some(months), Some(scenario)) = (months_of(metric), scenario) {
            check_horizon(months, span, scenario, out);
        }
        metrics.push(metric.to_owned());
    }
    let mut horizons: Vec<u32> = Vec::new();
    for item in fields.node("horizons").and_then(|node| node.value.list()).unwrap_or_default() {
        let Value::Whole(months) = item.value else { continue };
        let Ok(months) = u32::try_from(months) else { continue };
        if horizons.contains(&months) {
            out.push(Diagnostic::at(item.span, format!("the horizon {months} is listed twice")));
        }
        // Those of the default may lie beyond a short run: nobody asked for them.
        if let (false, Some(scenario)) = (item.span.is_nowhere(), scenario) {
            check_horizon(months, item.span, scenario, out);
        }
        horizons.push(months);
    }
    OutcomeSection { metrics, horizons }
}

/// Survival can only be measured while the run lasts.
fn check_horizon(months: u32, span: Span, scenario: &Scenario, out: &mut Vec<Diagnostic>) {
    let left = i64::from(scenario.time.months) - i64::from(scenario.programme.end);
    if i64::from(months) <= left {
        return;
    }
    let message = format!("{months} months after the programme lie beyond the run's end");
    let last = scenario.time.month(i32::try_from(scenario.time.months).unwrap_or(i32::MAX) - 1);
    let note = format!(
        "the programme ends in {} and the run in {last}: {} months are left",
        scenario.time.month(scenario.programme.end),
        left.max(0)
    );
    let hint = (left >= 0).then(|| {
        format!("lengthen the run: months = {} in [time]", i64::from(scenario.time.months) + i64::from(months) - left)
    });
    out.push(Diagnostic::at(span, message).note(note).hint_if(hint));
}
