use super::choice::Wish;
use super::replaying::Replaying;
use super::source::{Explainable, FuturesSource};
#[cfg(feature = "page")]
use super::tabulated_fate::check_against_table;
use crate::analysis::{ExplainedInitiative, Odds};
use crate::engine::Engine;
use crate::experiment::pool;
#[cfg(feature = "page")]
use crate::report::Explanation;
use crate::report::{EVERYTHING, Emphasised, STORY_LINES, ToldStory, story_text, tell_story};
use crate::study::{Error, Needed, Note, Options, StudyStage};
use std::path::{Path, PathBuf};

/// What is to be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainOptions {
    /// The initiative: its name, or site/name, or the beginning of one of them; the most typical that ended if not given.
    pub initiative: Option<String>,
    /// The future, as numbered in the tables; the most typical if not given.
    pub replicate: Option<u64>,
    /// The arm of a comparison; the baseline if not given.
    pub arm: Option<String>,
    /// The point of a sweep, as numbered in the tables.
    pub point: Option<usize>,
    /// Futures over which is counted what would have kept it, at least 1.
    pub over: u32,
}

/// The most typical end, over 100 futures.
impl Default for ExplainOptions {
    fn default() -> ExplainOptions {
        ExplainOptions { initiative: None, replicate: None, arm: None, point: None, over: 100 }
    }
}

/// Explains what became of one initiative in one future: its story; the same future again, with one thing otherwise each; and
/// over many futures, how often that would have kept it. Of results, the story is written into their folder as well. Of
/// `options` it heeds models, threads, memory, cancel and listener.
///
/// # Errors
/// [`Error`]; [`Error::Interrupted`] if it was cancelled.
pub fn explain(what: Explainable<'_>, which: &ExplainOptions, options: &Options<'_>) -> Result<ExplainResults, Error> {
    let listener = options.listener();
    let source = FuturesSource::find(what, which.arm.as_deref(), which.point, listener)?;
    #[cfg(feature = "page")]
    if let Some((claim, manifest)) = &source.folder {
        let folder = claim.folder();
        if let Some(path) = Explanation::in_the_way(folder, manifest) {
            return Err(Error::InTheWay(path));
        }
        let held = manifest.replicates_done;
        if which.replicate.is_some_and(|replicate| replicate >= held) {
            return Err(Error::NoReplicate { folder: folder.to_owned(), last: held.saturating_sub(1) });
        }
    }
    options.note(&Note::Ready(None));
    let engine = Engine::new(&source.scenario);
    let replaying = Replaying { engine: &engine, seed: source.seed, arm: source.arm.clone(), cancel: options.cancel() };
    let options = options.within_memory(&Needed::of_story(&source.scenario, which.over))?;
    let pool = pool(options.threads)?;
    let number = u64::from(which.over);
    let total = (2 + u64::from(options.models.is_some())) * number;
    listener.begun(StudyStage::ReplayingFutures, total);
    let progressed = |done| listener.progressed(StudyStage::ReplayingFutures, done, total);
    let interrupted = || Error::Interrupted { so_far: None, earlier: None };
    let wish = Wish { initiative: which.initiative.as_deref(), replicate: which.replicate };
    let explained = || -> Result<ExplainedInitiative, Error> {
        let futures = pool.install(|| replaying.futures(number, &progressed)).ok_or_else(interrupted)?;
        // What is told is to be found in the tables.
        let held = source.replicates_held();
        let tabulated = &futures[..futures.len().min(usize::try_from(held).unwrap_or(usize::MAX))];
        let chosen = wish.choose(tabulated, &replaying)?;
        #[cfg(feature = "page")]
        check_against_table(&source, &chosen, engine.setting())?;
        let told = pool.install(|| replaying.explain(vec![chosen], &futures, &|done| progressed(number + done)));
        let told = told.ok_or_else(interrupted)?.into_iter().next();
        let told = told.ok_or_else(|| Error::Broken("there was nothing to tell".to_owned()))?;
        let Some(models) = options.models.filter(|models| !models.is_empty()) else { return Ok(told) };
        let (one, done) = ((&told.story.chosen, &source.scenario), |done| progressed(2 * number + done));
        let over_models = pool.install(|| replaying.odds_over_models(one, models, number, &done));
        Ok(ExplainedInitiative { over_models: Some(over_models.ok_or_else(interrupted)?), ..told })
    };
    let explained = explained();
    listener.ended(StudyStage::ReplayingFutures);
    let results = ExplainResults { explained: explained?, written: None };
    #[cfg(feature = "page")]
    if let Some((claim, manifest)) = source.folder {
        let written = Some(claim.folder().join("explain.md"));
        let explanation = Explanation::new(&results.story(true), results.explained());
        options.note(&Note::Delivering);
        explanation.write(claim, &manifest)?;
        if !explanation.unknown().is_empty() {
            options.note(&Note::MissingLetters(explanation.unknown()));
        }
        return Ok(ExplainResults { written, ..results });
    }
    Ok(results)
}

/// What became of one initiative, and why.
#[derive(Debug)]
pub struct ExplainResults {
    explained: ExplainedInitiative,
    written: Option<PathBuf>,
}

impl ExplainResults {
    /// The story, and the same future with one thing otherwise each; shortened for a reader unless `all` of it is wanted.
    #[must_use]
    pub fn story(&self, all: bool) -> ToldStory {
        tell_story(&self.explained, if all { EVERYTHING } else { STORY_LINES })
    }

    /// What would have kept it, and in how many futures, the surest first.
    #[must_use]
    pub fn odds(&self) -> &Odds {
        &self.explained.odds
    }

    /// All that is found.
    #[must_use]
    pub fn explained(&self) -> &ExplainedInitiative {
        &self.explained
    }

    /// The story in a page of words.
    #[must_use]
    pub fn text(&self, all: bool) -> Emphasised {
        story_text(&self.story(all), self.explained(), all)
    }

    /// The file that it was written to, of results.
    #[must_use]
    pub fn written(&self) -> Option<&Path> {
        self.written.as_deref()
    }
}
