use super::{LOOKED_AT, Replaying};
use crate::analysis::{Chosen, typical_end, typical_survivor};
use crate::cli::progress::Progress;
use crate::engine::Engine;
use crate::report::{STORY_LINES, ToldStory, tell};
use crate::scenario::Scenario;

/// The stories of up to three typical initiatives of a scenario: an end for the commonest cause, an end for the next, a
/// survivor. The odds are over its first `replicates`, at most 40; on the threads of the pool that it is called in, and the
/// same for any number of them.
pub(in crate::cli) fn typical_stories(
    scenario: &Scenario,
    arm: Option<String>,
    seed: u64,
    replicates: u64,
    quiet: bool,
) -> Vec<ToldStory> {
    let engine = Engine::new(scenario);
    let replaying = Replaying { engine: &engine, seed, arm };
    let number = replicates.min(LOOKED_AT);
    let progress = Progress::new(2 * number, quiet);
    let futures = replaying.futures(number, &|done| progress.done(done));
    let mut chosen: Vec<Chosen> = Vec::new();
    chosen.extend(typical_end(&futures, 0, &[]));
    chosen.extend(typical_end(&futures, 1, &chosen));
    chosen.extend(typical_survivor(&futures, &chosen));
    let explained = replaying.explain(chosen, &futures, &|done| progress.done(number + done));
    progress.end();
    explained.iter().map(|explained| tell(explained, STORY_LINES)).collect()
}

#[cfg(test)]
mod tests {
    use super::typical_stories;
    use crate::scenario::default_scenario;

    #[test]
    fn up_to_three_different_ones_the_same_for_any_threads() {
        let mut scenario = default_scenario();
        scenario.sites.truncate(2);
        scenario.shocks.clear();
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| typical_stories(&scenario, None, 1, 6, true))
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
