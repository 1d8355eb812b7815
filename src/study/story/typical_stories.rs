#![cfg(feature = "page")]

use super::LOOKED_AT;
use super::replaying::Replaying;
use crate::analysis::{Chosen, typical_end, typical_survivor};
use crate::engine::Engine;
use crate::experiment::pool;
use crate::report::{STORY_LINES, ToldStory, tell_story};
use crate::scenario::Scenario;
use crate::study::{Error, Options, StudyStage};
use std::path::Path;

/// The stories of typical initiatives that a report tells.
pub(in crate::study) struct Stories<'a> {
    pub options: &'a Options<'a>,
    /// There is no time for stories once somebody has asked to stop.
    pub is_late: bool,
    /// The results folder, in which runs are kept if they are cut off.
    pub folder: Option<&'a Path>,
}

/// What stories are told of.
pub(in crate::study) struct Teller<'a> {
    pub scenario: &'a Scenario,
    /// The arm, if it is one of several.
    pub arm: Option<&'a str>,
    pub seed: u64,
}

/// Stories are told in worlds of up to so many sites.
const STORY_SITES: usize = 200;

impl Stories<'_> {
    /// The stories of up to three typical initiatives: an end for the commonest cause, an end for the next, a survivor. The
    /// odds are over the first `replicates`, at most 40; the same for any number of threads.
    pub fn typical(&self, teller: &Teller<'_>, replicates: u64) -> Result<Vec<ToldStory>, Error> {
        if self.is_late || teller.scenario.sites.len() > STORY_SITES {
            return Ok(vec![]);
        }
        let told = pool(self.options.threads)?.install(|| self.told(teller, replicates.min(LOOKED_AT)));
        told.ok_or_else(|| Error::InterruptedWriting(self.folder.map(Path::to_owned)))
    }

    fn told(&self, teller: &Teller<'_>, number: u64) -> Option<Vec<ToldStory>> {
        let engine = Engine::new(teller.scenario);
        let (arm, cancel) = (teller.arm.map(str::to_owned), self.options.cancel());
        let replaying = Replaying { engine: &engine, seed: teller.seed, arm, cancel };
        let (listener, total) = (self.options.listener(), 2 * number);
        listener.begun(StudyStage::TellingStories, total);
        let progressed = |done| listener.progressed(StudyStage::TellingStories, done, total);
        let explained = replaying.futures(number, &progressed).and_then(|futures| {
            let mut chosen: Vec<Chosen> = Vec::new();
            chosen.extend(typical_end(&futures, 0, &[]));
            chosen.extend(typical_end(&futures, 1, &chosen));
            chosen.extend(typical_survivor(&futures, &chosen));
            replaying.explain(chosen, &futures, &|done| progressed(number + done))
        });
        listener.ended(StudyStage::TellingStories);
        Some(explained?.iter().map(|explained| tell_story(explained, STORY_LINES)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Stories, Teller};
    use crate::scenario::default_scenario;
    use crate::study::{Cancel, Error, Options};

    #[test]
    fn up_to_three_different_ones_the_same_for_any_threads() {
        let mut scenario = default_scenario();
        scenario.sites.truncate(2);
        scenario.shocks.clear();
        let teller = Teller { scenario: &scenario, arm: None, seed: 1 };
        let on = |threads: usize| {
            let options = Options { threads: std::num::NonZeroUsize::new(threads), ..Options::default() };
            Stories { options: &options, is_late: false, folder: None }.typical(&teller, 6).unwrap()
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

    #[test]
    fn whoever_asks_to_stop_waits_for_no_story() {
        let (scenario, cancel) = (default_scenario(), Cancel::new());
        cancel.stop();
        let options = Options { cancel: Some(&cancel), ..Options::default() };
        let teller = Teller { scenario: &scenario, arm: None, seed: 1 };
        let told = Stories { options: &options, is_late: false, folder: None }.typical(&teller, 6);
        assert!(matches!(told, Err(Error::InterruptedWriting(None))));
        assert_eq!(Stories { options: &options, is_late: true, folder: None }.typical(&teller, 6).unwrap(), []);
    }
}
