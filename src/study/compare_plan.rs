use super::models::PlannedModels;
use super::per_chunk;
use super::plan::Plan;
use super::recipe::Recipe;
use crate::experiment::Schedule;
use crate::report::sha256;
use crate::scenario::{RunSettings, Study};

/// What is asked of a comparison: its study, and the models over which arms are compared as well.
#[derive(Clone, Debug)]
pub(super) struct ComparePlan {
    pub study: Study,
    pub models: Option<PlannedModels>,
}

impl Plan for ComparePlan {
    fn name(&self) -> &str {
        self.study.name()
    }

    fn run(&self) -> RunSettings {
        self.study.run()
    }

    /// Runs of models come after those of replicates, whose number therefore decides what a chunk holds.
    fn identity(&self, command: &str) -> String {
        let own = self.study.identity(command);
        match &self.models {
            Some(models) => sha256(format!("{own}, {} replicates, {}", self.run().replicates, models.text())),
            None => own,
        }
    }

    fn schedule(&self, cells: u32) -> Schedule {
        Schedule::new(cells, u64::from(self.run().replicates) + self.of_models(), per_chunk(&self.study.scenario))
    }

    fn of_models(&self) -> u64 {
        self.models.as_ref().map_or(0, PlannedModels::runs)
    }

    fn text(&self, replicates: u32) -> (&'static str, String) {
        self.study.text(replicates)
    }

    fn again(&self, command: &str) -> String {
        let own = self.study.again(command);
        match &self.models {
            Some(models) if models.asked.is_empty() => own,
            Some(models) => format!("{own} --ensemble {}", models.asked),
            None => format!("{own} --ensemble none"),
        }
    }

    fn recipe(&self, _: &str) -> Result<Recipe, &'static str> {
        Ok(Recipe::Compare { models: self.models.as_ref().map(PlannedModels::again) })
    }

    fn description(&self) -> &str {
        self.study.description()
    }
}
