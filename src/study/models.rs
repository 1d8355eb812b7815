use super::Error;
use super::arms::{Arms, compared_by};
use super::kept_run::kept_run;
use super::pasts::Pasts;
use super::runs::Runs;
use crate::analysis::{Clock, Headline, Kept, ModelRuns, Models, SETS_WITH_COURSES, courses_length};
use crate::calibration::Ensemble;
use crate::engine::{Engine, MODEL, Observe};
use crate::evidence::ParameterSet;
use crate::record::{RunRecord, Setting};
use crate::scenario::{Parameters, Scenario, read_text};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Sets of parameters that are plausible, and how they were asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlausibleModels {
    pub(super) sets: Vec<ParameterSet>,
    /// Names of the parameters that they vary.
    pub(super) varied: Vec<String>,
    /// Where they come from, in words.
    pub(super) of: String,
    /// As the command line asks for them; empty for those that it takes unasked.
    pub(super) asked: String,
}

impl PlausibleModels {
    /// Those that are part of the program.
    ///
    /// # Errors
    /// If they are of another model.
    pub fn built_in() -> Result<PlausibleModels, Error> {
        let ensemble = Ensemble::built_in(MODEL).map_err(Error::Asked)?;
        Ok(PlausibleModels::new(&ensemble, "the built-in ensemble", ""))
    }

    /// Those of a file that `safsim calibrate` wrote.
    ///
    /// # Errors
    /// If it cannot be read, or is of another model.
    pub fn of_file(path: &Path) -> Result<PlausibleModels, Error> {
        let text = read_text(path).map_err(|why| Error::Asked(format!("{} {why}", path.display())))?;
        let name = path.display().to_string();
        let ensemble = Ensemble::read(&name, &text, MODEL).map_err(Error::Asked)?;
        Ok(PlausibleModels::new(&ensemble, &name, &name))
    }

    fn new(ensemble: &Ensemble, of: &str, asked: &str) -> PlausibleModels {
        PlausibleModels {
            sets: ensemble.parameter_sets(),
            varied: ensemble.parameters.clone(),
            of: of.to_owned(),
            asked: asked.to_owned(),
        }
    }

    /// The first so many of them.
    ///
    /// # Errors
    /// If there are fewer.
    pub fn first(mut self, sets: u32) -> Result<PlausibleModels, Error> {
        let there = self.sets.len();
        if there < sets as usize {
            return Err(Error::Asked(format!("{} holds {there} sets of parameters, not {sets}", self.of)));
        }
        self.sets.truncate(sets as usize);
        self.asked = sets.to_string();
        Ok(self)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sets.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }
}

/// Which sets are run, and in how many futures each.
#[derive(Clone, Debug)]
pub(super) struct PlannedModels {
    pub models: PlausibleModels,
    pub per_set: u32,
}

/// Futures of a set, at least: fewer do not tell chance from what models differ in.
const FEWEST: u32 = 2;
/// And at most: more of them say less than further sets would.
const MOST: u32 = 4;

impl PlannedModels {
    /// Beside so many replicates of each arm: twice as many runs again, at most, as many sets as possible.
    ///
    /// With T runs over S sets the variance of a mean over models is (between models) / S + (between futures) / T: of as many
    /// runs, more sets are always better (W. G. Cochran 1977, Sampling Techniques, section 10.6), down to two futures of each.
    pub fn new(models: &PlausibleModels, replicates: u32) -> PlannedModels {
        let runs = replicates.saturating_mul(2);
        // Whoever names a number of sets has them all.
        let named = models.asked.parse::<u32>().is_ok();
        let affordable = if named { usize::MAX } else { (runs / FEWEST).max(2) as usize };
        let mut models = models.clone();
        models.sets.truncate(affordable);
        let per_set = (runs / (models.len() as u32).max(1)).clamp(FEWEST, MOST);
        PlannedModels { models, per_set }
    }

    /// Runs of each arm.
    pub fn runs(&self) -> u64 {
        self.models.len() as u64 * u64::from(self.per_set)
    }

    /// All that decides what they are.
    pub fn text(&self) -> String {
        let set =
            |set: &ParameterSet| set.values.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>().join(" ");
        format!(
            "{} futures of each set\n{}",
            self.per_set,
            self.models.sets.iter().map(set).collect::<Vec<_>>().join("\n")
        )
    }

    /// Which set, and which of its futures, the run is that lies `place` runs after the last that is no model's.
    pub fn place(&self, place: u64) -> (usize, usize) {
        let per_set = u64::from(self.per_set);
        ((place / per_set) as usize, (place % per_set) as usize)
    }

    /// Runs a scenario with the set of that place, but for the parameters that are `given`. Nothing if it is given up.
    pub fn simulate(
        &self,
        mut scenario: Scenario,
        given: &[&str],
        (clock, headlines, pasts): (&Clock, &[Headline], &Pasts),
        keep: fn(&RunRecord, &Setting, &[Headline]) -> Kept,
        (seed, place): (u64, u64),
        give_up: &AtomicBool,
    ) -> Option<Vec<u8>> {
        let (set, _) = self.place(place);
        self.models.sets.get(set)?.lay_over(&mut scenario, given);
        let engine = compared_by(Engine::new(&scenario), clock);
        // Every set meets futures of its own, the same in all arms: the luck of a few does not fall on all models.
        let run = pasts.run(&engine, (seed, place, Some(set as u64)), give_up, &Observe::default())?;
        Some(keep(&run, engine.setting(), headlines).to_bytes())
    }

    /// These models of the arms of a comparison.
    pub fn of(self, arms: Vec<Scenario>) -> ArmsOfModels {
        let given = given_by(arms.iter());
        ArmsOfModels { planned: self, arms, given }
    }
}

/// A key of a parameter without the name of its table.
pub(super) fn parameter_name(key: &str) -> &str {
    key.strip_prefix("parameters.").unwrap_or(key)
}

/// Parameters that any of these scenarios sets.
pub(super) fn given_by<'a>(scenarios: impl Iterator<Item = &'a Scenario>) -> Vec<&'static str> {
    let defaults = Parameters::default();
    let set: Vec<&str> =
        scenarios.flat_map(|scenario| scenario.parameters.other_than(&defaults)).map(|row| row.name).collect();
    Parameters::TABLE.iter().map(|row| row.name).filter(|name| set.contains(name)).collect()
}

/// The arms of a comparison under other models.
pub(super) struct ArmsOfModels {
    planned: PlannedModels,
    arms: Vec<Scenario>,
    /// Parameters that any arm sets: they stay in all of them as they are there.
    given: Vec<&'static str>,
}

impl ArmsOfModels {
    /// Runs an arm, `place` runs after the last that is no model's; what is kept of it. Nothing if it is given up.
    pub fn simulate(&self, arms: &Arms, arm: usize, place: u64, give_up: &AtomicBool) -> Option<Vec<u8>> {
        let (scenario, asked) = (self.arms[arm].clone(), (&arms.clock, arms.headlines.as_slice(), &arms.pasts));
        let keep = if self.has_courses(place) { Kept::headlines_and_courses } else { Kept::headlines_only };
        self.planned.simulate(scenario, &self.given, asked, keep, (arms.seed, place), give_up)
    }

    /// Whether courses are kept of the run that lies so many runs after the last that is no model's.
    fn has_courses(&self, place: u64) -> bool {
        self.planned.place(place).0 < SETS_WITH_COURSES
    }

    /// How arms differ over the models that were run; nothing while these are too few.
    pub fn fold(&self, arms: &Arms, runs: &Runs) -> Result<Option<Models>, Error> {
        let months: Vec<u32> = (0..arms.len()).map(|arm| arms.setting(arm).months).collect();
        let mut found = ModelRuns::new(&arms.headlines, &months);
        for record in runs.store.read_in_order(&runs.schedule) {
            let (unit, outcome) = record?;
            let Some(place) = unit.replicate.checked_sub(arms.own) else { continue };
            let arm = unit.cell as usize;
            let setting = arms.setting(arm);
            let courses = if self.has_courses(place) { courses_length(setting.months) } else { 0 };
            let kept = kept_run(outcome, setting, arms.headlines.len() + courses);
            let values = kept.ok().map(|kept| kept.headlines);
            let (set, future) = self.planned.place(place);
            found.add(set, future, arm, values);
        }
        Ok(found.finish(&self.planned.models.of))
    }
}
