#[cfg(feature = "page")]
use super::ResultsFolder;
use super::arms::headlines;
use super::asked::Asked;
#[cfg(feature = "page")]
use super::base::Base;
use super::done::Done;
use super::experiment::Experiment;
use super::fold::EachRun;
use super::kept_run::kept_run;
use super::models::{PlannedModels, given_by, parameter_name};
use super::models_plan::ModelsPlan;
use super::pasts::Pasts;
use super::points::{check_points, swept_points};
use super::refuse::refuse;
use super::run_experiment::run_experiment;
use super::runs::Runs;
use super::settled::settle;
use super::swept_engines::SweptEngines;
use super::{Error, Needed, Note, Options, PlannedRuns, SoFar, per_chunk};
use crate::analysis::{Estimate, Headline, Kept, Points, Swept, SweptModelRuns, SweptTimes, SweptValue, metrics_shown};
use crate::engine::Observe;
use crate::experiment::Unit;
#[cfg(feature = "tables")]
use crate::quantity::Words;
use crate::record::Setting;
#[cfg(feature = "page")]
use crate::report::{Contents, Ran, ToldStory, sweep_contents, sweep_figures};
use crate::report::{Emphasised, sweep_summary};
#[cfg(feature = "tables")]
use crate::report::{Format, RunsTable, TableFolder, write_points};
use crate::scenario::{AxisValue, Parameters, Study, Sweep, SweepDesign};
#[cfg(feature = "tables")]
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// Conducts the sweep of a study: its scenario at every point of a grid or of a Sobol' sample.
///
/// # Errors
/// [`Error`]; [`Error::NothingToVary`] without a sweep. As of [`super::conduct`] where it was cancelled.
pub fn sweep(study: &Study, options: &Options<'_>) -> Result<SweepResults, Error> {
    let mut study = study.clone();
    settle(&mut study, options.replicates, options.seed);
    study.regimes = vec![];
    refuse(&study)?;
    let Some(sweep) = study.sweep.clone() else { return Err(Error::NothingToVary(study.scenario.name)) };
    let models = options.models.map(|models| PlannedModels::new(models, study.scenario.run.replicates));
    if models.is_some() && sweep.points() > MOST_OVER_MODELS {
        return Err(Error::Asked(format!(
            "a sweep over plausible models has at most {MOST_OVER_MODELS} points, and this one has {}",
            sweep.points()
        )));
    }
    let needed = Needed::of_sweep(&study, sweep.points(), per_chunk(&study.scenario));
    let needed = match &models {
        Some(models) => needed.over_models(sweep.points(), models.runs()),
        None => needed,
    };
    let options = options.within_memory(&needed)?;
    let points = swept_points(&sweep, study.scenario.run.seed)?;
    let ends = check_points(&study, &points)?;
    let asked = Asked {
        command: "sweep",
        cells: u32::try_from(points.len()).unwrap_or(u32::MAX),
        in_given_order: !matches!(sweep.design, SweepDesign::Grid),
        #[cfg(feature = "page")]
        base: Base::of(&study),
        plan: Box::new(ModelsPlan {
            study: study.clone(),
            models: models.clone(),
            is_usual: false,
            no_conditions: false,
        }),
    };
    let prepare = || {
        let sweeping = Sweeping::new(study, sweep, points, &ends, models);
        if options.wants_plan() {
            options.note(&Note::Planned(sweeping.planned(options.workers())));
        }
        Ok(sweeping)
    };
    run_experiment(asked, None, &options, prepare).map(SweepResults)
}

/// Points of a sweep over plausible models, at most: what each of them comes to in each model is held at once.
const MOST_OVER_MODELS: u64 = 4096;

/// A scenario at many points.
struct Sweeping {
    study: Study,
    sweep: Sweep,
    headlines: Vec<Headline>,
    engines: SweptEngines,
    setting: Setting,
    /// At what times points are compared.
    times: SweptTimes,
    /// What points share before they part.
    pasts: Pasts,
    models: Option<PlannedModels>,
    /// Parameters that the scenario or an axis sets, itself or by a word: they stay in all models as they are there.
    given: Vec<&'static str>,
}

impl Sweeping {
    /// `ends`: of each point the first month after its programme, and the months of its run.
    fn new(
        study: Study,
        sweep: Sweep,
        points: Vec<Vec<AxisValue>>,
        ends: &[(i32, u32)],
        models: Option<PlannedModels>,
    ) -> Sweeping {
        let times = SweptTimes::of(ends);
        let engines = SweptEngines::new(study.clone(), points, &times.clock);
        let setting = engines.at(0).setting().clone();
        let headlines = headlines(&study.outcome.survival_horizons(), &times.clock);
        let mut given = given_by(std::iter::once(&study.scenario));
        let axes = sweep.axes.iter().filter_map(|axis| Parameters::find(parameter_name(&axis.key)));
        given.extend(axes.map(|row| row.name).chain(study.set_by_words()));
        Sweeping { study, sweep, headlines, engines, setting, times, pasts: Pasts::default(), models, given }
    }

    fn points(&self) -> &[Vec<AxisValue>] {
        &self.engines.points
    }

    /// What is planned, and about how long a run takes: as long as one of the first and of the last point.
    fn planned(&self, threads: usize) -> PlannedRuns {
        let run = self.study.scenario.run;
        let tried = [0, self.points().len() - 1].map(|point| self.engines.at(point));
        let began = Instant::now();
        for engine in &tried {
            drop(engine.run(run.seed, 0, &Observe::default()));
        }
        let of_models = self.models.as_ref().map_or(0, PlannedModels::runs);
        let (points, replicates) = (self.points().len() as u64, u64::from(run.replicates) + of_models);
        let each = began.elapsed() / tried.len() as u32;
        PlannedRuns { points, replicates, findings: 0, arms: 0, sets: 0, runs: points * replicates, each, threads }
    }

    /// Headline metrics that are told: those asked for, at equal times after each point's own programme where these end in
    /// different months, and then at the end of the run as well.
    fn told(&self) -> Vec<String> {
        let (shown, at_run_end) = metrics_shown(&self.study.outcome.metrics, &self.times.clock);
        shown.into_iter().chain(at_run_end).collect()
    }

    /// Headline metrics that are reported: those that are told, then survival at the horizons.
    fn metrics(&self) -> Vec<String> {
        let mut metrics = self.told();
        for name in self.study.outcome.horizons.iter().map(|months| format!("survived_{months}")) {
            if !metrics.contains(&name) {
                metrics.push(name);
            }
        }
        metrics
    }
}

impl Sweeping {
    /// Replicates of the scenario as it is; those behind them are runs of other models.
    fn own(&self) -> u64 {
        u64::from(self.study.scenario.run.replicates)
    }

    fn swept(&self, runs: &Runs, each: EachRun<'_>) -> Result<Swept, Error> {
        let mut found = Points::new(&self.headlines, &self.metrics(), self.points().len());
        let of_models = |models: &PlannedModels| {
            let (sets, metrics) = (models.models.len(), found.metrics().count());
            SweptModelRuns::new(self.points().len(), metrics, sets, models.per_set)
        };
        let mut over_models = self.models.as_ref().map(of_models);
        for record in runs.store.read_in_order(&runs.schedule) {
            let (unit, outcome) = record?;
            let kept = kept_run(outcome, &self.setting, self.headlines.len());
            if let (Some(models), Some(over), Some(place)) =
                (&self.models, &mut over_models, unit.replicate.checked_sub(self.own()))
            {
                let (set, future) = models.place(place);
                if let Ok(kept) = kept {
                    over.add(set, future, unit.cell as usize, found.of(&kept));
                }
                continue;
            }
            each(unit, kept.as_ref().map_err(String::as_str))?;
            found.add(unit.cell as usize, kept.as_ref().ok());
        }
        let value = |value: &AxisValue| match value.number() {
            Some(number) => SweptValue::Number(number),
            None => SweptValue::Text(value.to_string()),
        };
        let swept = Swept {
            setting: self.setting.clone(),
            axes: self.sweep.axes.iter().map(|axis| axis.key.clone()).collect(),
            is_grid: matches!(self.sweep.design, SweepDesign::Grid),
            points: self.points().iter().map(|point| point.iter().map(value).collect()).collect(),
            replicates: runs.schedule.replicates().min(self.own()),
            found,
            shown: self.told().len(),
            times: self.times.clone(),
            models: None,
        };
        let of = self.models.as_ref().map_or("", |models| models.models.of.as_str());
        let models = over_models.and_then(|runs| runs.finish(&swept, of));
        Ok(Swept { models, ..swept })
    }
}

impl Experiment for Sweeping {
    type Findings = Swept;

    #[cfg(feature = "tables")]
    fn words(&self) -> Words {
        self.setting.words.clone()
    }

    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let seed = self.study.scenario.run.seed;
        if let (Some(models), Some(place)) = (&self.models, unit.replicate.checked_sub(self.own())) {
            let asked = (&self.times.clock, self.headlines.as_slice(), &self.pasts);
            return models.simulate(
                self.engines.scenario(unit.cell as usize),
                &self.given,
                asked,
                Kept::headlines_only,
                (seed, place),
                give_up,
            );
        }
        let engine = self.engines.at(unit.cell as usize);
        let run = self.pasts.run(&engine, (seed, unit.replicate, None), give_up, &Observe::default())?;
        Some(Kept::headlines_only(&run, engine.setting(), &self.headlines).to_bytes())
    }

    fn fold(&self, runs: &Runs) -> Result<Swept, Error> {
        self.swept(runs, &mut |_, _| Ok(()))
    }

    #[cfg(feature = "tables")]
    fn fold_into(&self, tables: &TableFolder, runs: &Runs) -> Result<Swept, Error> {
        let scenario = &self.study.scenario;
        let mut table = RunsTable::create(tables, &self.headlines)?;
        let swept = self.swept(runs, &mut |unit, kept| {
            match kept {
                Ok(kept) => table.add(&scenario.name, unit.cell, &kept.run, &kept.headlines)?,
                Err(why) => table.add_failed(&scenario.name, unit.cell, unit.replicate, scenario.run.seed, why)?,
            }
            Ok(())
        })?;
        table.close()?;
        write_points(tables, &swept)?;
        Ok(swept)
    }

    #[cfg(feature = "page")]
    fn report(&self, swept: &Swept, _: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error> {
        Ok(sweep_contents(swept, sweep_figures(swept), ran).told(&swept.setting.words))
    }
}

/// What a sweep came to.
pub struct SweepResults(Done<Sweeping>);

impl SweepResults {
    /// The keys of the axes.
    #[must_use]
    pub fn axes(&self) -> &[String] {
        &self.swept().axes
    }

    /// The points: a value for each axis.
    #[must_use]
    pub fn points(&self) -> &[Vec<SweptValue>] {
        &self.swept().points
    }

    /// What a headline metric that the study asks about comes to at a point, by its place among [`SweepResults::points`], with
    /// its 95 % interval. `None` if there is no such point, or the metric is not asked about.
    #[must_use]
    pub fn estimate(&self, point: usize, metric: &str) -> Option<Estimate> {
        let found = &self.swept().found;
        let place = found.metrics().position(|headline| headline.name == metric)?;
        (point < found.len()).then(|| found.estimate(point, place))
    }

    /// All that is found.
    #[must_use]
    pub fn swept(&self) -> &Swept {
        &self.0.findings
    }

    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        sweep_summary(self.swept())
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
}

impl std::fmt::Debug for SweepResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SweepResults").field("so_far", &self.so_far()).field("axes", &self.axes()).finish()
    }
}
