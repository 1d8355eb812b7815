use super::arguments::SweepOptions;
use super::experiment::{
    Base, Conducted, Experiment, Needed, Request, SweptEngines, kept_run, per_chunk, planned, settle, undertake,
    within_memory,
};
use super::interrupt::given_up;
use super::missing_letters::warn_of_missing_letters;
use super::terminal::tell;
use super::trouble::Trouble;
use super::warned::warned_study;
use crate::analysis::{Headline, Kept, Points, Swept, SweptValue};
use crate::engine::Observe;
use crate::experiment::{SOBOL_AXES, SOBOL_POINTS, Unit, grid_points, sobol_points};
use crate::record::Setting;
use crate::report::{
    Emphasised, Ran, RunsTable, Staging, TableFolder, paragraph, sweep_contents, sweep_figures, sweep_summary,
    write_points,
};
use crate::scenario::{AxisValue, AxisValues, Design, Reach, Study, Sweep};
use rayon::prelude::*;
use std::time::Instant;

/// `safsim sweep`.
pub(super) fn sweep(options: &SweepOptions, quiet: bool) -> Result<(), Trouble> {
    let experiment = &options.experiment;
    let mut study = warned_study(&options.scenario, &experiment.set, Reach::of(experiment.confined), quiet)?;
    settle(&mut study, experiment.replicates, experiment.seed);
    study.regimes = vec![];
    let base = Base::of(&study);
    let Some(sweep) = study.sweep.clone() else {
        let name = &study.scenario.name;
        return Err(Trouble::Wrong(format!(
            "{name} has no [sweep]: there is nothing to vary\n  add one, for example\n    [sweep]\n    axes = {{ \
             \"programme.funding.award\" = {{ from = 0.2, to = 1.0, steps = 5 }} }}"
        )));
    };
    let needed = Needed::of_sweep(&study, sweep.points(), per_chunk(&study.scenario));
    let place = &within_memory(&experiment.place, &needed, quiet)?;
    let points = swept_points(&sweep, study.scenario.run.seed)?;
    check_points(&study, &points)?;
    let request = Request {
        command: "sweep",
        subject: &study,
        cells: points.len() as u32,
        in_given_order: !matches!(sweep.design, Design::Grid),
        precision: None,
        options: place,
        quiet,
        base,
    };
    undertake(request, |_| {
        let sweeping = Sweeping::new(&study, &sweep, &points);
        if !quiet {
            sweeping.announce(place.workers());
        }
        Ok(sweeping)
    })
}

/// The points of a sweep: a value for each axis.
pub(super) fn swept_points(sweep: &Sweep, seed: u64) -> Result<Vec<Vec<AxisValue>>, Trouble> {
    let values = |place: usize, at: usize| match &sweep.axes[place].values {
        AxisValues::List(list) => list[at].clone(),
        range @ AxisValues::Range { .. } => range.at_share(0.0),
    };
    match sweep.design {
        Design::Grid => {
            let length = |values: &AxisValues| match values {
                AxisValues::List(list) => list.len(),
                AxisValues::Range { .. } => 1,
            };
            let lengths: Vec<usize> = sweep.axes.iter().map(|axis| length(&axis.values)).collect();
            Ok(grid_points(&lengths).map(|at| at.iter().enumerate().map(|(i, &at)| values(i, at)).collect()).collect())
        }
        Design::Sobol { points } => {
            let sample = sobol_points(sweep.axes.len(), points, seed).ok_or_else(|| {
                Trouble::Wrong(format!(
                    "a Sobol' sample has at most {SOBOL_AXES} axes and {SOBOL_POINTS} points; this one has {} and {points}",
                    sweep.axes.len()
                ))
            })?;
            let point =
                |shares: Vec<f64>| sweep.axes.iter().zip(shares).map(|(axis, u)| axis.values.at_share(u)).collect();
            Ok(sample.into_iter().map(point).collect())
        }
    }
}

/// Values that are right alone may be wrong together: every point is looked at before the first is run.
pub(super) fn check_points(study: &Study, points: &[Vec<AxisValue>]) -> Result<(), Trouble> {
    let wrong: Vec<String> =
        points.par_iter().filter_map(|values| study.at(values).err()).map(|mistakes| mistakes.to_string()).collect();
    let Some(first) = wrong.first() else { return Ok(()) };
    let others = match wrong.len() - 1 {
        0 => String::new(),
        n => format!("\n{n} more of {} points cannot be run either", points.len()),
    };
    Err(Trouble::Wrong(format!("{first}{others}")))
}

/// A scenario at many points.
struct Sweeping<'a> {
    study: &'a Study,
    sweep: &'a Sweep,
    points: &'a [Vec<AxisValue>],
    headlines: Vec<Headline>,
    engines: SweptEngines<'a>,
    setting: Setting,
}

impl<'a> Sweeping<'a> {
    fn new(study: &'a Study, sweep: &'a Sweep, points: &'a [Vec<AxisValue>]) -> Sweeping<'a> {
        let engines = SweptEngines::new(study, points);
        let setting = engines.at(0).setting().clone();
        let headlines = Headline::all(&study.outcome.survival_horizons());
        Sweeping { study, sweep, points, headlines, engines, setting }
    }

    /// Says what is planned, and about how long it will take: as long as one run of the first and of the last point.
    fn announce(&self, threads: usize) {
        let run = self.study.scenario.run;
        let tried = [0, self.points.len() - 1].map(|point| self.engines.at(point));
        let began = Instant::now();
        for engine in &tried {
            drop(engine.run(run.seed, 0, &Observe::default()));
        }
        let runs = self.points.len() as u64 * u64::from(run.replicates);
        let planned = planned(runs, began.elapsed() / tried.len() as u32, threads);
        let words = format!("{} points x {} replicates = {planned}", self.points.len(), run.replicates);
        tell(&Emphasised::marked(paragraph("", &words)));
    }

    /// Headline metrics that are reported: those asked for, then survival at the horizons.
    fn metrics(&self) -> Vec<String> {
        let mut metrics = self.study.outcome.metrics.clone();
        for name in self.study.outcome.horizons.iter().map(|months| format!("survived_{months}")) {
            if !metrics.contains(&name) {
                metrics.push(name);
            }
        }
        metrics
    }
}

impl Experiment for Sweeping<'_> {
    fn simulate(&self, unit: Unit) -> Option<Vec<u8>> {
        let engine = self.engines.at(unit.cell as usize);
        let seed = self.study.scenario.run.seed;
        let run = engine.run_unless(given_up(), seed, unit.replicate, &Observe::default())?;
        Some(Kept::headlines_only(&run, engine.setting(), &self.headlines).to_bytes())
    }

    fn present(
        &self,
        done: &Conducted,
        staging: &Staging<'_>,
        tables: &TableFolder,
        ran: Ran,
    ) -> Result<Emphasised, Trouble> {
        let name = &self.study.scenario.name;
        let mut runs = RunsTable::create(tables, &self.headlines)?;
        let mut found = Points::new(&self.headlines, &self.metrics(), self.points.len());
        let seed = self.study.scenario.run.seed;
        for record in done.store.read_in_order(&done.schedule) {
            let (unit, outcome) = record.map_err(|error| Trouble::Failed(error.to_string()))?;
            let kept = kept_run(outcome, &self.setting, self.headlines.len());
            match &kept {
                Ok(kept) => runs.add(name, unit.cell, &kept.run, &kept.headlines)?,
                Err(why) => runs.add_failed(name, unit.cell, unit.replicate, seed, why)?,
            }
            found.add(unit.cell as usize, kept.as_ref().ok());
        }
        runs.close()?;
        let value = |value: &AxisValue| match value.number() {
            Some(number) => SweptValue::Number(number),
            None => SweptValue::Text(value.to_string()),
        };
        let swept = Swept {
            setting: self.setting.clone(),
            axes: self.sweep.axes.iter().map(|axis| axis.key.clone()).collect(),
            is_grid: matches!(self.sweep.design, Design::Grid),
            points: self.points.iter().map(|point| point.iter().map(value).collect()).collect(),
            replicates: done.schedule.replicates(),
            found,
            shown: self.study.outcome.metrics.len(),
        };
        write_points(tables, &swept)?;
        warn_of_missing_letters(&sweep_contents(&swept, sweep_figures(&swept), ran).publish(staging)?);
        Ok(sweep_summary(&swept))
    }
}
