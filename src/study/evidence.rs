#[cfg(feature = "page")]
use super::ResultsFolder;
use super::asked::Asked;
#[cfg(feature = "page")]
use super::base::Base;
use super::done::Done;
use super::evidence_plan::EvidencePlan;
use super::experiment::Experiment;
use super::findings::{catalogue_of, given_findings};
use super::given_texts::GivenTexts;
use super::rounds::Rounds;
use super::run_experiment::run_experiment;
use super::runs::Runs;
use super::{Error, Needed, Note, Options, PlannedRuns, SoFar, chosen_findings};
use crate::engine::{Engine, Observe};
use crate::evidence::{
    CellValues, Evidence, Judged, ParameterSet, SetValues, Suite, SuiteCell, judge, judge_over_sets, undecided,
};
use crate::experiment::{Unit, UnitOutcome};
#[cfg(feature = "tables")]
use crate::report::TableFolder;
#[cfg(feature = "page")]
use crate::report::{Contents, Ran, Staging, ToldStory, evidence_contents, evidence_figures, write_evidence};
use crate::report::{Emphasised, evidence_summary};
use crate::scenario::{RunSettings, Scenario};
use rayon::prelude::*;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard, PoisonError};
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
    /// Replicates of each arm in each set to begin with; 2 if not given. Arms whose tests are open then are given as many again,
    /// round by round.
    pub per_set: Option<u32>,
    /// Replicates of each arm in each set at most; 16 if not given, and no fewer than to begin with.
    pub per_set_most: Option<u32>,
}

/// Tries reported findings: each with and without its mechanism, over replicates and over sets of parameters. Without
/// `options.replicates` and `options.seed` it takes 80 replicates and seed 1.
///
/// # Errors
/// [`Error`]. Where it is cancelled nothing can be told: [`Error::Interrupted`].
pub fn try_evidence(what: &EvidenceOptions, options: &Options<'_>) -> Result<EvidenceResults, Error> {
    let from = what.from.as_deref().map(given_findings).transpose()?;
    try_given(what, from, options)
}

/// The same with findings whose texts are given, unless they are the built-in ones.
pub(super) fn try_given(
    what: &EvidenceOptions,
    from: Option<GivenTexts>,
    options: &Options<'_>,
) -> Result<EvidenceResults, Error> {
    let catalogue = catalogue_of(from.as_ref())?;
    let findings = chosen_findings(&catalogue, &what.findings)?;
    let suite = Suite::new(&catalogue, &findings).map_err(Error::Asked)?;
    let per_set = what.per_set.unwrap_or(Suite::REPLICATES_PER_SET);
    if let Some(most) = what.per_set_most.filter(|most| *most < per_set) {
        return Err(Error::Asked(format!(
            "each arm is run {per_set} times in each set to begin with, and at most {most} times"
        )));
    }
    let plan = EvidencePlan {
        run: RunSettings {
            replicates: options.replicates.unwrap_or(Suite::REPLICATES),
            seed: options.seed.unwrap_or(1),
        },
        sets: options.models.map_or(what.sets, |models| models.len() as u32),
        models: options.models.cloned(),
        per_set,
        per_set_most: what.per_set_most.unwrap_or(Suite::MOST_PER_SET).max(per_set),
        ids: findings.iter().map(|finding| finding.id.clone()).collect(),
        named: what.findings.clone(),
        from,
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
        let trial = Trial::new(plan, suite, sets);
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
    rounds: Mutex<Rounds>,
}

/// What is kept of a part: the values of one cell, or of all that are run at a set.
type Part = Vec<CellValues>;

/// What was run, part by part.
struct Gathered {
    cells: Vec<CellValues>,
    /// Those of all rounds together; `None` of a set in which something broke off.
    sets: Vec<Option<SetValues>>,
}

impl Trial {
    fn new(plan: EvidencePlan, suite: Suite, sets: Vec<ParameterSet>) -> Trial {
        let rounds = Mutex::new(Rounds::begin(suite.cells.len(), &suite.whole_cells(), plan.per_set));
        Trial { plan, suite, sets, rounds }
    }

    /// Nobody panics while holding the lock: what is in it is whole.
    fn rounds(&self) -> MutexGuard<'_, Rounds> {
        self.rounds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What all parts so far came to.
    fn gathered(&self, runs: &Runs) -> Result<Gathered, Error> {
        let (number, sets) = (self.suite.cells.len(), self.sets.len());
        let mut found = Gathered { cells: Vec::with_capacity(number), sets: vec![Some(vec![vec![]; number]); sets] };
        for record in runs.store.read_in_order(&runs.schedule) {
            let (unit, outcome) = record?;
            let part: Result<Part, String> = match outcome {
                UnitOutcome::Run(bytes) => postcard::from_bytes(&bytes).map_err(|_| "it could not be read".to_owned()),
                UnitOutcome::Failed(why) => Err(why),
            };
            match (part, unit.replicate.checked_sub(number as u64)) {
                (Ok(mut part), None) => found.cells.push(part.pop().unwrap_or_default()),
                (Err(why), None) => return Err(Error::Broken(format!("arm {} broke off: {why}", unit.replicate))),
                (Ok(part), Some(at)) => {
                    if let Some(known) = &mut found.sets[at as usize % sets] {
                        known.iter_mut().zip(part).for_each(|(known, more)| known.extend(more));
                    }
                }
                (Err(_), Some(at)) => found.sets[at as usize % sets] = None,
            }
        }
        Ok(found)
    }

    /// The values of a cell's quantities in these runs of `scenario`.
    fn values(&self, cell: usize, scenario: &Scenario, runs: Range<u32>, give_up: &AtomicBool) -> Option<CellValues> {
        let engine = Engine::new(scenario);
        let one = |replicate| {
            let run = engine.run_unless(give_up, self.plan.run.seed, replicate, &Observe::default())?;
            Some(self.suite.cells[cell].values(&run, engine.setting()))
        };
        runs.map(u64::from).map(one).collect()
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
                vec![self.values(part, &cells[part].scenario, 0..replicates, give_up)?]
            }
            Some(place) => {
                let (set, round) = (place % self.sets.len(), place / self.sets.len());
                let runs = self.rounds().of(round)?;
                let at = |cell: usize| {
                    if runs[cell].is_empty() {
                        return Some(Vec::new());
                    }
                    self.values(cell, &cells[cell].at(&self.sets[set]), runs[cell].clone(), give_up)
                };
                (0..cells.len()).map(at).collect::<Option<_>>()?
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

    fn may_grow(&self) -> bool {
        !self.sets.is_empty() && self.rounds().replicates() < self.plan.per_set_most
    }

    fn grow(&self, runs: &Runs, options: &Options<'_>) -> Result<Option<u64>, Error> {
        if !self.may_grow() {
            return Ok(None);
        }
        let found = self.gathered(runs)?;
        let open = undecided(&self.suite, &judge(&self.suite, &found.cells), &found.sets);
        if open.tests == 0 {
            return Ok(None);
        }
        let mut rounds = self.rounds();
        let number = rounds.add(&open.cells, self.plan.per_set_most);
        let (arms, replicates) = (open.cells.len(), rounds.replicates());
        options.note(&Note::Round { number, tests: open.tests, arms, replicates });
        Ok(Some((self.suite.cells.len() + number * self.sets.len()) as u64))
    }

    fn fold(&self, runs: &Runs) -> Result<Evidence, Error> {
        let Gathered { cells, sets } = self.gathered(runs)?;
        let mut findings = judge(&self.suite, &cells);
        judge_over_sets(&self.suite, &self.sets, &sets, &mut findings);
        let plan = &self.plan;
        Ok(Evidence {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: plan.run.seed,
            replicates: u64::from(plan.run.replicates),
            sets: u64::from(plan.sets),
            replicates_per_set: u64::from(plan.per_set),
            most_per_set: if plan.sets > 0 { u64::from(plan.per_set_most) } else { 0 },
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
