use super::{LOOKED_AT, Replaying};
use crate::analysis::{Chosen, typical_end, typical_survivor};
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
) -> Vec<ToldStory> {
    let engine = Engine::new(scenario);
    let replaying = Replaying { engine: &engine, seed, arm };
    let futures = replaying.futures(replicates.min(LOOKED_AT), &|_| {});
    let found = [typical_end(&futures, 0), typical_end(&futures, 1), typical_survivor(&futures)];
    let mut chosen: Vec<Chosen> = Vec::new();
    for one in found.into_iter().flatten() {
        // The same initiative twice would tell little that is new.
        if chosen.iter().all(|other| (other.fate.site, &other.fate.name) != (one.fate.site, &one.fate.name)) {
            chosen.push(one);
        }
    }
    replaying.explain(chosen, &futures, &|_| {}).iter().map(|explained| tell(explained, STORY_LINES)).collect()
}
