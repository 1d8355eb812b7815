use super::identity::identity;
use super::recipe::Recipe;
use super::settled::text_of;
use super::{maker, per_chunk};
use crate::experiment::Schedule;
use crate::scenario::{RunSettings, Study};

/// What is asked of an experiment: what gives it its name, its seed and its chunks.
pub(super) trait Plan: Send + Sync {
    /// Its name, also that of the results folder.
    fn name(&self) -> &str;

    /// Seed and replicates that were asked for.
    fn run(&self) -> RunSettings;

    /// The SHA-256 of everything that decides what a chunk holds.
    fn identity(&self, command: &str) -> String;

    /// Which runs there are, in which chunks, for so many cells.
    fn schedule(&self, cells: u32) -> Schedule;

    /// Replicates of the schedule, its last ones, that are runs of other models than the one that is asked about.
    fn of_models(&self) -> u64 {
        0
    }

    /// The file of the results folder that says what ran, and its text with so many replicates.
    fn text(&self, replicates: u32) -> (&'static str, String);

    /// The command that makes it again from its results folder.
    fn again(&self, command: &str) -> String;

    /// What makes it again from its scenario, on other machines as well; or why it cannot be dealt out to several.
    fn recipe(&self, command: &str) -> Result<Recipe, &'static str>;

    /// What it describes; may be empty.
    fn description(&self) -> &str {
        ""
    }

    /// Whether nothing can be said before everything has been run; its units are then parts rather than replicates.
    fn is_whole_only(&self) -> bool {
        false
    }
}

impl Plan for Study {
    fn name(&self) -> &str {
        &self.scenario.name
    }

    fn run(&self) -> RunSettings {
        self.scenario.run
    }

    fn identity(&self, command: &str) -> String {
        identity(command, self, self.scenario.run.seed)
    }

    fn schedule(&self, cells: u32) -> Schedule {
        Schedule::new(cells, u64::from(self.scenario.run.replicates), per_chunk(&self.scenario))
    }

    fn text(&self, replicates: u32) -> (&'static str, String) {
        ("scenario.toml", format!("# Ran by {}.\n{}", maker().words(), text_of(self, replicates)))
    }

    fn again(&self, command: &str) -> String {
        format!("safsim {command} scenario.toml")
    }

    fn recipe(&self, _: &str) -> Result<Recipe, &'static str> {
        Err("it cannot be dealt out")
    }

    fn description(&self) -> &str {
        &self.scenario.description
    }
}
