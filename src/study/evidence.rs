#[cfg(feature = "page")]
use super::ResultsFolder;
use super::asked::Asked;
#[cfg(feature = "page")]
use super::base::Base;
use super::done::Done;
use super::evidence_plan::EvidencePlan;
use super::experiment::Experiment;
use super::run_experiment::run_experiment;
use super::runs::Runs;
use super::{Error, Needed, Note, Options, PlannedRuns, SoFar, catalogue, chosen_findings};
use crate::engine::{Engine, Observe};
use crate::evidence::{
    CellValues, Evidence, Judged, ParameterSet, SetValues, Suite, SuiteCell, judge, judge_over_sets, robustness,
};
use crate::experiment::{Unit, UnitOutcome};
#[cfg(feature = "tables")]
use crate::report::TableFolder;
#[cfg(feature = "page")]
use crate::report::{Contents, Ran, Staging, ToldStory, evidence_contents, evidence_figures, write_evidence};
use crate::report::{Emphasised, evidence_summary};
use crate::scenario::{RunSettings, Scenario};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// Which findings are tried, and at how many sets of parameters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceOptions {
    /// Ids of findings (`SH-03`), their first letters (`SH`), or `minimum` for the minimum set; all of them if none is given.
    pub findings: Vec<String>,
    /// The folder that the findings are in, if they are not the built-in ones.
    pub from: Option<PathBuf>,
    /// Sets of parameters at which they are tried as well, drawn over their plausible ranges; at most 65536.
    pub sets: u32,
    /// Replicates of each arm in each set; 6 if not given.
    pub per_set: Option<u32>,
}

/// Tries reported findings: each with and without its mechanism, over replicates and over sets of parameters. Without
/// `options.replicates` and `options.seed` it takes 80 replicates and seed 1.
///
/// # Errors
/// [`Error`]. Where it is cancelled nothing can be told: [`Error::Interrupted`].
pub fn try_evidence(what: &EvidenceOptions, options: &Options<'_>) -> Result<EvidenceResults, Error> {
    let catalogue = catalogue(what.from.as_deref())?;
    let findings = chosen_findings(&catalogue, &what.findings)?;
    let suite = Suite::new(&catalogue, &findings).map_err(Error::Asked)?;
    let plan = EvidencePlan {
        run: RunSettings {
            replicates: options.replicates.unwrap_or(Suite::REPLICATES),
            seed: options.seed.unwrap_or(1),
        },
        sets: options.models.map_or(what.sets, |models| models.len() as u32),
        models: options.models.cloned(),
        per_set: what.per_set.unwrap_or(Suite::REPLICATES_PER_SET),
        ids: findings.iter().map(|finding| finding.id.clone()).collect(),
        named: what.findings.clone(),
        from: what.from.clone(),
        cells: suite.cells.len() as u32,
        catalogue: catalogue.text(),
    };
    let cells: Vec<(&Scenario, u64)> =
        suite.cells.iter().map(|cell| (&cell.scenario, plan.runs(cell.is_whole))).collect();
    let options = options.within_memory(&Needed::of_cells(&cells))?;
    let sets = plan.parameter_sets()?;
    let asked = Asked {
        command: "evidence",
        plan: Box::new(plan.clone()),
        cells: 1,
        in_given_order: true,
        #[cfg(feature = "page")]
        base: Base::default(),
    };
    let prepare = || {
        let trial = Trial { plan, suite, sets };
        if options.wants_plan() {
            options.note(&Note::Planned(trial.planned(options.workers())));
        }
        Ok(trial)
    };
    run_experiment(asked, None, &options, prepare).map(EvidenceResults)
}

/// The findings being tried.
struct Trial {
    plan: EvidencePlan,
    suite: Suite,
    sets: Vec<ParameterSet>,
}

/// What is kept of a part: the values of one cell, or of all that are run at a set.
type Part = Vec<CellValues>;

impl Trial {
    /// The values of a cell's quantities in its first `replicates` runs of `scenario`.
    fn values(&self, cell: usize, scenario: &Scenario, replicates: u32, give_up: &AtomicBool) -> Option<CellValues> {
        let engine = Engine::new(scenario);
        let one = |replicate| {
            let run = engine.run_unless(give_up, self.plan.run.seed, replicate, &Observe::default())?;
            Some(self.suite.cells[cell].values(&run, engine.setting()))
        };
        (0..u64::from(replicates)).map(one).collect()
    }

    /// What is planned, and about how long a run takes.
    fn planned(&self, threads: usize) -> PlannedRuns {
        let plan = &self.plan;
        let whole = self.suite.whole_cells().len() as u64;
        let arms = self.suite.cells.len() as u64;
        let replicates = |cell: &SuiteCell| u64::from(cell.replicates(plan.run.replicates));
        let at_defaults: u64 = self.suite.cells.iter().map(replicates).sum();
        let runs = at_defaults + u64::from(plan.sets) * whole * u64::from(plan.per_set);
        let began = Instant::now();
        let tried: Vec<&Scenario> = self.suite.cells.iter().step_by(8).map(|cell| &cell.scenario).collect();
        tried.par_iter().for_each(|scenario| {
            drop(Engine::new(scenario).run(plan.run.seed, 0, &Observe::default()));
        });
        let each = began.elapsed() * rayon::current_num_threads() as u32 / tried.len().max(1) as u32;
        let (findings, sets) = (plan.ids.len() as u64, u64::from(plan.sets));
        PlannedRuns { points: 0, replicates: u64::from(plan.run.replicates), findings, arms, sets, runs, each, threads }
    }
}

impl Experiment for Trial {
    type Findings = Evidence;

    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let cells = &self.suite.cells;
        let part = unit.replicate as usize;
        let part: Part = match part.checked_sub(cells.len()) {
            None => {
                let replicates = cells[part].replicates(self.plan.run.replicates);
                vec![self.values(part, &cells[part].scenario, replicates, give_up)?]
            }
            Some(set) => {
                let at = |cell: usize| {
                    let cell_at = cells[cell].at(&self.sets[set]);
                    self.values(cell, &cell_at, self.plan.per_set, give_up)
                };
                (0..cells.len())
                    .map(|cell| if cells[cell].is_whole { at(cell) } else { Some(Vec::new()) })
                    .collect::<Option<_>>()?
            }
        };
        // Plain numbers: nothing in them can fail to be written.
        Some(postcard::to_stdvec(&part).unwrap_or_default())
    }

    /// Tables of findings are written beside the rest.
    #[cfg(feature = "tables")]
    fn fold_into(&self, _: &TableFolder, runs: &Runs) -> Result<Evidence, Error> {
        self.fold(runs)
    }

    fn fold(&self, runs: &Runs) -> Result<Evidence, Error> {
        let mut cells: Vec<CellValues> = Vec::with_capacity(self.suite.cells.len());
        let mut sets: Vec<Option<SetValues>> = Vec::with_capacity(self.sets.len());
        for record in runs.store.read_in_order(&runs.schedule) {
            let (unit, outcome) = record?;
            let part: Result<Part, String> = match outcome {
                UnitOutcome::Run(bytes) => postcard::from_bytes(&bytes).map_err(|_| "it could not be read".to_owned()),
                UnitOutcome::Failed(why) => Err(why),
            };
            match part {
                Ok(mut part) if cells.len() < self.suite.cells.len() => cells.push(part.pop().unwrap_or_default()),
                Ok(part) => sets.push(Some(part)),
                Err(why) if cells.len() < self.suite.cells.len() => {
                    return Err(Error::Broken(format!("arm {} broke off: {why}", unit.replicate)));
                }
                Err(_) => sets.push(None),
            }
        }
        let mut findings = judge(&self.suite, &cells);
        for (judged, robust) in findings.iter_mut().zip(robustness(&self.suite, &self.sets, &sets)) {
            judged.robustness = robust;
        }
        judge_over_sets(&self.suite, &sets, &mut findings);
        let plan = &self.plan;
        Ok(Evidence {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: plan.run.seed,
            replicates: u64::from(plan.run.replicates),
            sets: u64::from(plan.sets),
            replicates_per_set: u64::from(plan.per_set),
            of: plan.models.as_ref().map_or_else(String::new, |models| models.of.clone()),
            varied: match &plan.models {
                Some(models) => models.varied.clone(),
                None if plan.sets > 0 => ParameterSet::varied().map(str::to_owned).collect(),
                None => Vec::new(),
            },
            findings,
        })
    }

    #[cfg(feature = "page")]
    fn write_more(&self, evidence: &Evidence, staging: &Staging<'_>, tables: &TableFolder) -> Result<(), Error> {
        Ok(write_evidence(staging, tables, evidence)?)
    }

    #[cfg(feature = "page")]
    fn report(&self, evidence: &Evidence, _: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error> {
        Ok(evidence_contents(evidence, evidence_figures(evidence), ran))
    }
}

/// What the reported findings came to.
pub struct EvidenceResults(Done<Trial>);

impl EvidenceResults {
    /// Every finding with its verdict.
    #[must_use]
    pub fn findings(&self) -> &[Judged] {
        &self.evidence().findings
    }

    /// A finding by its id, such as `SH-03`.
    #[must_use]
    pub fn finding(&self, id: &str) -> Option<&Judged> {
        self.findings().iter().find(|judged| judged.finding.id == id)
    }

    /// All that is found.
    #[must_use]
    pub fn evidence(&self) -> &Evidence {
        &self.0.findings
    }

    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        evidence_summary(self.evidence())
    }

    /// How much was run.
    #[must_use]
    pub fn so_far(&self) -> SoFar {
        self.0.so_far
    }

    /// As [`super::RunResults::write_folder`].
    ///
    /// # Errors
    /// As there.
    #[cfg(feature = "page")]
    pub fn write_folder(&self, folder: &ResultsFolder, options: &Options<'_>) -> Result<(), Error> {
        self.0.write_folder(folder, options)
    }
}

impl std::fmt::Debug for EvidenceResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EvidenceResults").field("so_far", &self.so_far()).finish_non_exhaustive()
    }
}
