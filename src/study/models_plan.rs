use super::models::PlannedModels;
use super::per_chunk;
use super::plan::Plan;
use super::recipe::Recipe;
use crate::experiment::Schedule;
use crate::report::sha256;
use crate::scenario::{RunSettings, Study};

/// What is asked of a run or a comparison: its study, and the models over which it is run as well.
#[derive(Clone, Debug)]
pub(super) struct ModelsPlan {
    pub study: Study,
    pub models: Option<PlannedModels>,
    /// Whether the command takes those of the program unasked.
    pub is_usual: bool,
    /// Whether what sets sites apart is left out.
    pub no_conditions: bool,
}

impl Plan for ModelsPlan {
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
            Some(models) => {
                let courses = if command == "sweep" { "" } else { "courses, " };
                sha256(format!("{own}, {} replicates, {courses}{}", self.run().replicates, models.text()))
            }
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
        let own = self.study.again(command) + if self.no_conditions { " --no-conditions" } else { "" };
        match &self.models {
            Some(PlannedModels { models, .. }) if models.asked.is_empty() && self.is_usual => own,
            Some(PlannedModels { models, .. }) if models.asked.is_empty() => format!("{own} --ensemble built-in"),
            Some(PlannedModels { models, .. }) => format!("{own} --ensemble {}", models.asked),
            None if self.is_usual => format!("{own} --ensemble none"),
            None => own,
        }
    }

    fn recipe(&self, command: &str) -> Result<Recipe, &'static str> {
        let models = self.models.as_ref().map(|planned| planned.models.clone());
        match command {
            "run" => Ok(Recipe::Run { models, no_conditions: self.no_conditions }),
            "compare" => Ok(Recipe::Compare { models }),
            "sweep" => Ok(Recipe::Sweep { models }),
            _ => self.study.recipe(command),
        }
    }

    fn description(&self) -> &str {
        self.study.description()
    }
}
