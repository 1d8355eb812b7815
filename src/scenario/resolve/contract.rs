use super::whole::Whole;
use crate::diagnostics::Diagnostic;
use crate::quantity::KindId;
use crate::scenario::RollOut;
use crate::scenario::entries::Fields;
use crate::scenario::vocabulary::kind_for_example;

/// The contract that a later policy offers to general practices, if it has a start.
pub(super) fn contract(fields: &Fields<'_>, whole: &mut Whole<'_>) -> Option<RollOut> {
    let start = whole.clock.index(fields.maybe_month("start")?);
    let mut kinds: Vec<KindId> = Vec::new();
    for (name, span) in fields.texts("kinds").unwrap_or_default() {
        let Some(place) = whole.kind_names.find(name, span, "the scenario", whole.out) else { continue };
        if kinds.contains(&KindId::at(place)) {
            whole.out.push(Diagnostic::at(span, format!("\"{name}\" stands twice")));
        } else {
            kinds.push(KindId::at(place));
        }
    }
    if kinds.is_empty() && !fields.is_bad("kinds") {
        let message = "a contract that pays for nothing".to_owned();
        let kind = kind_for_example(whole.kinds).unwrap_or("..");
        let hint = format!("say for what, like kinds = [\"{kind}\"]");
        whole.out.push(Diagnostic::at(fields.span_of("start"), message).hint(hint));
    }
    if whole.clock.sound && start >= whole.clock.months() {
        let message = "the contract starts after the run's last month".to_owned();
        whole.out.push(Diagnostic::at(fields.span_of("start"), message).note(whole.clock.words()));
    }
    Some(RollOut { start, share: fields.share("share"), kinds })
}
