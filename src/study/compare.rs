#[cfg(feature = "page")]
use super::ResultsFolder;
#[cfg(feature = "tables")]
use super::arm_tables::fold_into;
use super::arms::{Arms, headlines};
use super::asked::Asked;
#[cfg(feature = "page")]
use super::base::Base;
use super::budgets::budgeted_arms;
use super::done::Done;
use super::experiment::Experiment;
use super::fold::{Folded, fold};
use super::models::{ArmsOfModels, PlannedModels};
use super::models_plan::ModelsPlan;
use super::precision::Precision;
use super::refuse::refuse;
use super::run_experiment::run_experiment;
use super::runs::Runs;
use super::settled::settle;
#[cfg(feature = "page")]
use super::story::{Stories, Teller};
use super::{Error, MOST_UNTIL_PRECISE, Needed, Options, Reached, SoFar, per_chunk};
use crate::analysis::{ArmFindings, Clock, Compared, Estimate, metrics_shown};
#[cfg(feature = "page")]
use crate::analysis::{ArmLabel, Equalised};
use crate::experiment::Unit;
#[cfg(feature = "tables")]
use crate::quantity::Words;
#[cfg(feature = "page")]
use crate::report::{ArmEntry, Contents, Ran, ToldStory, comparison_contents, comparison_figures, side_by_side};
use crate::report::{Emphasised, comparison_summary};
#[cfg(feature = "tables")]
use crate::report::{Format, TableFolder, write_effects, write_models};
use crate::scenario::{Regime, Scenario, Study};
#[cfg(feature = "tables")]
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Compares the regimes of a study with the first of them, replicate by replicate: all arms go through the same futures.
/// [`super::side_by_side`] makes a study of whole scenarios.
///
/// # Errors
/// [`Error`]; [`Error::NothingToCompare`] without regimes. As of [`super::conduct`] where it was cancelled.
pub fn compare(study: &Study, options: &Options<'_>) -> Result<CompareResults, Error> {
    let mut study = study.clone();
    if study.regimes.is_empty() {
        return Err(Error::NothingToCompare(study.scenario.name));
    }
    settle(&mut study, options.replicates.or(options.until.as_ref().map(|_| MOST_UNTIL_PRECISE)), options.seed);
    study.sweep = None;
    refuse(&study)?;
    let cells = study.regimes.len();
    let scenarios: Vec<&Scenario> = study.regimes.iter().map(|regime| &regime.scenario).collect();
    let needed = Needed::of_arms(&scenarios, study.scenario.run.replicates, per_chunk(&study.scenario));
    let options = options.within_memory(&needed)?;
    let horizons = study.outcome.survival_horizons();
    let headlines = headlines(&horizons, &clock_of(&study));
    let models = options.models.filter(|_| options.until.is_none());
    let models = models.map(|models| PlannedModels::new(models, study.scenario.run.replicates));
    let asked = Asked {
        command: "compare",
        cells: u32::try_from(cells).unwrap_or(u32::MAX),
        in_given_order: false,
        #[cfg(feature = "page")]
        base: Base::of_arms(&study),
        plan: Box::new(ModelsPlan {
            study: study.clone(),
            models: models.clone(),
            is_usual: true,
            no_conditions: false,
        }),
    };
    let precise = |until| Precision::new(until, &headlines, cells, &asked.schedule());
    let precision = options.until.as_ref().map(precise).transpose()?;
    let prepare = || {
        let arms = budgeted_arms(&study, &options)?;
        let models = models.map(|models| models.of(arms.iter().map(|(_, scenario)| scenario.clone()).collect()));
        let arms = arms.iter().map(|(label, scenario)| (label.clone(), scenario)).collect();
        let mut arms = Arms::new(arms, study.scenario.run.seed, &horizons);
        if models.is_some() {
            arms.own = u64::from(study.scenario.run.replicates);
        }
        Ok(Comparing {
            arms,
            models,
            #[cfg(feature = "page")]
            baseline: study.regimes[0].scenario.clone(),
            metrics: study.outcome.metrics.clone(),
        })
    };
    run_experiment(asked, precision, &options, prepare).map(CompareResults)
}

/// At what times the arms are compared.
fn clock_of(study: &Study) -> Clock {
    let end = |regime: &Regime| (regime.scenario.programme.end, regime.scenario.time.months);
    Clock::of_ends(&study.regimes.iter().map(end).collect::<Vec<_>>())
}

/// As tables and the manifest have it.
#[cfg(feature = "page")]
fn equalised_name(of: Equalised) -> &'static str {
    match of {
        Equalised::Given => "given",
        Equalised::Spent => "spent",
    }
}

/// Several arms through the same futures.
struct Comparing {
    arms: Arms,
    models: Option<ArmsOfModels>,
    /// The first arm's scenario.
    #[cfg(feature = "page")]
    baseline: Scenario,
    metrics: Vec<String>,
}

impl Comparing {
    fn compared(&self, folded: Folded, runs: &Runs) -> Result<Compared, Error> {
        let models = match &self.models {
            Some(models) => models.fold(&self.arms, runs)?,
            None => None,
        };
        let Folded { findings, comparison } = folded;
        let all = self.arms.labels.iter().zip(findings).zip(comparison.finish());
        let arms = all.map(|((label, findings), contrast)| ArmFindings { label: label.clone(), findings, contrast });
        let (replicates, unpaired) = comparison.replicates();
        let (metrics, at_run_end) = metrics_shown(&self.metrics, &self.arms.clock);
        Ok(Compared {
            arms: arms.collect(),
            metrics,
            at_run_end,
            clock: self.arms.clock.clone(),
            pairwise: comparison.pairwise().clone(),
            replicates,
            unpaired,
            models,
        })
    }
}

impl Experiment for Comparing {
    type Findings = Compared;

    #[cfg(feature = "tables")]
    fn words(&self) -> Words {
        self.arms.setting(0).words.clone()
    }

    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        match (&self.models, unit.replicate.checked_sub(self.arms.own)) {
            (Some(models), Some(place)) => models.simulate(&self.arms, unit.cell as usize, place, give_up),
            _ => self.arms.simulate(unit, give_up),
        }
    }

    #[cfg(feature = "page")]
    fn arms(&self) -> Vec<ArmEntry> {
        let entry = |label: &ArmLabel| ArmEntry {
            name: label.name.clone(),
            neutral_budget: label.neutral.map(|neutral| neutral.budget.to_string()),
            neutral_budget_of: label.neutral.map(|neutral| equalised_name(neutral.of).to_owned()),
            neutral_budget_is_met: label.neutral.map(|neutral| neutral.is_met),
        };
        self.arms.labels.iter().map(entry).collect()
    }

    fn fold(&self, runs: &Runs) -> Result<Compared, Error> {
        self.compared(fold(&self.arms, runs, &mut |_, _| Ok(()))?, runs)
    }

    #[cfg(feature = "tables")]
    fn fold_into(&self, tables: &TableFolder, runs: &Runs) -> Result<Compared, Error> {
        let compared = self.compared(fold_into(tables, &self.arms, runs)?, runs)?;
        write_effects(tables, &compared)?;
        write_models(tables, &compared)?;
        Ok(compared)
    }

    #[cfg(feature = "page")]
    fn stories(&self, stories: &Stories<'_>) -> Result<Vec<ToldStory>, Error> {
        let arm = Some(self.arms.labels[0].name.as_str());
        stories.typical(&Teller { scenario: &self.baseline, arms: &self.arms, arm })
    }

    #[cfg(feature = "page")]
    fn report(&self, compared: &Compared, stories: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error> {
        let baseline = &compared.baseline().findings;
        // One future for all, that what stands side by side differs in the arm alone.
        let each = side_by_side(compared, |arm| self.arms.typical(arm, baseline));
        let pictures = (comparison_figures(compared), each);
        let mut words = baseline.setting.words.clone();
        self.arms.labels.iter().for_each(|label| words.keep(&label.name));
        Ok(comparison_contents(compared, pictures, stories, ran).told(&words))
    }
}

/// What a comparison came to.
pub struct CompareResults(Done<Comparing>);

impl CompareResults {
    /// The names of the arms, the baseline first.
    #[must_use]
    pub fn arms(&self) -> Vec<&str> {
        self.compared().arms.iter().map(|arm| arm.label.name.as_str()).collect()
    }

    /// An arm minus the baseline in a headline metric, over paired replicates: mean and 95 % interval. `None` if there is no
    /// such arm or metric.
    #[must_use]
    pub fn difference(&self, arm: &str, metric: &str) -> Option<Estimate> {
        self.arm(arm)?.contrast.effect(metric).map(|(_, effect)| effect.difference)
    }

    /// The difference of every arm from the baseline in a headline metric, with its name; without the baseline itself.
    #[must_use]
    pub fn differences(&self, metric: &str) -> Vec<(&str, Estimate)> {
        let of = |arm: &str| self.difference(arm, metric);
        self.arms().into_iter().skip(1).filter_map(|arm| of(arm).map(|difference| (arm, difference))).collect()
    }

    /// Survival in an arm, as [`super::RunResults::survival`].
    #[must_use]
    pub fn survival(&self, arm: &str) -> Option<Estimate> {
        self.arm(arm).map(|arm| arm.findings.headline("survived_horizon"))
    }

    /// A headline metric in an arm, with its 95 % interval.
    #[must_use]
    pub fn estimate(&self, arm: &str, metric: &str) -> Option<Estimate> {
        let found = self.arm(arm)?.findings.headlines.iter().find(|(headline, _)| headline.name == metric);
        found.map(|(_, estimate)| *estimate)
    }

    /// Replicates that were paired.
    #[must_use]
    pub fn pairs(&self) -> u64 {
        self.compared().replicates
    }

    /// All that is found.
    #[must_use]
    pub fn compared(&self) -> &Compared {
        &self.0.findings
    }

    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        comparison_summary(self.compared())
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

    /// As [`super::RunResults::write_tables`].
    ///
    /// # Errors
    /// As there.
    #[cfg(feature = "tables")]
    pub fn write_tables(&self, folder: &Path, format: Format) -> Result<(), Error> {
        self.0.write_tables(folder, format)
    }

    /// As [`super::RunResults::write_folder`].
    ///
    /// # Errors
    /// As there.
    #[cfg(feature = "page")]
    pub fn write_folder(&self, folder: &ResultsFolder, options: &Options<'_>) -> Result<(), Error> {
        self.0.write_folder(folder, options)
    }

    fn arm(&self, name: &str) -> Option<&ArmFindings> {
        self.compared().arms.iter().find(|arm| arm.label.name == name)
    }
}

impl std::fmt::Debug for CompareResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CompareResults").field("so_far", &self.so_far()).field("arms", &self.arms()).finish()
    }
}
