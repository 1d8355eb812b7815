use super::{AxisValue, AxisValues, BudgetNeutral, Regime, Study, Sweep, SweepDesign};
use crate::scenario::write::{Folding, Page, between, document_without_places, exact, folded, quoted};
use crate::scenario::{OutcomeSection, Scenario};

/// The complete file of `study`: the base as [`super::super::to_toml`] writes it, then `[outcome]`, every `[[regime]]` as
/// its differences from the base, and `[sweep]`. [`super::super::load_study`] gives exactly this study again.
#[must_use]
pub fn study_to_toml(study: &Study) -> String {
    let folding = Folding::of(&study.document);
    let mut page = Page::default();
    let base = folded(&study.scenario, &|stem| folding.base(stem));
    page.raw(&allowing(&base, study));
    let base = document_without_places(base);
    outcome(&mut page, &study.outcome, &study.scenario);
    for one in &study.regimes {
        let changed = document_without_places(folded(&one.scenario, &|stem| folding.changed(stem)));
        regime(&mut page, one, &between(&base, &changed));
    }
    if let Some(one) = &study.sweep {
        sweep(&mut page, one);
    }
    page.finish()
}

/// What turns `from` into `to`, all that is asked of them included: regimes, axes and outcome. As
/// [`crate::scenario::differences`] of their scenarios.
#[must_use]
pub fn study_differences(from: &Study, to: &Study) -> Vec<(String, String)> {
    between(&document_without_places(study_to_toml(from)), &document_without_places(study_to_toml(to)))
}

/// `base` with the warnings that are not to be given, at the end of its top.
fn allowing(base: &str, study: &Study) -> String {
    let names: Vec<&str> = study.allow.iter().map(|warning| warning.name()).collect();
    match base.split_once("\n\n[") {
        Some((top, rest)) if !names.is_empty() => {
            let names: Vec<String> = names.into_iter().map(quoted).collect();
            format!("{top}\nallow = [{}]\n\n[{rest}", names.join(", "))
        }
        _ => base.to_owned(),
    }
}

fn outcome(page: &mut Page, outcome: &OutcomeSection, scenario: &Scenario) {
    page.header("[outcome]");
    page.names("metrics", outcome.metrics.iter().map(String::as_str));
    let left = i64::from(scenario.time.months) - i64::from(scenario.programme.end);
    let fits = outcome.horizons.iter().all(|months| i64::from(*months) <= left);
    // Only those of the default may lie beyond a short run, and only if they are not written.
    if fits || outcome.horizons != OutcomeSection::default().horizons {
        page.put("horizons", format_args!("{:?}", outcome.horizons));
    }
}

fn regime(page: &mut Page, regime: &Regime, differences: &[(String, String)]) {
    page.header("[[regime]]");
    page.text("name", &regime.name);
    page.text("description", &regime.description);
    match regime.budget_neutral {
        None => page.put("budget_neutral", false),
        Some(BudgetNeutral::Spent) => page.put("budget_neutral", true),
        Some(BudgetNeutral::Given) => page.text("budget_neutral", "given"),
    }
    if let Some(month) = regime.branch_at {
        page.text("branch_at", &month.to_string());
    }
    page.header("[regime.set]");
    for (key, value) in differences {
        page.put(&quoted(key), value);
    }
}

fn sweep(page: &mut Page, sweep: &Sweep) {
    page.header("[sweep]");
    match sweep.design {
        SweepDesign::Grid => page.text("design", "grid"),
        SweepDesign::Sobol { points } => {
            page.text("design", "sobol");
            page.put("points", points);
        }
    }
    if let Some(month) = sweep.branch_at {
        page.text("branch_at", &month.to_string());
    }
    page.header("[sweep.axes]");
    for axis in &sweep.axes {
        page.put(&quoted(&axis.key), values(&axis.values));
    }
}

fn values(values: &AxisValues) -> String {
    match values {
        AxisValues::List(list) => {
            let list: Vec<String> = list.iter().map(value).collect();
            format!("[{}]", list.join(", "))
        }
        AxisValues::Range { low, high, whole: true } => format!("{{ low = {low:.0}, high = {high:.0} }}"),
        AxisValues::Range { low, high, whole: false } => {
            format!("{{ low = {}, high = {} }}", exact(*low), exact(*high))
        }
    }
}

fn value(value: &AxisValue) -> String {
    match value {
        AxisValue::Text(text) => quoted(text),
        AxisValue::Number(x) => exact(*x),
        other => other.to_string(),
    }
}
