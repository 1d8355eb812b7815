use super::grammar::{SCENARIO, check_shape};
use super::raw::{Reader, Value, apply_set};
use super::resolve::resolve;
use super::{Scenario, Source};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText, Span};

/// The checked scenario of `source`, with each of `sets` (`KEY=VALUE`, see `docs/scenario-files.md`) laid over it.
///
/// # Errors
///
/// All mistakes at once, each with its place in the file or option that it stands in. If a text cannot be read or is
/// not TOML, what follows from it is not looked at.
pub fn load(source: &Source, sets: &[String]) -> Result<Scenario, Diagnostics> {
    let mut reader = Reader::default();
    let document = reader.read(source);
    let Reader { mut sources, mut out, .. } = reader;
    let Some(mut document) = document else { return Err(Diagnostics::new(sources, out)) };
    let Value::Table(table) = &mut document.value else { return Err(Diagnostics::new(sources, out)) };
    for (i, set) in sets.iter().enumerate() {
        let name = format!("--set {}", i + 1);
        let id = sources.add(SourceText { name, text: set.clone(), lines: false });
        apply_set(table, id, set, &mut out);
    }
    check_shape(&SCENARIO, table, document.span, &mut out);
    if table.get("name").is_none() {
        let start = Span::new(document.span.source(), 0..0);
        out.push(Diagnostic::at(start, "the scenario has no name").hint("begin with: name = \"my-scenario\""));
    }
    let scenario = resolve(table, document.span, &mut out);
    if out.is_empty() { Ok(scenario) } else { Err(Diagnostics::new(sources, out)) }
}
