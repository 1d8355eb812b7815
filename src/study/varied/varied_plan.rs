use crate::experiment::Schedule;
use crate::report::sha256;
use crate::scenario::{RunSettings, Study};
use crate::study::plan::Plan;
use crate::study::recipe::Recipe;
use crate::study::settled::text_of;
use crate::study::{VariedOptions, per_chunk};

/// What is asked of inputs that are varied: a part is a point in all its replicates, under all arms.
#[derive(Clone, Debug)]
pub(super) struct VariedPlan {
    pub study: Study,
    /// What stands behind the command and the scenario, as options of a command line.
    pub options: String,
    /// Points in all.
    pub parts: u64,
    /// Runs of one.
    pub runs: u64,
    /// What makes it again.
    pub recipe: Recipe,
}

impl VariedPlan {
    /// Of this design, `design` being its own options.
    pub fn new(study: Study, varied: &VariedOptions, design: &str, parts: u64, recipe: Recipe) -> VariedPlan {
        let run = study.scenario.run;
        let arms = if varied.between.is_some() { 2 } else { 1 };
        let options = format!("{}{design} -n {}", varied.written(), run.replicates);
        VariedPlan { study, options, parts, runs: u64::from(run.replicates) * arms, recipe }
    }
}

impl Plan for VariedPlan {
    fn name(&self) -> &str {
        &self.study.scenario.name
    }

    fn run(&self) -> RunSettings {
        self.study.scenario.run
    }

    fn identity(&self, command: &str) -> String {
        let seed = self.run().seed;
        sha256(format!("{command}, seed {seed}, {}, {} points\n{}", self.options, self.parts, text_of(&self.study, 1)))
    }

    fn schedule(&self, _: u32) -> Schedule {
        let units = u64::from(per_chunk(&self.study.scenario)) / self.runs.max(1);
        Schedule::new(1, self.parts, units.max(1) as u32)
    }

    fn text(&self, _: u32) -> (&'static str, String) {
        self.study.text(self.run().replicates)
    }

    fn again(&self, command: &str) -> String {
        format!("safsim {command} scenario.toml{} --seed {}", self.options, self.run().seed)
    }

    fn recipe(&self, _: &str) -> Result<Recipe, &'static str> {
        Ok(self.recipe.clone())
    }

    fn description(&self) -> &str {
        &self.study.scenario.description
    }

    fn is_whole_only(&self) -> bool {
        true
    }
}
