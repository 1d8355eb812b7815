use super::point_outcomes::{AskedOutcomes, PointOutcomes};
use super::sensitivity::{design_replicates, settled_for};
use super::varied_plan::VariedPlan;
use crate::analysis::{Discovery, Side, VariedPoint, VariedQuestion, discover_box};
use crate::experiment::{SOBOL_AXES, SOBOL_POINTS, Unit, UnitOutcome, sobol_points};
#[cfg(feature = "tables")]
use crate::quantity::Words;
#[cfg(feature = "page")]
use crate::report::{Contents, Ran, ToldStory, discovery_contents, discovery_figures};
use crate::report::{Emphasised, discovery_summary};
#[cfg(feature = "tables")]
use crate::report::{Format, TableFolder, write_discovery};
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
use crate::study::{DiscoverOptions, Error, Needed, Note, Options, SoFar, VariedOptions};
#[cfg(feature = "tables")]
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Says under which rule over settings and parameters a figure of a study, or a difference between two of its regimes, lies on
/// one side of a threshold (PRIM).
///
/// # Errors
/// [`Error`]. Where it is cancelled nothing can be told: [`Error::Interrupted`].
pub fn discover(
    study: &Study,
    varied: &VariedOptions,
    design: &DiscoverOptions,
    options: &Options<'_>,
) -> Result<DiscoverResults, Error> {
    let mut varied = varied.clone();
    if varied.over.is_empty() && study.sweep.is_some() && varied.between.is_none() {
        varied.over = vec!["sweep".to_owned(), "parameters".to_owned()];
    }
    let study = settled_for(study, &varied, options, design.replicates);
    refuse(&study)?;
    if design.threshold.is_some_and(|threshold| !threshold.is_finite()) {
        return Err(Error::Asked("the threshold must be a number".to_owned()));
    }
    if !(20..=SOBOL_POINTS).contains(&design.points) {
        return Err(Error::Asked(format!("a rule takes 20 points at least, and {SOBOL_POINTS} at most")));
    }
    let mut design = *design;
    if varied.between.is_some() {
        design.threshold = design.threshold.or(Some(0.0));
    }
    let outcomes = AskedOutcomes::of(&study, &varied)?;
    if outcomes.number > SOBOL_AXES {
        return Err(Error::Asked(format!(
            "at most {SOBOL_AXES} inputs are varied together; these are {}",
            outcomes.number
        )));
    }
    let runs = u64::from(design.points) * design_replicates(&study);
    let cells: Vec<_> = outcomes.scenarios().into_iter().map(|scenario| (scenario, runs)).collect();
    let options = options.within_memory(&Needed::of_cells(&cells))?;
    let recipe = Recipe::Discover {
        varied: varied.clone(),
        design: DiscoverOptions { replicates: study.scenario.run.replicates, ..design },
    };
    let asked = Asked {
        command: "discover",
        cells: 1,
        in_given_order: true,
        #[cfg(feature = "page")]
        base: Base::of(&study),
        plan: Box::new(VariedPlan::new(study.clone(), &varied, &written(&design), u64::from(design.points), recipe)),
    };
    let prepare = || {
        let outcomes = outcomes.ready(&study, &options)?;
        let points = sobol_points(outcomes.inputs().len(), design.points, outcomes.question.seed);
        let points = points.ok_or_else(|| Error::Asked("so many points cannot be drawn".to_owned()))?;
        outcomes.check(&points)?;
        let searching = Searching { outcomes, points, design };
        if options.wants_plan() {
            let points = searching.points.len() as u64;
            options.note(&Note::Planned(searching.outcomes.planned(points, &study, options.workers())));
        }
        Ok(searching)
    };
    run_experiment(asked, None, &options, prepare).map(DiscoverResults)
}

fn written(design: &DiscoverOptions) -> String {
    let side = if design.side == Side::Above { "above" } else { "below" };
    let threshold = design.threshold.map_or(String::new(), |threshold| format!(" {threshold}"));
    format!(" --{side}{threshold} --points {}", design.points)
}

/// Points being tried.
pub(super) struct Searching {
    outcomes: PointOutcomes,
    points: Vec<Vec<f64>>,
    design: DiscoverOptions,
}

/// What was found.
pub(super) struct Found {
    question: VariedQuestion,
    points: Vec<VariedPoint>,
    discovery: Discovery,
}

impl Experiment for Searching {
    type Findings = Found;

    #[cfg(feature = "tables")]
    fn words(&self) -> Words {
        self.outcomes.question.setting.words.clone()
    }

    fn simulate(&self, unit: Unit, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let place = usize::try_from(unit.replicate).unwrap_or(usize::MAX);
        let Some(point) = self.points.get(place) else { return Some(vec![]) };
        // All points go through the same futures.
        self.outcomes.at(point, 0, false, give_up)
    }

    fn fold(&self, runs: &Runs) -> Result<Found, Error> {
        let mut points = Vec::with_capacity(self.points.len());
        for (record, shares) in runs.store.read_in_order(&runs.schedule).zip(&self.points) {
            let outcomes = match record?.1 {
                UnitOutcome::Run(bytes) => self.outcomes.kept(&bytes).unwrap_or_default(),
                UnitOutcome::Failed(_) => vec![],
            };
            points.push(VariedPoint { values: self.outcomes.values(shares), outcomes });
        }
        let question = self.outcomes.question.clone();
        let DiscoverOptions { side, threshold, .. } = self.design;
        let discovery = discover_box(&question.inputs, &points, side, threshold, question.seed);
        Ok(Found { question, points, discovery })
    }

    #[cfg(feature = "tables")]
    fn fold_into(&self, tables: &TableFolder, runs: &Runs) -> Result<Found, Error> {
        let found = self.fold(runs)?;
        write_discovery(tables, &found.question, &found.points, &found.discovery)?;
        Ok(found)
    }

    #[cfg(feature = "page")]
    fn report(&self, found: &Found, _: Vec<ToldStory>, ran: Ran) -> Result<Contents, Error> {
        let figures = discovery_figures(&found.question, &found.discovery);
        Ok(discovery_contents(&found.question, &found.discovery, figures, ran).told(&found.question.setting.words))
    }
}

/// Under which rule an outcome lies on one side of a threshold.
pub struct DiscoverResults(Done<Searching>);

impl DiscoverResults {
    /// What was asked.
    #[must_use]
    pub fn question(&self) -> &VariedQuestion {
        &self.0.findings.question
    }

    /// What was found.
    #[must_use]
    pub fn discovery(&self) -> &Discovery {
        &self.0.findings.discovery
    }

    /// Every point, with what came of it.
    #[must_use]
    pub fn points(&self) -> &[VariedPoint] {
        &self.0.findings.points
    }

    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        discovery_summary(self.question(), self.discovery())
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

impl std::fmt::Debug for DiscoverResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DiscoverResults").field("so_far", &self.so_far()).finish_non_exhaustive()
    }
}
