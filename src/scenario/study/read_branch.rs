use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::Month;
use crate::scenario::Scenario;
use crate::scenario::entries::Fields;

/// The month in which an arm or all points part from the base, if it is one of the run; a month outside of it is a mistake.
pub(super) fn branch_at(fields: &Fields<'_>, base: Option<&Scenario>, out: &mut Vec<Diagnostic>) -> Option<Month> {
    let month = fields.maybe_month("branch_at")?;
    let Some(base) = base else { return Some(month) };
    let (start, months) = (base.time.start, base.time.months.cast_signed());
    if (1..months).contains(&month.since(start)) {
        return Some(month);
    }
    let (first, last) = (start.plus(1), start.plus(months - 1));
    let message = format!("nothing can part in {month}: the run has a past from {first} to {last} only");
    let hint = "leave `branch_at` out for what is otherwise from the start";
    out.push(Diagnostic::at(fields.span_of("branch_at"), message).hint(hint));
    None
}

/// A scenario that goes the way of `base` until `month`.
///
/// # Errors
/// What of it cannot be otherwise from then on only, in words.
pub(super) fn branched(scenario: Scenario, base: &Scenario, month: Month) -> Result<Scenario, String> {
    let until = u32::try_from(month.since(base.time.start)).unwrap_or(0);
    scenario.parting_from(base, until).map_err(|what| format!("{what} cannot be otherwise from {month} on only"))
}

/// A regime that goes the way of `base` until `month`; what cannot is told at `place`, and the regime is not to be used.
pub(super) fn parted(
    scenario: Scenario,
    (base, month): (&Scenario, Month),
    (title, place): (&str, Span),
    fields: &Fields<'_>,
    out: &mut Vec<Diagnostic>,
) -> Scenario {
    branched(scenario, base, month).unwrap_or_else(|what| {
        let note = "on the way change: the programme (but what is awarded, once it has begun), the policy, shocks that \
                    strike then, and boards that begin then";
        out.push(
            Diagnostic::at(place, format!("{title}: {what}"))
                .also(fields.span_of("branch_at"), "it parts from the others here")
                .note(note)
                .hint("leave `branch_at` out: it is otherwise from the start then"),
        );
        base.clone()
    })
}
