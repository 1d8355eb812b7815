#[cfg(feature = "page")]
use super::ResultsFolder;
#[cfg(feature = "tables")]
use super::arm_tables::fold_into;
use super::arms::Arms;
use super::asked::Asked;
#[cfg(feature = "page")]
use super::base::Base;
use super::conditions::{Replayed, replayed};
use super::done::Done;
use super::experiment::{Beside, Experiment};
use super::fold::fold;
use super::models::{ArmsOfModels, PlannedModels};
use super::models_plan::ModelsPlan;
use super::precision::Precision;
use super::refuse::refuse;
use super::run_experiment::run_experiment;
use super::runs::Runs;
use super::settled::settle;
#[cfg(feature = "page")]
use super::story::{Stories, Teller};
use super::{Error, Needed, Options, Reached, SoFar, per_chunk};
use crate::analysis::{ArmLabel, Conditions, Estimate, Findings, Headline, SurvivalRow};
use crate::experiment::Unit;
#[cfg(feature = "tables")]
use crate::quantity::Words;
#[cfg(feature = "page")]
use crate::report::{Contents, Ran, ToldStory, run_contents, run_figures, standard_figures};
use crate::report::{Emphasised, summary};
#[cfg(feature = "tables")]
use crate::report::{Format, TableFolder, write_conditions, write_levels};
use crate::scenario::{Scenario, Study};
#[cfg(feature = "tables")]
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

/// Replicates that are added at most until a metric is precise, unless told otherwise.
pub const MOST_UNTIL_PRECISE: u32 = 20_000;

/// Conducts replicates of the scenario of a study; its regimes and its sweep are left alone.
///
/// # Errors
/// [`Error`]; if it was cancelled before anything could be told. Else results of what was finished by then come back
/// ([`RunResults::is_stopped`]).
pub fn conduct(study: &Study, options: &Options<'_>) -> Result<RunResults, Error> {
    let mut study = study.clone();
    settle(&mut study, options.replicates.or(options.until.as_ref().map(|_| MOST_UNTIL_PRECISE)), options.seed);
    // What is not run does not decide what comes of it.
    (study.regimes, study.sweep) = (vec![], None);
    refuse(&study)?;
    let scenario = &study.scenario;
    let needed = Needed::of_arms(&[scenario], scenario.run.replicates, per_chunk(scenario));
    let exchanges = !options.no_conditions && scenario.sites.len() > 1;
    let needed = if exchanges { needed.with_exchanges() } else { needed };
    let options = options.within_memory(&needed)?;
    let horizons = study.outcome.survival_horizons();
    let models = options.models.filter(|_| options.until.is_none());
    let models = models.map(|models| PlannedModels::new(models, scenario.run.replicates));
    let asked = Asked {
        command: "run",
        cells: 1,
        in_given_order: false,
        #[cfg(feature = "page")]
        base: Base::of(&study),
        plan: Box::new(ModelsPlan {
            study: study.clone(),
            models: models.clone(),
            is_usual: false,
            no_conditions: options.no_conditions,
        }),
    };
    let precise = |until| Precision::new(until, &Headline::all(&horizons), 1, &asked.schedule());
    let precision = options.until.as_ref().map(precise).transpose()?;
    let prepare = || {
        let label = ArmLabel { name: scenario.name.clone(), ..ArmLabel::default() };
        let mut arms = Arms::new(vec![(label, scenario)], scenario.run.seed, &horizons);
        let models = models.map(|models| models.of(vec![scenario.clone()]));
        if models.is_some() {
            arms.own = u64::from(scenario.run.replicates);
        }
        Ok(Run {
            arms,
            models,
            scenario: scenario.clone(),
            no_conditions: options.no_conditions,
            conditions: OnceLock::new(),
        })
    };
    run_experiment(asked, precision, &options, prepare).map(RunResults)
}

/// Replicates of one scenario.
struct Run {
    arms: Arms,
    models: Option<ArmsOfModels>,
    scenario: Scenario,
    no_conditions: bool,
    /// What sets its sites apart, once that is known.
    conditions: OnceLock<Conditions>,
}

impl Run {
    fn with_models(&self, findings: Findings, runs: &Runs) -> Result<Findings, Error> {
        let models = self.models.as_ref().map(|models| models.fold(&self.arms, runs)).transpose()?.flatten();
        Ok(Findings { models, ..findings })
    }
}

impl Experiment for Run {
    type Findings = Findings;

    #[cfg(feature = "tables")]
    fn words(&self) -> Words {
        self.arms.setting(0).words.clone()
    }

    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        match (&self.models, unit.replicate.checked_sub(self.arms.own)) {
            (Some(models), Some(place)) => models.simulate(&self.arms, 0, place, give_up),
            _ => self.arms.simulate(unit, give_up),
        }
    }

    fn fold(&self, runs: &Runs) -> Result<Findings, Error> {
        self.with_models(fold(&self.arms, runs, &mut |_, _| Ok(()))?.findings.swap_remove(0), runs)
    }

    #[cfg(feature = "tables")]
    fn fold_into(&self, tables: &TableFolder, runs: &Runs) -> Result<Findings, Error> {
        let findings = self.with_models(fold_into(tables, &self.arms, runs)?.findings.swap_remove(0), runs)?;
        write_levels(tables, &findings)?;
        Ok(findings)
    }

    fn beside(&self, findings: &mut Findings, runs: &Runs, options: &Options<'_>) -> Result<Beside, Error> {
        if self.no_conditions {
            return Ok(Beside::Done);
        }
        if self.conditions.get().is_none() {
            let found = replayed(&self.scenario, &self.arms, runs, options)?;
            match found {
                Replayed::Stopped => return Ok(Beside::Stopped),
                Replayed::OneSite => return Ok(Beside::Done),
                // Nobody else looks at the same time.
                Replayed::Found(found) => drop(self.conditions.set(found)),
            }
        }
        findings.conditions = self.conditions.get().cloned();
        Ok(Beside::Done)
    }

    #[cfg(feature = "tables")]
    fn write_beside(&self, findings: &Findings, tables: &TableFolder) -> Result<(), Error> {
        Ok(write_conditions(tables, findings)?)
    }

    #[cfg(feature = "page")]
    fn stories(&self, stories: &Stories<'_>) -> Result<Vec<ToldStory>, Error> {
        stories.typical(&Teller { scenario: &self.scenario, arms: &self.arms, arm: None })
    }

    #[cfg(feature = "page")]
    fn report(&self, findings: &Findings, stories: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error> {
        let mut figures = standard_figures(findings);
        figures.extend(run_figures(findings, self.arms.typical(0, findings).as_ref()));
        Ok(run_contents(findings, figures, stories, ran).told(&findings.setting.words))
    }
}

/// What replicates of one scenario came to.
pub struct RunResults(Done<Run>);

impl RunResults {
    /// Survival: the share of the initiatives alive at the programme's end that were still alive at the end of the run, with
    /// its 95 % interval.
    #[must_use]
    pub fn survival(&self) -> Estimate {
        self.findings().headline("survived_horizon")
    }

    /// A headline metric, such as `alive_at_horizon`, with its 95 % interval; `None` if there is no such metric.
    #[must_use]
    pub fn estimate(&self, metric: &str) -> Option<Estimate> {
        let found = self.findings().headlines.iter().find(|(headline, _)| headline.name == metric);
        found.map(|(_, estimate)| *estimate)
    }

    /// The survival curve of all initiatives by months since their start, with its 95 % interval.
    #[must_use]
    pub fn survival_curve(&self) -> &[SurvivalRow] {
        self.findings().survival.first().map_or(&[], |table| &table.rows)
    }

    /// All that is found.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.0.findings
    }

    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        summary(self.findings())
    }

    /// How much was run.
    #[must_use]
    pub fn so_far(&self) -> SoFar {
        self.0.so_far
    }

    /// Whether it was stopped before all was run.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.stopped
    }

    /// How precise it became, if that was asked for.
    #[must_use]
    pub fn reached(&self) -> Option<&Reached> {
        self.0.reached.as_ref()
    }

    /// Writes the tables, and `datapackage.json` about them, into a folder that is there; the same bytes as in a results folder.
    ///
    /// # Errors
    /// If a file cannot be written, or is there already; [`Error::Written`] if the study was conducted into a results folder.
    #[cfg(feature = "tables")]
    pub fn write_tables(&self, folder: &Path, format: Format) -> Result<(), Error> {
        self.0.write_tables(folder, format)
    }

    /// Writes a whole results folder: tables, pictures, the report. `options` say with how many threads, and who hears of it.
    ///
    /// # Errors
    /// If the folder must not be written to, or cannot be; [`Error::Written`] if the study was conducted into a results folder.
    #[cfg(feature = "page")]
    pub fn write_folder(&self, folder: &ResultsFolder, options: &Options<'_>) -> Result<(), Error> {
        self.0.write_folder(folder, options)
    }
}

impl std::fmt::Debug for RunResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RunResults").field("so_far", &self.so_far()).field("survival", &self.survival()).finish()
    }
}
