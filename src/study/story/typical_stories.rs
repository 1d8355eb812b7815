#![cfg(feature = "page")]

use super::LOOKED_AT;
use super::replaying::Replaying;
use crate::analysis::{Chosen, Future, typical_end, typical_survivor};
use crate::engine::Engine;
use crate::report::{STORY_LINES, ToldStory, tell_story};
use crate::scenario::Scenario;
use crate::study::arms::Arms;
use crate::study::runs::Runs;
use crate::study::{Error, Options, StudyStage};
use std::path::Path;

/// The stories of typical initiatives that a report tells.
pub(in crate::study) struct Stories<'a> {
    pub options: &'a Options<'a>,
    /// There is no time for stories once somebody has asked to stop.
    pub is_late: bool,
    /// The results folder, in which runs are kept if they are cut off.
    pub folder: Option<&'a Path>,
    /// What was run: the futures among which typical ones are looked for.
    pub runs: &'a Runs,
}

/// What stories are told of.
pub(in crate::study) struct Teller<'a> {
    pub scenario: &'a Scenario,
    /// The arms that it is the first of.
    pub arms: &'a Arms,
    /// Its name, if it is one of several.
    pub arm: Option<&'a str>,
}

/// Stories are told in worlds of up to so many sites.
const STORY_SITES: usize = 200;

impl Stories<'_> {
    /// The stories of up to three typical initiatives: an end for the commonest cause, an end for the next, a survivor. The
    /// odds are over the first 40 replicates; the same for any number of threads. It works on those of the pool that it is
    /// called in.
    pub fn typical(&self, teller: &Teller<'_>) -> Result<Vec<ToldStory>, Error> {
        if self.is_late || teller.scenario.sites.len() > STORY_SITES {
            return Ok(vec![]);
        }
        let futures = teller.arms.futures(0, self.runs, LOOKED_AT)?;
        self.told(teller, &futures).ok_or_else(|| Error::InterruptedWriting(self.folder.map(Path::to_owned)))
    }

    fn told(&self, teller: &Teller<'_>, futures: &[Future]) -> Option<Vec<ToldStory>> {
        let mut chosen: Vec<Chosen> = Vec::new();
        chosen.extend(typical_end(futures, 0, &[]));
        chosen.extend(typical_end(futures, 1, &chosen));
        chosen.extend(typical_survivor(futures, &chosen));
        let engine = Engine::new(teller.scenario);
        let (arm, cancel) = (teller.arm.map(str::to_owned), self.options.cancel());
        let replaying = Replaying { engine: &engine, seed: teller.arms.seed, arm, cancel };
        let (listener, total) = (self.options.listener(), futures.len() as u64);
        listener.begun(StudyStage::TellingStories, total);
        let progressed = |done| listener.progressed(StudyStage::TellingStories, done, total);
        let explained = replaying.explain(chosen, futures, &progressed);
        listener.ended(StudyStage::TellingStories);
        Some(explained?.iter().map(|explained| tell_story(explained, STORY_LINES)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Replaying, Stories, Teller};
    use crate::analysis::ArmLabel;
    use crate::engine::Engine;
    use crate::experiment::pool;
    use crate::scenario::{Scenario, default_scenario};
    use crate::study::arms::Arms;
    use crate::study::runs::Runs;
    use crate::study::work::conducted;
    use crate::study::{Cancel, Error, Options};

    /// Six runs of two sites.
    fn two_sites() -> (Scenario, Arms, Runs) {
        let mut scenario = default_scenario();
        scenario.sites.truncate(2);
        scenario.shocks.clear();
        let arms = Arms::new(vec![(ArmLabel::default(), &scenario)], 1, &[]);
        let runs = conducted(&arms, 6);
        (scenario, arms, runs)
    }

    #[test]
    fn up_to_three_different_ones_the_same_for_any_threads() {
        let (scenario, arms, runs) = two_sites();
        let teller = Teller { scenario: &scenario, arms: &arms, arm: None };
        let on = |threads: usize| {
            let options = Options { threads: std::num::NonZeroUsize::new(threads), ..Options::default() };
            let stories = Stories { options: &options, is_late: false, folder: None, runs: &runs };
            pool(options.threads).unwrap().install(|| stories.typical(&teller)).unwrap()
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
    fn what_is_kept_of_runs_are_the_futures_that_would_be_replayed() {
        let (scenario, arms, runs) = two_sites();
        let engine = Engine::new(&scenario);
        let replaying = Replaying { engine: &engine, seed: 1, arm: None, cancel: &Cancel::new() };
        let kept = arms.futures(0, &runs, 5).unwrap();
        assert_eq!(kept.len(), 5);
        assert_eq!(Some(kept), replaying.futures(5, &|_| ()));
    }

    #[test]
    fn whoever_asks_to_stop_waits_for_no_story() {
        let ((scenario, arms, runs), cancel) = (two_sites(), Cancel::new());
        cancel.stop();
        let options = Options { cancel: Some(&cancel), ..Options::default() };
        let teller = Teller { scenario: &scenario, arms: &arms, arm: None };
        let stories = Stories { options: &options, is_late: false, folder: None, runs: &runs };
        assert!(matches!(stories.typical(&teller), Err(Error::InterruptedWriting(None))));
        assert_eq!(Stories { is_late: true, ..stories }.typical(&teller).unwrap(), []);
    }
}
