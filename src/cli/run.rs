use super::arguments::RunOptions;
use super::experiment::{
    Arms, Base, Conducted, Experiment, Needed, Precision, Request, Subject, per_chunk, settle, tabulate, undertake,
    within_memory,
};
use super::explanation::Telling;
use super::missing_letters::warn_of_missing_letters;
use super::terminal::tell;
use super::trouble::Trouble;
use super::warned::warned_study;
use crate::analysis::{ArmLabel, Headline};
use crate::experiment::Unit;
use crate::report::{Emphasised, Ran, Staging, TableFolder, run_contents, run_figures, standard_figures, summary};
use crate::scenario::{Reach, Scenario, Study};
use std::num::NonZeroUsize;

/// Replicates that `--until-precise` adds at most, unless told otherwise.
pub(super) const MOST: u32 = 20_000;

/// `safsim run`.
pub(super) fn run(options: &RunOptions, quiet: bool) -> Result<(), Trouble> {
    let experiment = &options.experiment;
    let mut study = warned_study(&options.scenario, &experiment.set, Reach::of(experiment.confined), quiet)?;
    let until = options.until_precise.as_deref();
    settle(&mut study, experiment.replicates.or(until.map(|_| MOST)), experiment.seed);
    if !quiet {
        hint(&study, &options.scenario);
    }
    // What is not run does not decide what comes of it.
    (study.regimes, study.sweep) = (vec![], None);
    let needed = Needed::of_arms(&[&study.scenario], study.scenario.run.replicates, per_chunk(&study.scenario));
    let place = &within_memory(&experiment.place, &needed, quiet)?;
    let base = Base::of(&study);
    let headlines = Headline::all(&study.outcome.survival_horizons());
    let schedule = study.schedule(1);
    let precision = until.map(|text| Precision::parse(text, &headlines, 1, &schedule)).transpose()?;
    let request = Request {
        command: "run",
        subject: &study,
        cells: 1,
        in_given_order: false,
        precision,
        options: place,
        quiet,
        base,
    };
    let ready = || Run { arms: arms_of(&study), scenario: &study.scenario, threads: place.threads, quiet };
    undertake(request, |_| Ok(ready()))
}

/// Says what the scenario was made for, if that is not a single run.
fn hint(study: &Study, argument: &str) {
    let name = if argument == "-" { "FILE" } else { argument };
    let (what, command) = match (study.regimes.len(), &study.sweep) {
        (0 | 1, None) => return,
        (0 | 1, Some(sweep)) => (format!("a sweep of {} points", sweep.points()), "sweep"),
        (regimes, _) => (format!("{regimes} regimes"), "compare"),
    };
    tell(format!("note: this runs the base of a scenario with {what}; for all of them: safsim {command} {name}\n"));
}

fn arms_of(study: &Study) -> Arms {
    let scenario = &study.scenario;
    let label = ArmLabel { name: scenario.name.clone(), ..ArmLabel::default() };
    Arms::new(vec![(label, scenario)], scenario.run.seed, &study.outcome.survival_horizons())
}

/// Replicates of one scenario.
struct Run<'a> {
    arms: Arms,
    scenario: &'a Scenario,
    threads: Option<NonZeroUsize>,
    quiet: bool,
}

impl Experiment for Run<'_> {
    fn simulate(&self, unit: Unit) -> Option<Vec<u8>> {
        self.arms.simulate(unit)
    }

    fn present(
        &self,
        done: &Conducted,
        staging: &Staging<'_>,
        tables: &TableFolder,
        ran: Ran,
    ) -> Result<Emphasised, Trouble> {
        let findings = &tabulate(&self.arms, &done.store, &done.schedule, tables)?.findings[0];
        let Run { ref arms, scenario, threads, quiet } = *self;
        let telling = Telling { scenario, arm: None, seed: arms.seed, threads, quiet };
        // There is no time for stories once somebody has asked to stop.
        let stories = if done.stopped { vec![] } else { telling.typical_stories(findings.replicates)? };
        let mut figures = standard_figures(findings);
        figures.extend(run_figures(findings, self.arms.typical(0, findings).as_ref()));
        warn_of_missing_letters(&run_contents(findings, figures, stories, ran).publish(staging)?);
        Ok(summary(findings))
    }
}
