use super::built_in::built_in;
use super::entries::Fields;
use super::grammar::{Defined, SCENARIO, check_shape};
use super::layers::{Reader, Setting};
use super::raw::{Entry, Node, Table, Value};
use super::resolve::resolve;
use super::study::{Base, RegimePlace, read_outcome, read_regimes, read_sweep};
use super::warnings::{about, about_arms, about_axes, assumed, initiative_places};
use super::write::{Folding, document, folded};
use super::{Reach, Scenario, Source, Study, Warning};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, SourceText, Span};

/// The checked scenario of `source`, with each of `sets` (`KEY=VALUE`, see `docs/scenario-files.md`) laid over it.
///
/// # Errors
///
/// All mistakes at once, those of regimes, sweep and outcome included, each with its place in the file or option that it
/// stands in. If a text cannot be read or is not TOML, what follows from it is not looked at.
pub fn load(source: &Source, sets: &[String]) -> Result<Scenario, Diagnostics> {
    load_study(source, sets).map(|study| study.scenario)
}

/// The same with its regimes, sweep and outcome. `sets` change the base before the regimes do.
///
/// # Errors
///
/// As for [`load`].
pub fn load_study(source: &Source, sets: &[String]) -> Result<Study, Diagnostics> {
    load_study_within(source, sets, Reach::Anywhere)
}

/// The same, with a say in what the scenario may extend.
///
/// # Errors
///
/// As for [`load`].
pub fn load_study_within(source: &Source, sets: &[String], reach: Reach) -> Result<Study, Diagnostics> {
    let mut reader = Reader::new(reach);
    let file = reader.read(source);
    let Reader { mut sources, mut out, built_in, .. } = reader;
    let Some(mut file) = file else { return Err(Diagnostics::new(sources, out)) };
    let Value::Table(table) = &mut file.value else { return Err(Diagnostics::new(sources, out)) };
    for (i, set) in sets.iter().enumerate() {
        let name = format!("--set {}", i + 1);
        let id = sources.add(SourceText { name, text: set.clone(), lines: false });
        match Setting::of_option(id, set) {
            Ok(setting) => drop(setting.apply(table, &mut out)),
            Err(mistakes) => out.extend(mistakes),
        }
    }
    note_base(table, built_in);
    let mut asked = Table { entries: table.entries.extract_if(.., is_asked).collect() };
    let mut written = table.clone();
    let defined = Defined::of(table);
    check_shape(&SCENARIO, table, file.span, &defined, &mut out);
    if table.get("name").is_none() {
        let start = Span::new(file.span.source(), 0..0);
        out.push(Diagnostic::at(start, "the scenario has no name").hint("begin with: name = \"my-scenario\""));
    }
    let scenario = resolve(table, file.span, &defined, &mut out);
    let right = out.is_empty().then_some(&scenario);

    check_shape(&SCENARIO, &mut asked, file.span, &defined, &mut out);
    let fields = Fields::whole_file(&SCENARIO, &asked);
    let folding = Folding::of(&written);
    let resolved = right.map(|scenario| document(folded(scenario, &|stem| folding.base(stem)), &mut sources));
    if let Some(scenario) = right {
        pin_dates(&mut written, scenario);
    }
    let base = Base { document: &written, span: file.span, scenario: right, sources: &sources };
    let arms = read_regimes(&fields, &base, &mut out);
    let sweep = read_sweep(&fields, &base, resolved.as_ref(), &mut out);
    let outcome = read_outcome(&fields, right, &mut out);
    let Some(document) = resolved.filter(|_| out.is_empty()) else { return Err(Diagnostics::new(sources, out)) };
    let (sweep, axes) = sweep.map_or((None, Vec::new()), |(sweep, axes)| (Some(sweep), axes));

    let whole = Fields::whole_file(&SCENARIO, table);
    let mut warnings = about(table, file.span, &scenario);
    let run = (scenario.run, whole.inner("run").span_of("replicates"));
    let of_arms = about_arms(&arms, &fields, run, &mut warnings);
    let of_axes = about_axes(&axes, &base, run, &mut warnings);
    warnings.extend(of_arms.into_iter().chain(of_axes));
    let allow = allowed(&whole);
    warnings.retain(|one| allow.iter().all(|allowed| one.severity() != Severity::Warning(allowed.name())));
    let assumed = assumed(table, &document);
    let places = initiative_places(table, &scenario);
    let place =
        |one: Fields<'_>| RegimePlace { name: one.span_of("name"), budget_neutral: one.span_of("budget_neutral") };
    let regime_places = fields.entries("regime").into_iter().map(place).collect();
    let regimes = arms.into_iter().map(|arm| arm.regime).collect();
    let axes = axes.into_iter().map(|axis| axis.setting).collect();
    Ok(Study {
        scenario,
        regimes,
        sweep,
        outcome,
        document,
        axes,
        sources,
        allow,
        warnings,
        assumed,
        places,
        regime_places,
    })
}

/// The scenario that runs when nothing else is asked for: `six-sites`.
///
/// # Panics
///
/// If it holds a mistake: it is part of the program, and tested.
#[must_use]
pub fn default_scenario() -> Scenario {
    load(&Source::BuiltIn("six-sites".to_owned()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// The warnings that `allow` names, each once.
fn allowed(file: &Fields<'_>) -> Vec<Warning> {
    let named = file.texts("allow").unwrap_or_default();
    Warning::ALL.into_iter().filter(|warning| named.iter().any(|(name, _)| *name == warning.name())).collect()
}

/// Writes down which built-in scenario it starts from, so that its complete file says so too.
fn note_base(table: &mut Table, extended: Option<String>) {
    if table.get("starts_from").is_some() {
        return;
    }
    let own = || {
        let name = table.get("name")?.value.text()?;
        built_in(name).map(|one| one.name.to_owned())
    };
    let Some(base) = extended.or_else(own) else { return };
    let node = Node { value: Value::Text(base), span: Span::NOWHERE };
    table.put(Entry { key: "starts_from".to_owned(), key_span: Span::NOWHERE, node });
}

/// Whether an entry of the file says what is asked of the scenario, rather than what it is.
fn is_asked(entry: &mut Entry) -> bool {
    matches!(entry.key.as_str(), "regime" | "sweep" | "outcome")
}

/// Writes the dates that the scenario has into its document, so that whatever regimes and axes change of them, all arms
/// and points have the same months.
fn pin_dates(document: &mut Table, scenario: &Scenario) {
    let month = |index| Value::Text(scenario.time.month(index).to_string());
    let months = Value::Whole(i64::from(scenario.time.months));
    let programme = &scenario.programme;
    let dates = [
        ("time", "start", month(0)),
        ("time", "months", months),
        ("programme", "start", month(programme.start)),
        ("programme", "end", month(programme.end)),
    ];
    let node = |value| Node { value, span: Span::NOWHERE };
    for (section, key, value) in dates {
        if document.get(section).is_none() {
            document.put(Entry::new(section, node(Value::Table(Table::default()))));
        }
        if let Some(Value::Table(table)) = document.get_mut(section).map(|node| &mut node.value)
            && table.get(key).is_none()
        {
            table.put(Entry::new(key, node(value)));
        }
    }
}
