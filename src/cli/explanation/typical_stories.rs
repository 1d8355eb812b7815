use super::{LOOKED_AT, Replaying};
use crate::analysis::{Chosen, typical_end, typical_survivor};
use crate::cli::progress::Progress;
use crate::cli::trouble::Trouble;
use crate::engine::Engine;
use crate::experiment::pool;
use crate::report::{STORY_LINES, ToldStory, tell};
use crate::scenario::Scenario;
use std::num::NonZeroUsize;

/// What the stories of typical initiatives are told from.
pub(in crate::cli) struct Telling<'a> {
    pub scenario: &'a Scenario,
    /// The arm, if it is one of several.
    pub arm: Option<&'a str>,
    pub seed: u64,
    pub threads: Option<NonZeroUsize>,
    pub quiet: bool,
}

/// Stories are told in worlds of up to so many sites.
const STORY_SITES: usize = 200;

impl Telling<'_> {
    /// The stories of up to three typical initiatives: an end for the commonest cause, an end for the next, a survivor. The
    /// odds are over the first `replicates`, at most 40; the same for any number of threads.
    pub fn typical_stories(&self, replicates: u64) -> Result<Vec<ToldStory>, Trouble> {
        if self.scenario.sites.len() > STORY_SITES {
            return Ok(vec![]);
        }
        let pool = pool(self.threads).map_err(|why| Trouble::Failed(why.to_string()))?;
        Ok(pool.install(|| self.tell(replicates.min(LOOKED_AT))))
    }

    fn tell(&self, number: u64) -> Vec<ToldStory> {
        let engine = Engine::new(self.scenario);
        let replaying = Replaying { engine: &engine, seed: self.seed, arm: self.arm.map(str::to_owned) };
        let progress = Progress::new("telling stories", 2 * number, self.quiet);
        let futures = replaying.futures(number, &|done| progress.done(done));
        let mut chosen: Vec<Chosen> = Vec::new();
        chosen.extend(typical_end(&futures, 0, &[]));
        chosen.extend(typical_end(&futures, 1, &chosen));
        chosen.extend(typical_survivor(&futures, &chosen));
        let explained = replaying.explain(chosen, &futures, &|done| progress.done(number + done));
        progress.end();
        explained.iter().map(|explained| tell(explained, STORY_LINES)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Telling;
    use crate::scenario::default_scenario;

    #[test]
    fn up_to_three_different_ones_the_same_for_any_threads() {
        let mut scenario = default_scenario();
        scenario.sites.truncate(2);
        scenario.shocks.clear();
        let on = |threads: usize| {
            let threads = std::num::NonZeroUsize::new(threads);
            Telling { scenario: &scenario, arm: None, seed: 1, threads, quiet: true }.typical_stories(6).unwrap()
        };
        let stories = on(1);
        assert!((2..=3).contains(&stories.len()));
        let mut titles: Vec<&str> = stories.iter().map(|story| story.title.as_str()).collect();
        assert!(titles[0].ends_with(" end?") && titles.last().unwrap().ends_with(" live on?"), "{titles:?}");
        titles.dedup();
        assert_eq!(titles.len(), stories.len());
        assert!(
            stories.iter().all(|story| !story.months.is_empty() && !story.changes.is_empty() && story.odds.is_some())
        );
        assert_eq!(stories, on(3));
    }
}
