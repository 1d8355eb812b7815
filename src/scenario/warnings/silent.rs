use super::seen::Seen;
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Warning;
use std::collections::BTreeMap;

/// Organisations that take part in an initiative, and have nobody who could decide on it: each kind once, where it is first met.
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    // Sites that a range tells apart all stand in one place of the file.
    let mut standing: BTreeMap<Span, usize> = BTreeMap::new();
    seen.sites().iter().for_each(|(fields, _)| *standing.entry(fields.span_of("name")).or_default() += 1);
    let mut met: BTreeMap<u32, (usize, Diagnostic)> = BTreeMap::new();
    for (fields, places) in seen.sites() {
        let Some(site) = seen.scenario.sites.get(places.start) else { continue };
        for initiative in &site.initiatives {
            for partner in &initiative.partners {
                let Some(one) = site.organisations.get(partner.index()) else { continue };
                if one.is_heard(&seen.scenario.roles) {
                    continue;
                }
                let place = fields.span_of("name");
                let place = if standing[&place] > 1 { seen.file.span_of("name") } else { place };
                let told = || {
                    let message = format!(
                        "\"{}\" takes part in \"{}\" of \"{}\", and has neither an executive nor a manager",
                        one.name, initiative.name, site.name
                    );
                    Diagnostic::warning(Warning::SilentOrganisation.name(), place, message)
                        .note("nobody speaks for it, so that what it takes part in has little support and soon ends")
                        .hint("give it a role whose `group` is \"executive\" or \"manager\", or leave it out of what is done")
                };
                met.entry(one.kind.0).or_insert_with(|| (0, told())).0 += 1;
            }
        }
    }
    out.extend(met.into_values().map(|(times, warning)| match times {
        1 => warning,
        n => warning.note(format!("and so {} more times", n - 1)),
    }));
}
