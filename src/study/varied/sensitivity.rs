use super::point_outcomes::{AskedOutcomes, PointOutcomes};
use super::sensitivity_fold::{indices, screening};
use super::varied_plan::VariedPlan;
use crate::analysis::{Indices, Screening, VariedQuestion};
use crate::experiment::{
    PointPair, SOBOL_AXES, SOBOL_POINTS, Schedule, Store, Trajectory, Unit, point_pairs, trajectories,
};
#[cfg(feature = "tables")]
use crate::quantity::Words;
#[cfg(feature = "page")]
use crate::report::{Contents, Ran, ToldStory, sensitivity_contents, sensitivity_figures};
use crate::report::{Emphasised, sensitivity_summary};
#[cfg(feature = "tables")]
use crate::report::{Format, TableFolder, write_sensitivity};
use crate::scenario::Study;
#[cfg(feature = "page")]
use crate::study::ResultsFolder;
use crate::study::asked::Asked;
#[cfg(feature = "page")]
use crate::study::base::Base;
use crate::study::done::Done;
use crate::study::experiment::Experiment;
use crate::study::recipe::Recipe;
use crate::study::refuse::refuse;
use crate::study::run_experiment::run_experiment;
use crate::study::runs::Runs;
use crate::study::settled::settle;
use crate::study::{Error, Needed, Note, Options, SensitivityOptions, SoFar, VariedOptions};
#[cfg(feature = "tables")]
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

/// Says what a figure of a study, or a difference between two of its regimes, hangs on: a screening by trajectories (Morris),
/// then the indices of Sobol' of the inputs that move most.
///
/// # Errors
/// [`Error`]. Where it is cancelled nothing can be told: [`Error::Interrupted`].
pub fn sensitivity(
    study: &Study,
    varied: &VariedOptions,
    design: &SensitivityOptions,
    options: &Options<'_>,
) -> Result<SensitivityResults, Error> {
    let study = settled_for(study, varied, options, design.replicates);
    refuse(&study)?;
    let asked_outcomes = AskedOutcomes::of(&study, varied)?;
    let design = Design::of(design, asked_outcomes.number)?;
    let cells: Vec<_> =
        asked_outcomes.scenarios().into_iter().map(|s| (s, design.parts() * design_replicates(&study))).collect();
    let options = options.within_memory(&Needed::of_cells(&cells))?;
    let recipe = Recipe::Sensitivity {
        varied: varied.clone(),
        design: SensitivityOptions { replicates: study.scenario.run.replicates, ..design.options },
    };
    let plan = VariedPlan::new(study.clone(), varied, &design.written(), design.parts(), recipe);
    let asked = Asked {
        command: "sensitivity",
        cells: 1,
        in_given_order: true,
        #[cfg(feature = "page")]
        base: Base::of(&study),
        plan: Box::new(plan),
    };
    let prepare = || {
        let outcomes = asked_outcomes.ready(&study, &options)?;
        let hanging = Hanging::new(outcomes, design)?;
        if options.wants_plan() {
            options.note(&Note::Planned(hanging.outcomes.planned(design.parts(), &study, options.workers())));
        }
        Ok(hanging)
    };
    run_experiment(asked, None, &options, prepare).map(SensitivityResults)
}

/// Without what does not decide what comes of it.
pub(super) fn settled_for(study: &Study, varied: &VariedOptions, options: &Options<'_>, replicates: u32) -> Study {
    let mut study = study.clone();
    settle(&mut study, options.replicates.or(Some(replicates)), options.seed);
    if varied.between.is_none() {
        study.regimes = vec![];
    }
    if !varied.over.iter().any(|over| over == "sweep") {
        study.sweep = None;
    }
    study
}

pub(super) fn design_replicates(study: &Study) -> u64 {
    u64::from(study.scenario.run.replicates)
}

/// Which points there are: those of trajectories, each with one more in other futures, then rows of pairs.
#[derive(Clone, Copy, Debug)]
struct Design {
    options: SensitivityOptions,
    inputs: usize,
    /// Inputs whose indices are told.
    top: usize,
    trajectories: u32,
}

impl Design {
    fn of(options: &SensitivityOptions, inputs: usize) -> Result<Design, Error> {
        let is_screened = options.trajectories > 0 && (inputs > options.top as usize || options.rows == 0);
        let trajectories = if is_screened { options.trajectories } else { 0 };
        let top = if is_screened { inputs.min(options.top as usize) } else { inputs };
        let design = Design { options: *options, inputs, top, trajectories };
        if options.rows > 0 && 2 * top > SOBOL_AXES {
            let most = SOBOL_AXES / 2;
            return Err(Error::Asked(format!(
                "indices are told of at most {most} inputs, and these are {top}: screen them first"
            )));
        }
        if trajectories > 0 && inputs > SOBOL_AXES {
            return Err(Error::Asked(format!("at most {SOBOL_AXES} inputs are varied together; these are {inputs}")));
        }
        if trajectories > SOBOL_POINTS || options.rows > SOBOL_POINTS {
            return Err(Error::Asked(format!("a sample has at most {SOBOL_POINTS} points")));
        }
        if design.parts() == 0 {
            return Err(Error::Asked("there is neither a trajectory nor a row to run".to_owned()));
        }
        Ok(design)
    }

    /// Points of a trajectory: before each change and after the last, other futures being one of them.
    fn length(self) -> u64 {
        self.inputs as u64 + 2
    }

    /// Points of the screening.
    fn screened(self) -> u64 {
        u64::from(self.trajectories) * self.length()
    }

    /// Points of a row: A, A with each input from B, A in other futures, B.
    fn width(self) -> u64 {
        self.top as u64 + 3
    }

    fn parts(self) -> u64 {
        self.screened() + u64::from(self.options.rows) * self.width()
    }

    fn written(self) -> String {
        let SensitivityOptions { trajectories, top, rows, .. } = self.options;
        format!(" --trajectories {trajectories} --top {top} --rows {rows}")
    }
}

/// What an outcome hangs on.
#[derive(Clone, Debug)]
pub(super) struct Hung {
    pub question: VariedQuestion,
    pub screening: Option<Screening>,
    pub indices: Option<Indices>,
}

/// An outcome being taken apart.
pub(super) struct Hanging {
    outcomes: PointOutcomes,
    design: Design,
    trajectories: Vec<Trajectory>,
    pairs: Vec<PointPair>,
    /// Inputs whose indices are told; known once the screening is over.
    chosen: OnceLock<Vec<usize>>,
}

impl Hanging {
    fn new(outcomes: PointOutcomes, design: Design) -> Result<Hanging, Error> {
        let seed = outcomes.question.seed;
        let too_many = || Error::Asked("so many points cannot be drawn".to_owned());
        // Other futures are an input more.
        let trajectories = match design.trajectories {
            0 => vec![],
            number => trajectories(design.inputs, number, seed).ok_or_else(too_many)?,
        };
        let pairs = match design.options.rows {
            0 => vec![],
            rows => point_pairs(design.top, rows, seed).ok_or_else(too_many)?,
        };
        let hanging = Hanging { outcomes, design, trajectories, pairs, chosen: OnceLock::new() };
        if design.trajectories == 0 {
            hanging.choose((0..design.inputs).collect());
        }
        let points = if design.trajectories > 0 { 0..design.screened() } else { 0..design.parts() };
        hanging.outcomes.check(&points.filter_map(|part| Some(hanging.point(part)?.0)).collect::<Vec<_>>())?;
        Ok(hanging)
    }

    fn choose(&self, inputs: Vec<usize>) {
        // Whoever chooses, chooses the same.
        let _ = self.chosen.set(inputs);
    }

    /// Chooses those that move most.
    fn choose_of(&self, screening: &Screening) {
        let mut inputs = screening.ranked();
        inputs.truncate(self.design.top);
        self.choose(inputs);
    }

    /// The shares of a part, its row of futures, and whether it goes through other ones; `None` before its inputs are chosen.
    fn point(&self, part: u64) -> Option<(Vec<f64>, u64, bool)> {
        if let Some(at) = part.checked_sub(self.design.screened()) {
            return self.pair_point(at);
        }
        let (row, step) = (part / self.design.length(), (part % self.design.length()) as usize);
        let trajectory = self.trajectories.get(row as usize)?;
        // The last part of a trajectory is its end once more, in other futures.
        let is_other = step > self.design.inputs;
        Some((trajectory.point(step.min(self.design.inputs)), row, is_other))
    }

    fn pair_point(&self, at: u64) -> Option<(Vec<f64>, u64, bool)> {
        let (row, place) = (at / self.design.width(), (at % self.design.width()) as usize);
        let pair = self.pairs.get(row as usize)?;
        let top = self.design.top;
        let shares = match place {
            0 => pair.a.clone(),
            place if place <= top => pair.a_with(place - 1),
            place if place == top + 1 => pair.a.clone(),
            _ => pair.b.clone(),
        };
        let mut point = self.outcomes.resting();
        self.chosen.get()?.iter().zip(shares).for_each(|(&input, share)| point[input] = share);
        Some((point, u64::from(self.design.trajectories) + row, place == top + 1))
    }

    /// What is kept, part by part; `None` where a run failed or has no value.
    fn kept(&self, store: &Store, schedule: &Schedule) -> Result<Vec<Option<Vec<f64>>>, Error> {
        let read = store.read_in_order(schedule).map(|record| {
            let (_, outcome) = record?;
            Ok(match outcome {
                crate::experiment::UnitOutcome::Run(bytes) => self.outcomes.kept(&bytes),
                crate::experiment::UnitOutcome::Failed(_) => None,
            })
        });
        read.collect()
    }

    fn screening(&self, parts: &[Option<Vec<f64>>]) -> Option<Screening> {
        let seed = self.outcomes.question.seed;
        (self.design.trajectories > 0).then(|| screening(parts, &self.trajectories, self.design.inputs, seed))
    }
}

impl Experiment for Hanging {
    type Findings = Hung;

    #[cfg(feature = "tables")]
    fn words(&self) -> Words {
        self.outcomes.question.setting.words.clone()
    }

    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let Some((shares, row, is_other)) = self.point(unit.replicate) else { return Some(vec![]) };
        self.outcomes.at(&shares, row, is_other, give_up)
    }

    fn first_part(&self) -> Option<u64> {
        let is_more = self.design.trajectories > 0 && self.design.options.rows > 0;
        is_more.then(|| self.design.screened())
    }

    fn look(&self, store: &Store, schedule: &Schedule) -> Result<(), Error> {
        let parts = self.kept(store, schedule)?;
        let Some(screening) = self.screening(&parts) else { return Ok(()) };
        self.choose_of(&screening);
        let rest = self.design.screened()..self.design.parts();
        self.outcomes.check(&rest.filter_map(|part| Some(self.point(part)?.0)).collect::<Vec<_>>())
    }

    fn fold(&self, runs: &Runs) -> Result<Hung, Error> {
        let parts = self.kept(&runs.store, &runs.schedule)?;
        let (screened, rest) = parts.split_at((self.design.screened() as usize).min(parts.len()));
        let screening = self.screening(screened);
        if self.chosen.get().is_none()
            && let Some(screening) = &screening
        {
            self.choose_of(screening);
        }
        let chosen = self.chosen.get().cloned().unwrap_or_default();
        let seed = self.outcomes.question.seed;
        let indices = (self.design.options.rows > 0).then(|| indices(rest, &self.pairs, chosen, seed));
        Ok(Hung { question: self.outcomes.question.clone(), screening, indices })
    }

    #[cfg(feature = "tables")]
    fn fold_into(&self, tables: &TableFolder, runs: &Runs) -> Result<Hung, Error> {
        let hung = self.fold(runs)?;
        write_sensitivity(tables, &hung.question, hung.screening.as_ref(), hung.indices.as_ref())?;
        Ok(hung)
    }

    #[cfg(feature = "page")]
    fn report(&self, hung: &Hung, _: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error> {
        let Hung { question, screening, indices } = hung;
        let figures = sensitivity_figures(question, screening.as_ref(), indices.as_ref());
        Ok(sensitivity_contents(question, screening.as_ref(), indices.as_ref(), figures, ran)
            .told(&question.setting.words))
    }
}

/// What an outcome hangs on.
pub struct SensitivityResults(Done<Hanging>);

impl SensitivityResults {
    /// What was asked.
    #[must_use]
    pub fn question(&self) -> &VariedQuestion {
        &self.0.findings.question
    }

    /// How strongly each input moves the outcome, if they were screened.
    #[must_use]
    pub fn screening(&self) -> Option<&Screening> {
        self.0.findings.screening.as_ref()
    }

    /// How its variance is made up, if that was asked for.
    #[must_use]
    pub fn indices(&self) -> Option<&Indices> {
        self.0.findings.indices.as_ref()
    }

    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        sensitivity_summary(self.question(), self.screening(), self.indices())
    }

    /// How much was run.
    #[must_use]
    pub fn so_far(&self) -> SoFar {
        self.0.so_far
    }

    /// As [`crate::study::RunResults::write_tables`].
    ///
    /// # Errors
    /// As there.
    #[cfg(feature = "tables")]
    pub fn write_tables(&self, folder: &Path, format: Format) -> Result<(), Error> {
        self.0.write_tables(folder, format)
    }

    /// As [`crate::study::RunResults::write_folder`].
    ///
    /// # Errors
    /// As there.
    #[cfg(feature = "page")]
    pub fn write_folder(&self, folder: &ResultsFolder, options: &Options<'_>) -> Result<(), Error> {
        self.0.write_folder(folder, options)
    }
}

impl std::fmt::Debug for SensitivityResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SensitivityResults").field("so_far", &self.so_far()).finish_non_exhaustive()
    }
}
