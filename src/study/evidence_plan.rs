use super::plan::Plan;
use super::recipe::Recipe;
use super::{Error, PlausibleModels};
use crate::evidence::{ParameterSet, parameter_sets};
use crate::experiment::{Schedule, sobol_points};
use crate::report::sha256;
use crate::scenario::{Parameters, RunSettings};
use std::path::PathBuf;

/// What is asked of findings that are tried.
#[derive(Clone, Debug)]
pub(super) struct EvidencePlan {
    pub run: RunSettings,
    pub sets: u32,
    /// The plausible models that the sets are, if they are not drawn.
    pub models: Option<PlausibleModels>,
    pub per_set: u32,
    pub ids: Vec<String>,
    /// As they were asked for, and where they stand if they are not built in.
    pub named: Vec<String>,
    pub from: Option<PathBuf>,
    pub cells: u32,
    pub catalogue: String,
}

impl EvidencePlan {
    /// Sets of parameters, spread over their plausible ranges.
    pub fn parameter_sets(&self) -> Result<Vec<ParameterSet>, Error> {
        if let Some(models) = &self.models {
            return Ok(models.sets.clone());
        }
        if self.sets == 0 {
            return Ok(Vec::new());
        }
        let points = sobol_points(Parameters::MECHANISMS.len(), self.sets, self.run.seed);
        let points = points.ok_or_else(|| Error::Asked("an ensemble is at most 65536 sets".to_owned()))?;
        Ok(parameter_sets(&points))
    }

    /// Runs of a cell; only cells that are whole are run at sets of parameters.
    pub fn runs(&self, is_whole: bool) -> u64 {
        let sets = if is_whole { u64::from(self.sets) * u64::from(self.per_set) } else { 0 };
        u64::from(self.run.replicates) + sets
    }
}

impl Plan for EvidencePlan {
    fn name(&self) -> &'static str {
        "evidence"
    }

    fn run(&self) -> RunSettings {
        self.run
    }

    fn identity(&self, command: &str) -> String {
        let EvidencePlan { run, sets, per_set, ids, .. } = self;
        let what = format!("{} replicates, {sets} sets of {per_set}, seed {}", run.replicates, run.seed);
        let space = match &self.models {
            Some(models) => format!("{:?}", models.sets),
            None if *sets > 0 => ParameterSet::space(),
            None => String::new(),
        };
        sha256(format!("{command}, {what}, {space}, {}\n{}", ids.join(" "), self.catalogue))
    }

    /// A part for each cell, then one for each set of parameters.
    fn schedule(&self, _: u32) -> Schedule {
        Schedule::new(1, u64::from(self.cells) + u64::from(self.sets), 1)
    }

    fn text(&self, _: u32) -> (&'static str, String) {
        ("catalogue.txt", self.catalogue.clone())
    }

    fn again(&self, _: &str) -> String {
        let mut command =
            format!("safsim evidence {} -n {} --seed {}", self.named.join(" "), self.run.replicates, self.run.seed)
                .replace("evidence  ", "evidence ");
        if let Some(folder) = &self.from {
            command += &format!(" --from {}", folder.display());
        }
        let which = match &self.models {
            Some(models) if models.asked.is_empty() => "built-in".to_owned(),
            Some(models) => models.asked.clone(),
            None => self.sets.to_string(),
        };
        if self.sets > 0 {
            command += &format!(" --ensemble {which} --per-set {}", self.per_set);
        }
        command
    }

    fn recipe(&self, _: &str) -> Result<Recipe, &'static str> {
        if self.from.is_some() {
            return Err("only the built-in findings are tried on several machines: those of a folder lie on one");
        }
        let (findings, models) = (self.named.clone(), self.models.clone());
        Ok(Recipe::Evidence { findings, sets: self.sets, per_set: self.per_set, models })
    }

    fn is_whole_only(&self) -> bool {
        true
    }
}
