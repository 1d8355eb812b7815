use crate::diagnostics::{Diagnostic, Diagnostics, Span};
use crate::engine::{Engine, Observe};
use crate::record::Fate;
use crate::scenario::{Scenario, Study, Warning};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Futures that are tried.
const FUTURES: u64 = 8;
/// An initiative is judged for the first time in its tenth month (section 9 of the model), so a year tells.
const JUDGED: i32 = 12;
/// Below this largest scale an initiative has never been more than proposed (section 9).
const PROPOSED: f64 = 0.05;
/// Months of people that are tried at most, about a second of work: larger worlds are not tried.
const MOST: u64 = 4_000_000;

/// All that is to be said of a study that is right: what is written in it, and what a few trial futures show.
#[must_use]
pub fn warnings(study: &Study) -> Diagnostics {
    let written = study.warnings();
    let list = written.list().iter().cloned().chain(thin_initiatives(study)).collect();
    Diagnostics::new(written.sources().clone(), list)
}

/// Initiatives whose money and core share are so thin that in most of a few trial futures they end as soon as they can,
/// never having come beyond a proposal. How thin that is hangs on people, trust and rounds, so the model itself is asked.
fn thin_initiatives(study: &Study) -> Vec<Diagnostic> {
    if study.allows(Warning::ThinInitiative) {
        return Vec::new();
    }
    let arms: Vec<(String, &Scenario)> = match study.regimes.as_slice() {
        [] => vec![(String::new(), &study.scenario)],
        // What neutral arms are paid is found when they are compared.
        regimes => {
            let paid = regimes.iter().enumerate().filter(|(i, one)| *i == 0 || one.budget_neutral.is_none());
            paid.map(|(_, one)| (format!("in regime \"{}\": ", one.name), &one.scenario)).collect()
        }
    };
    let budget = MOST / arms.len().max(1) as u64;
    arms.iter()
        .filter_map(|(before, scenario)| Some(told(study, &thin(scenario, budget)?).said_after(before)))
        .collect()
}

/// Names of site and initiative of those, with the number of futures in which it happens; `None` if there are none.
fn thin(scenario: &Scenario, budget: u64) -> Option<BTreeMap<(usize, usize), u64>> {
    let starts =
        scenario.sites.iter().flat_map(|site| &site.initiatives).map(|one| one.start).filter(|&start| start >= 0);
    let months = u32::try_from(starts.max()?.saturating_add(JUDGED + 1)).ok()?.min(scenario.time.months);
    let people: u64 = scenario.sites.iter().flat_map(|site| &site.organisations).map(|one| u64::from(one.size())).sum();
    if people * u64::from(months) * FUTURES > budget {
        return None;
    }
    let mut short = scenario.clone();
    short.time.months = months;
    let engine = Engine::new(&short);
    let fates = |replicate| engine.run(scenario.run.seed, replicate, &Observe::default()).fates;
    let all: Vec<Vec<Fate>> = (0..FUTURES).into_par_iter().map(fates).collect();
    let mut counts = BTreeMap::new();
    for fate in all.iter().flatten().filter(|fate| never_began(fate, scenario)) {
        *counts.entry((fate.site.index(), fate.initiative.index())).or_insert(0) += 1;
    }
    counts.retain(|_, count| *count * 2 > FUTURES);
    (!counts.is_empty()).then_some(counts)
}

/// Whether an initiative of the scenario, and no copy, ended within a year without having been more than proposed.
fn never_began(fate: &Fate, scenario: &Scenario) -> bool {
    let is_given = fate.initiative.index() < scenario.sites[fate.site.index()].initiatives.len();
    let within = fate.end.is_some_and(|end| end.cast_signed() - fate.start <= JUDGED);
    is_given && is_heard(fate, scenario) && fate.start >= 0 && within && fate.peak_scale < PROPOSED
}

/// Whether all who take part have somebody to speak for them: where not, money is not to blame, and that is said elsewhere.
fn is_heard(fate: &Fate, scenario: &Scenario) -> bool {
    let site = &scenario.sites[fate.site.index()];
    let partners = &site.initiatives[fate.initiative.index()].partners;
    partners.iter().all(|partner| site.organisations[partner.index()].is_heard(&scenario.roles))
}

fn told(study: &Study, thin: &BTreeMap<(usize, usize), u64>) -> Diagnostic {
    let mut named: Vec<(String, u64, Span)> = Vec::new();
    for (&(site, initiative), &count) in thin {
        let site = &study.scenario.sites.get(site);
        let Some((site, one)) = site.and_then(|site| Some((site, site.initiatives.get(initiative)?))) else { continue };
        named.push((format!("\"{}\" of \"{}\"", one.name, site.name), count, study.place_of(&site.name, &one.name)));
    }
    let (first, count, span) =
        named.first().cloned().unwrap_or_else(|| ("an initiative".to_owned(), FUTURES, Span::NOWHERE));
    let message = format!("{first} has so little money that it never gets beyond a proposal");
    let warning = Diagnostic::warning(Warning::ThinInitiative.name(), span, message);
    let warning = warning.note(format!("in {count} of {FUTURES} trial futures it ends within a year of its start"));
    let rest = &named[1.min(named.len())..];
    let warning =
        rest.iter().take(3).fold(warning, |warning, (name, _, place)| warning.also(*place, format!("so is {name}")));
    let more = rest.len().saturating_sub(3);
    let warning = if more > 0 { warning.note(format!("and so are {more} more")) } else { warning };
    warning.hint("a larger `award`, fewer or cheaper initiatives, or a `core_share` of its own")
}
