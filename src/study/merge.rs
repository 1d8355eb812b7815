#![cfg(feature = "page")]

use super::recipe::Recipe;
use super::shard_parts::{ShardPart, read_parts};
use super::{
    CompareResults, DiscoverResults, Error, Note, Options, ResultsFolder, RunResults, SensitivityResults, ShardFault,
    SweepResults, compare, conduct, discover, sensitivity, sweep,
};
use crate::report::{Emphasised, ShardEntry};
use crate::scenario::{Reach, Source, Study, load_study_within};
use std::path::{Path, PathBuf};

/// What the parts of an experiment came to together.
#[derive(Debug)]
pub enum Merged {
    /// Replicates of one scenario.
    Run(RunResults),
    /// A comparison.
    Compare(CompareResults),
    /// A sweep.
    Sweep(SweepResults),
    /// What an outcome hangs on.
    Sensitivity(SensitivityResults),
    /// A rule.
    Discover(DiscoverResults),
}

impl Merged {
    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        match self {
            Merged::Run(results) => results.summary(),
            Merged::Compare(results) => results.summary(),
            Merged::Sweep(results) => results.summary(),
            Merged::Sensitivity(results) => results.summary(),
            Merged::Discover(results) => results.summary(),
        }
    }
}

/// Puts the parts of an experiment ([`Options::shard`]) together in a results folder: byte for byte what one machine would
/// have written. `folders` are those of parts, or hold such folders. Nothing is run, and nothing in them is changed.
///
/// # Errors
/// [`Error::Shards`] if one is missing, is not finished, or is of another plan; as of the study itself.
pub fn merge(folders: &[PathBuf], out: &Path, force: bool, options: &Options<'_>) -> Result<Merged, Error> {
    let (parts, recipe, scenario) = read_parts(folders)?;
    let first = &parts[0];
    let source = Source::Text { name: ShardEntry::SCENARIO.to_owned(), text: scenario };
    let study: Study = load_study_within(&source, &[], Reach::of(true)).map_err(Error::Mistakes)?;
    let run = study.scenario.run;
    let plan = first.plan.plan.clone();
    if (u64::from(run.replicates), run.seed) != (plan.replicates, plan.seed) {
        return Err(Error::Shards(ShardFault::NotItsOwn(first.folder.clone())));
    }
    twice(&parts, options);
    let folder = ResultsFolder { path: out.to_owned(), format: plan.format, force, resume: false };
    let options = Options {
        folder: Some(folder),
        shard: None,
        shards: parts.into_iter().map(|part| part.folder).collect(),
        replicates: None,
        seed: None,
        until: None,
        ..options.clone()
    };
    Ok(match recipe {
        Recipe::Run => Merged::Run(conduct(&study, &options)?),
        Recipe::Compare => Merged::Compare(compare(&study, &options)?),
        Recipe::Sweep => Merged::Sweep(sweep(&study, &options)?),
        Recipe::Sensitivity { varied, design } => Merged::Sensitivity(sensitivity(&study, &varied, &design, &options)?),
        Recipe::Discover { varied, design } => Merged::Discover(discover(&study, &varied, &design, &options)?),
    })
}

/// Names parts that are there twice.
fn twice(parts: &[ShardPart], options: &Options<'_>) {
    for (place, part) in parts.iter().enumerate() {
        if let Some(earlier) = parts[..place].iter().find(|earlier| earlier.shard == part.shard) {
            options.note(&Note::ShardTwice { shard: part.shard, folders: [&earlier.folder, &part.folder] });
        }
    }
}
