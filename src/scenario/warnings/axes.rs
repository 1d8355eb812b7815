use super::about::about;
use super::arms::one_replicate;
use super::seen::keep_told;
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::RunSettings;
use crate::scenario::Warning;
use crate::scenario::study::{Base, ReadAxis};

/// What is to be said of a sweep; `of_base` is what is said of the base, and keeps what is true at all values.
pub(in crate::scenario) fn about_axes(
    axes: &[ReadAxis],
    base: &Base<'_>,
    run: (RunSettings, Span),
    of_base: &mut Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (i, axis) in axes.iter().enumerate() {
        if axis.is_idle {
            out.push(idle(axis, "all of its values are the same scenario"));
            continue;
        }
        let mut only = None;
        for setting in &axis.tried {
            let (document, scenario) = base.at(std::slice::from_ref(setting));
            let said = about(&document, base.span, &scenario);
            keep_told(of_base, &said);
            // What is unread at this value may be read at a value of another axis.
            let own = said.into_iter().find(|one| one.span() == Some(setting.value.span));
            let always = own.filter(|own| {
                axes.iter().enumerate().filter(|(j, _)| *j != i).all(|(_, other)| {
                    other.tried.iter().all(|second| {
                        let (document, scenario) = base.at(&[second.clone(), setting.clone()]);
                        about(&document, base.span, &scenario).iter().any(|one| one.span() == own.span())
                    })
                })
            });
            only = only.or(always);
        }
        out.extend(only.map(|one| one.said_after(&format!("on the axis `{}`: ", axis.axis.key))));
    }
    let (run, place) = run;
    if !axes.is_empty() && run.replicates == 1 {
        out.push(one_replicate(place, "a sweep"));
    }
    out
}

fn idle(axis: &ReadAxis, why: &str) -> Diagnostic {
    let message = format!("the axis `{}` changes nothing: {why}", axis.axis.key);
    let hint = "other values, another key, or leave the axis out";
    Diagnostic::warning(Warning::IdleAxis.name(), axis.span, message).hint(hint)
}
