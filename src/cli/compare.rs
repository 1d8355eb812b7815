use super::arguments::CompareOptions;
use super::experiment::{
    Arms, Base, Conducted, Experiment, Needed, Precision, Request, Subject, Tabulated, headlines, per_chunk, settle,
    tabulate, undertake, within_memory,
};
use super::explanation::Telling;
use super::feasible::{Unneutral, neutral_budgets};
use super::missing_letters::warn_of_missing_letters;
use super::run::MOST;
use super::terminal::tell;
use super::trouble::Trouble;
use super::warned::warned_study;
use crate::analysis::{ArmFindings, ArmLabel, Clock, Compared, Equalised, Neutrality, metrics_shown};
use crate::experiment::{NeutralBudget, Pilot, Stopped, Unit, pool};
use crate::record::Money;
use crate::report::{
    ArmEntry, Emphasised, Figure, Ran, Staging, TableFolder, comparison_contents, comparison_figures,
    comparison_summary, run_figures, write_effects,
};
use crate::scenario::{BudgetNeutral, Outcome, Reach, Regime, Scenario, Study};
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

/// `safsim compare`.
pub(super) fn compare(options: &CompareOptions, quiet: bool) -> Result<(), Trouble> {
    let experiment = &options.experiment;
    let (mut study, unused) = arms_asked_for(options, quiet)?;
    if !quiet {
        for note in &unused {
            tell(note);
        }
    }
    let until = options.until_precise.as_deref();
    settle(&mut study, experiment.replicates.or(until.map(|_| MOST)), experiment.seed);
    study.sweep = None;
    let base = Base::of_arms(&study);
    let cells = study.regimes.len();
    let arms: Vec<&Scenario> = study.regimes.iter().map(|regime| &regime.scenario).collect();
    let needed = Needed::of_arms(&arms, study.scenario.run.replicates, per_chunk(&study.scenario));
    let place = &within_memory(&experiment.place, &needed, quiet)?;
    let headlines = headlines(&study.outcome.survival_horizons(), &clock_of(&study));
    let schedule = study.schedule(cells as u32);
    let precision = until.map(|text| Precision::parse(text, &headlines, cells, &schedule)).transpose()?;
    let request = Request {
        command: "compare",
        subject: &study,
        cells: cells as u32,
        in_given_order: false,
        precision,
        options: place,
        quiet,
        base,
    };
    undertake(request, |stop| prepare(&study, place.threads, quiet, stop))
}

/// At what times the arms are compared.
fn clock_of(study: &Study) -> Clock {
    let end = |regime: &Regime| (regime.scenario.programme.end, regime.scenario.time.months);
    Clock::of_ends(&study.regimes.iter().map(end).collect::<Vec<_>>())
}

/// The regimes of one scenario, or several scenarios as arms, with what is said of settings that are not used.
fn arms_asked_for(options: &CompareOptions, quiet: bool) -> Result<(Study, Vec<String>), Trouble> {
    let sets = &options.experiment.set;
    if options.scenarios.iter().filter(|scenario| *scenario == "-").count() > 1 {
        return Err(Trouble::Wrong("standard input can be read once only: name `-` once".to_owned()));
    }
    let reach = Reach::of(options.experiment.confined);
    let one = |scenario: &String| warned_study(scenario, sets, reach, quiet);
    let mut studies = options.scenarios.iter().map(one).collect::<Result<Vec<Study>, Trouble>>()?;
    if studies.len() > 1 {
        let outcome = studies[0].outcome.clone();
        let unused = unused(&studies, options.experiment.seed.is_some(), options.experiment.replicates.is_some());
        let arms: Vec<Scenario> = studies.into_iter().map(|study| study.scenario).collect();
        let mut study = Study::of(arms).map_err(|mistakes| Trouble::Wrong(mistakes.to_string()))?;
        study.outcome = outcome;
        let name = joined(&study.regimes.iter().map(|regime| regime.name.as_str()).collect::<Vec<_>>());
        study.regimes.iter_mut().for_each(|regime| regime.scenario.name.clone_from(&name));
        study.scenario.name = name;
        return Ok((study, unused));
    }
    let study = studies.remove(0);
    if study.regimes.is_empty() {
        let name = &study.scenario.name;
        return Err(Trouble::Wrong(format!(
            "{name} has no [[regime]]: there is nothing to compare\n  add two, each with a name and what it sets, or name \
             several scenarios: safsim compare {name} other.toml"
        )));
    }
    Ok((study, vec![]))
}

/// What scenarios after the first one say that a comparison does not use, one note each.
fn unused(studies: &[Study], seed_given: bool, replicates_given: bool) -> Vec<String> {
    let Some((first, others)) = studies.split_first() else { return vec![] };
    let name = |study: &Study| format!("\"{}\"", study.scenario.name);
    let of = |is_unused: &dyn Fn(&Study) -> bool, what: &str| {
        let names: Vec<String> = others.iter().filter(|study| is_unused(study)).map(name).collect();
        (!names.is_empty()).then(|| format!("the {what} of {}", names.join(", ")))
    };
    let (run, outcome) = (first.scenario.run, &first.outcome);
    let seeds = of(&|study| !seed_given && study.scenario.run.seed != run.seed, "own seed");
    let replicates =
        of(&|study| !replicates_given && study.scenario.run.replicates != run.replicates, "own replicates");
    let outcomes = of(&|study| study.outcome != *outcome && study.outcome != Outcome::default(), "[outcome]");
    let regimes = studies.iter().filter(|study| !study.regimes.is_empty()).map(name).collect::<Vec<_>>();
    let note = |text: String| format!("note: {text}\n");
    let mut notes = vec![];
    notes.extend(
        seeds.map(|what| {
            note(format!("all arms run with seed {}, that of {}; {what} is not used", run.seed, name(first)))
        }),
    );
    notes.extend(replicates.map(|what| {
        note(format!("all arms run {} replicates, as {}; {what} are not used", run.replicates, name(first)))
    }));
    notes.extend(
        outcomes.map(|what| note(format!("what is told is what {} asks for; {what} is not used", name(first)))),
    );
    if !regimes.is_empty() {
        notes.push(note(format!(
            "whole scenarios are compared, each as it is; the regimes of {} are not run",
            regimes.join(", ")
        )));
    }
    notes
}

/// The name of a comparison of whole scenarios, and of its folder: the first one's own results lie in `out/FIRST`.
fn joined(names: &[&str]) -> String {
    let all = names.join("-vs-");
    if all.len() <= LONGEST {
        all
    } else {
        format!("{}-vs-{}-others", &names[0][..names[0].len().min(60)], names.len() - 1)
    }
}

/// Letters of a joined name, at most; names of scenarios are plain ASCII.
const LONGEST: usize = 90;

/// Finds budgets of arms that are to spend as much as the first, and makes all arms ready.
fn prepare<'a>(
    study: &'a Study,
    threads: Option<NonZeroUsize>,
    quiet: bool,
    stop: &AtomicBool,
) -> Result<Comparing<'a>, Trouble> {
    let seed = study.scenario.run.seed;
    let is_neutral = |of: BudgetNeutral| study.regimes.iter().skip(1).any(|regime| regime.budget_neutral == Some(of));
    let neutral = [BudgetNeutral::Spent, BudgetNeutral::Given].map(is_neutral);
    let what = match neutral {
        [true, true] => "spend, or are given,",
        [true, false] => "spend",
        [false, true] => "are given",
        [false, false] => "",
    };
    if !what.is_empty() && !quiet {
        tell(format!("finding the budgets under which arms {what} the same\n"));
    }
    let neutral = !what.is_empty();
    let pool = pool(threads).map_err(|why| Trouble::Failed(why.to_string()))?;
    let arms = pool.install(|| {
        neutral_budgets(study, stop).map_err(|why| match why {
            Unneutral::Refused(trouble) => trouble,
            Unneutral::Stopped(stopped) => interrupted(stopped),
        })?;
        let pilot = Pilot { seed, stop };
        let first = &study.regimes[0].scenario;
        let target = if neutral { pilot.money(first).map_err(interrupted)? } else { Money::default() };
        let arm = |(place, regime): (usize, &Regime)| budgeted(regime, place > 0, &pilot, &target);
        study.regimes.iter().enumerate().map(arm).collect::<Result<Vec<_>, Trouble>>()
    })?;
    let metrics = study.outcome.metrics.clone();
    let arms = arms.iter().map(|(label, scenario)| (label.clone(), scenario)).collect();
    let arms = Arms::new(arms, seed, &study.outcome.survival_horizons());
    Ok(Comparing { arms, baseline: &study.regimes[0].scenario, metrics, threads, quiet })
}

fn interrupted(_: Stopped) -> Trouble {
    Trouble::Failed("interrupted: nothing was written\n  run the same command again".to_owned())
}

fn budgeted(
    regime: &Regime,
    can_change: bool,
    pilot: &Pilot<'_>,
    target: &Money,
) -> Result<(ArmLabel, Scenario), Trouble> {
    let mut scenario = regime.scenario.clone();
    let mut label = ArmLabel { name: regime.name.clone(), description: regime.description.clone(), neutral: None };
    if let Some(neutral) = regime.budget_neutral.filter(|_| can_change) {
        let (of, alike): (fn(&Money) -> f64, _) = match neutral {
            BudgetNeutral::Spent => (|money| money.spent, Equalised::Spent),
            BudgetNeutral::Given => (|money| money.given, Equalised::Given),
        };
        let found = pilot.neutral_budget(&scenario, of, of(target)).map_err(interrupted)?;
        let found =
            found.ok_or_else(|| Trouble::Failed(format!("no budget was found for regime \"{}\"", regime.name)))?;
        scenario.programme.funding.budget = Some(found.budget);
        let NeutralBudget { budget, .. } = found;
        label.neutral = Some(Neutrality { budget, of: alike, is_met: found.is_met() });
    }
    Ok((label, scenario))
}

/// As tables and the manifest have it.
fn equalised_name(of: Equalised) -> &'static str {
    match of {
        Equalised::Given => "given",
        Equalised::Spent => "spent",
    }
}

/// Several arms through the same futures.
struct Comparing<'a> {
    arms: Arms,
    /// The first arm's scenario.
    baseline: &'a Scenario,
    metrics: Vec<String>,
    threads: Option<NonZeroUsize>,
    quiet: bool,
}

impl Experiment for Comparing<'_> {
    fn simulate(&self, unit: Unit) -> Option<Vec<u8>> {
        self.arms.simulate(unit)
    }

    fn arms(&self) -> Vec<ArmEntry> {
        let entry = |label: &ArmLabel| ArmEntry {
            name: label.name.clone(),
            neutral_budget: label.neutral.map(|neutral| neutral.budget.to_string()),
            neutral_budget_of: label.neutral.map(|neutral| equalised_name(neutral.of).to_owned()),
            neutral_budget_is_met: label.neutral.map(|neutral| neutral.is_met),
        };
        self.arms.labels.iter().map(entry).collect()
    }

    fn present(
        &self,
        done: &Conducted,
        staging: &Staging<'_>,
        tables: &TableFolder,
        ran: Ran,
    ) -> Result<Emphasised, Trouble> {
        let Tabulated { findings, comparison } = tabulate(&self.arms, &done.store, &done.schedule, tables)?;
        let all = self.arms.labels.iter().zip(findings).zip(comparison.finish());
        let arms = all.map(|((label, findings), contrast)| ArmFindings { label: label.clone(), findings, contrast });
        let (replicates, unpaired) = comparison.replicates();
        let (metrics, at_run_end) = metrics_shown(&self.metrics, &self.arms.clock);
        let compared = Compared {
            arms: arms.collect(),
            metrics,
            at_run_end,
            clock: self.arms.clock.clone(),
            pairwise: comparison.pairwise().clone(),
            replicates,
            unpaired,
        };
        write_effects(tables, &compared)?;
        let baseline = &compared.baseline().findings;
        let mut figures = comparison_figures(&compared);
        let of_baseline = |figure: Figure| Figure {
            caption: format!("Under \"{}\": {}", self.arms.labels[0].name, figure.caption),
            ..figure
        };
        figures.extend(run_figures(baseline, self.arms.typical(0, baseline).as_ref()).into_iter().map(of_baseline));
        let Comparing { ref arms, baseline: scenario, threads, quiet, .. } = *self;
        let telling = Telling { scenario, arm: Some(&arms.labels[0].name), seed: arms.seed, threads, quiet };
        // There is no time for stories once somebody has asked to stop.
        let stories = if done.stopped { vec![] } else { telling.typical_stories(baseline.replicates)? };
        warn_of_missing_letters(&comparison_contents(&compared, figures, stories, ran).publish(staging)?);
        Ok(comparison_summary(&compared))
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn names_are_joined_while_they_are_short() {
        assert_eq!(joined(&["six-sites", "mine"]), "six-sites-vs-mine");
        let long = "a".repeat(80);
        assert_eq!(joined(&[&long, "b", "c-and-more"]), format!("{}-vs-2-others", "a".repeat(60)));
    }
}
