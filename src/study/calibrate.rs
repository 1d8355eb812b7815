use super::asked::Asked;
#[cfg(feature = "page")]
use super::base::Base;
use super::calibration_plan::{CalibrateOptions, CalibrationPlan};
use super::done::Done;
use super::experiment::Experiment;
use super::run_experiment::run_experiment;
use super::runs::Runs;
use super::{Error, Needed, Note, Options, SoFar, maker};
use crate::calibration::{Calibrated, Ensemble, History, MadeBy, Targets, calibrated};
use crate::engine::{Engine, MODEL, Observe};
use crate::evidence::{CellValues, ParameterSet, SuiteCell};
use crate::experiment::{Unit, UnitOutcome};
#[cfg(feature = "tables")]
use crate::report::TableFolder;
#[cfg(feature = "page")]
use crate::report::{Contents, Ran, Staging, ToldStory, calibration_contents, calibration_figures, write_calibration};
use crate::report::{Emphasised, calibration_summary, sha256};
use crate::scenario::{Parameters, RunSettings, Scenario, read_text};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Looks for the sets of parameters that targets do not rule out, wave by wave. Without `options.replicates` and `options.seed`
/// it takes 4 replicates of each arm in each set, and seed 1.
///
/// # Errors
/// [`Error`]. Where it is cancelled nothing can be told: [`Error::Interrupted`].
pub fn calibrate(what: &CalibrateOptions, options: &Options<'_>) -> Result<CalibrateResults, Error> {
    let targets = targets(what.targets.as_deref())?;
    let replicates = options.replicates.unwrap_or(CalibrateOptions::REPLICATES);
    let plan = CalibrationPlan {
        run: RunSettings { replicates, seed: options.seed.unwrap_or(1) },
        sizes: what.sizes,
        from: what.targets.clone(),
        targets: targets.text.clone(),
    };
    let sets = what.sizes.first + what.sizes.waves.saturating_sub(1) * what.sizes.later + 1;
    let runs = sets as u64 * u64::from(replicates);
    let cells: Vec<(&Scenario, u64)> = targets.cells().iter().map(|cell| (&cell.scenario, runs)).collect();
    let options = options.within_memory(&Needed::of_cells(&cells))?;
    let asked = Asked {
        command: "calibrate",
        plan: Box::new(plan.clone()),
        cells: 1,
        in_given_order: true,
        #[cfg(feature = "page")]
        base: Base::default(),
    };
    let prepare = || Ok(Calibrating::new(plan, targets));
    run_experiment(asked, None, &options, prepare).map(CalibrateResults)
}

/// The targets of a file, or the built-in ones.
///
/// # Errors
/// If it cannot be read or understood.
pub fn targets(file: Option<&Path>) -> Result<Targets, Error> {
    let Some(path) = file else { return Targets::built_in().map_err(Error::Broken) };
    let read = |path: &Path| read_text(path).map_err(|why| Error::Asked(format!("{} {why}", path.display())));
    let text = read(path)?;
    let beside = |name: String| {
        let text = read(&path.with_file_name(&name))?;
        Ok((name, text))
    };
    let bases = Targets::files_beside(&text).into_iter().map(beside).collect::<Result<_, Error>>()?;
    Targets::of(&path.display().to_string(), &text, bases).map_err(Error::Asked)
}

/// Waves under way.
struct Calibrating {
    plan: CalibrationPlan,
    targets: Targets,
    waves: Mutex<Waves>,
}

struct Waves {
    history: History,
    /// Those of all units so far: the defaults, then wave after wave.
    sets: Vec<ParameterSet>,
    /// Units that the history knows.
    known: usize,
}

/// What is kept of a set: the values of every target, replicate by replicate.
type SetPart = Vec<Vec<f64>>;

impl Calibrating {
    fn new(plan: CalibrationPlan, targets: Targets) -> Calibrating {
        let history = History::new(targets.targets.clone(), Parameters::MECHANISMS.len(), plan.sizes, plan.run.seed);
        let mut waves = Waves { history, sets: vec![ParameterSet::defaults()], known: 1 };
        waves.begin_next();
        Calibrating { plan, targets, waves: Mutex::new(waves) }
    }

    /// Nobody panics while holding the lock: what is in it is whole.
    fn waves(&self) -> MutexGuard<'_, Waves> {
        self.waves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was kept of units, in order, from the first on; nothing of one that broke off.
    fn parts(&self, runs: &Runs) -> Result<Vec<SetPart>, Error> {
        let none = || vec![Vec::new(); self.targets.targets.len()];
        let part = |outcome| match outcome {
            UnitOutcome::Run(bytes) => postcard::from_bytes(&bytes).unwrap_or_else(|_| none()),
            UnitOutcome::Failed(_) => none(),
        };
        let records = runs.store.read_in_order(&runs.schedule);
        records.map(|record| record.map(|(_, outcome)| part(outcome)).map_err(Error::from)).collect()
    }
}

impl Waves {
    /// Puts the sets of the next wave behind those that are there; `false` if there is none.
    fn begin_next(&mut self) -> bool {
        let Some(points) = self.history.next_wave().map(<[Vec<f64>]>::to_vec) else { return false };
        self.sets.extend(points.iter().map(|point| self.history.set_at(point)));
        true
    }
}

impl Experiment for Calibrating {
    type Findings = (Calibrated, Ensemble);

    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let set = self.waves().sets.get(unit.replicate as usize)?.clone();
        let run = self.plan.run;
        let of_cell = |cell: &SuiteCell| -> Option<CellValues> {
            let scenario = cell.at(&set);
            let engine = Engine::new(&scenario);
            let one = |replicate| {
                let record = engine.run_unless(give_up, run.seed, replicate, &Observe::default())?;
                Some(cell.values(&record, engine.setting()))
            };
            (0..u64::from(run.replicates)).map(one).collect()
        };
        let cells: Vec<CellValues> = self.targets.cells().iter().map(of_cell).collect::<Option<_>>()?;
        let part: SetPart = self.targets.values(&set, &cells);
        // Plain numbers: nothing in them can fail to be written.
        Some(postcard::to_stdvec(&part).unwrap_or_default())
    }

    fn grow(&self, runs: &Runs, options: &Options<'_>) -> Result<Option<u64>, Error> {
        let parts = self.parts(runs)?;
        let mut waves = self.waves();
        let known = waves.known;
        waves.history.take(&parts[known..]);
        waves.known = parts.len();
        if !waves.begin_next() {
            return Ok(None);
        }
        let total = waves.sets.len();
        let (number, share) = (waves.history.waves_done() + 1, waves.history.share());
        options.note(&Note::Wave { number, sets: total - parts.len(), share, free: waves.history.free().len() });
        Ok(Some(total as u64))
    }

    fn fold(&self, runs: &Runs) -> Result<(Calibrated, Ensemble), Error> {
        let parts = self.parts(runs)?;
        let waves = self.waves();
        let RunSettings { seed, replicates } = self.plan.run;
        let (words, targets) = (maker().words(), sha256(&self.targets.text));
        let by = MadeBy { words: &words, model: MODEL, seed, replicates, targets: &targets };
        let (found, ensemble) = calibrated(&self.targets, &waves.history, &parts[0], &by);
        if ensemble.sets.is_empty() {
            let wave = found.waves.last().map_or(f64::NAN, |wave| wave.distance[0]);
            return Err(Error::Asked(format!(
                "no set of parameters that was run meets the targets: every one is ruled out by at least one of them (the nearest \
                 is {wave:.1} off, where 3 is too far)\n  a wider tolerance or discrepancy says that the model may be so far off; \
                 or the model cannot do what they ask"
            )));
        }
        Ok((found, ensemble))
    }

    /// Tables of a calibration are written beside the rest.
    #[cfg(feature = "tables")]
    fn fold_into(&self, _: &TableFolder, runs: &Runs) -> Result<(Calibrated, Ensemble), Error> {
        self.fold(runs)
    }

    #[cfg(feature = "page")]
    fn write_more(
        &self,
        (found, ensemble): &(Calibrated, Ensemble),
        staging: &Staging<'_>,
        tables: &TableFolder,
    ) -> Result<(), Error> {
        staging.write("ensemble.toml", ensemble.to_toml().as_bytes())?;
        Ok(write_calibration(staging, tables, found)?)
    }

    #[cfg(feature = "page")]
    fn report(&self, (found, _): &(Calibrated, Ensemble), _: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error> {
        Ok(calibration_contents(found, calibration_figures(found), ran))
    }
}

/// What a calibration came to.
pub struct CalibrateResults(Done<Calibrating>);

impl CalibrateResults {
    /// Targets met and missed, and what was learnt of each parameter.
    #[must_use]
    pub fn calibrated(&self) -> &Calibrated {
        &self.0.findings.0
    }

    /// The sets of parameters that are left.
    #[must_use]
    pub fn ensemble(&self) -> &Ensemble {
        &self.0.findings.1
    }

    /// All that in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        calibration_summary(self.calibrated())
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
    pub fn write_folder(&self, folder: &super::ResultsFolder, options: &Options<'_>) -> Result<(), Error> {
        self.0.write_folder(folder, options)
    }
}

impl std::fmt::Debug for CalibrateResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CalibrateResults").field("so_far", &self.so_far()).finish_non_exhaustive()
    }
}
