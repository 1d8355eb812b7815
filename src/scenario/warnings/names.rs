use super::seen::Seen;
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Warning;
use crate::scenario::entries::Fields;

/// Words that pandas, R, Polars or a spreadsheet read as a missing value, a truth value or no number.
const TAKEN: [&str; 14] =
    ["na", "n/a", "#n/a", "<na>", "nan", "-nan", "null", "none", "nil", "true", "false", "inf", "-inf", "infinity"];

/// Names that readers of tables take for something else.
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    let sites = seen.file.entries("site");
    let inside = |key: &'static str| sites.iter().flat_map(move |site| site.entries(key)).collect::<Vec<_>>();
    let lists = [
        ("region", seen.file.entries("region")),
        ("kind of initiative", seen.file.entries("initiative_kind")),
        ("organisation", inside("organisation")),
        ("initiative", inside("initiative")),
        ("actor", inside("actor")),
    ];
    out.extend(sites.iter().filter(|site| site.whole("count") <= 1).filter_map(|site| lost("site", site, "name")));
    for (what, entries) in &lists {
        out.extend(entries.iter().filter_map(|entry| lost(what, entry, "name")));
    }
    out.extend(lost("scenario", &seen.file, "name"));
}

/// The same of the regimes of a file.
pub(in crate::scenario) fn lost_regimes(entries: &[Fields<'_>]) -> Vec<Diagnostic> {
    entries.iter().filter_map(|entry| lost("regime", entry, "name")).collect()
}

fn lost(what: &str, entry: &Fields<'_>, key: &str) -> Option<Diagnostic> {
    let name = entry.maybe_text(key)?;
    let span = Some(entry.span_of(key)).filter(|span| *span != Span::NOWHERE)?;
    let taken = TAKEN.contains(&name.to_ascii_lowercase().as_str());
    let message =
        format!("tables call this {what} \"{name}\", which many readers take for a missing value or a truth value");
    taken.then(|| {
        let warning = Diagnostic::warning(Warning::LostName.name(), span, message);
        warning.hint(format!("another name, such as \"{name}-{}\"", what.split(' ').next().unwrap_or("one")))
    })
}
