#![cfg(feature = "page")]

use super::calibrate::calibrate_by;
use super::evidence::try_given;
use super::recipe::Recipe;
use super::shard_parts::{ShardPart, read_parts};
use super::{
    CalibrateResults, CompareResults, DiscoverResults, Error, EvidenceOptions, EvidenceResults, Note, Options,
    ResultsFolder, RunResults, SensitivityResults, ShardFault, SweepResults, Until, compare, conduct, discover,
    sensitivity, sweep,
};
use crate::report::{Emphasised, ShardEntry};
use crate::scenario::{Reach, Source, Study, load_study_within};
use std::path::{Path, PathBuf};

/// What the parts of an experiment came to together.
#[derive(Debug)]
pub enum Merged {
    /// Replicates of one scenario.
    Run(Box<RunResults>),
    /// A comparison.
    Compare(Box<CompareResults>),
    /// A sweep.
    Sweep(Box<SweepResults>),
    /// Findings.
    Evidence(Box<EvidenceResults>),
    /// What an outcome hangs on.
    Sensitivity(Box<SensitivityResults>),
    /// A rule.
    Discover(Box<DiscoverResults>),
    /// Plausible models.
    Calibrate(Box<CalibrateResults>),
}

impl Merged {
    /// The findings in a page of words.
    #[must_use]
    pub fn summary(&self) -> Emphasised {
        match self {
            Merged::Run(results) => results.summary(),
            Merged::Compare(results) => results.summary(),
            Merged::Sweep(results) => results.summary(),
            Merged::Evidence(results) => results.summary(),
            Merged::Sensitivity(results) => results.summary(),
            Merged::Discover(results) => results.summary(),
            Merged::Calibrate(results) => results.summary(),
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
    twice(&parts, options);
    let plan = first.plan.plan.clone();
    let folder = ResultsFolder { path: out.to_owned(), format: plan.format, force, resume: false };
    let shards = parts.iter().map(|part| part.folder.clone()).collect();
    let options = Options { folder: Some(folder), shard: None, shards, models: None, ..options.clone() };
    let study = || -> Result<Study, Error> {
        let source = Source::Text { name: ShardEntry::SCENARIO.to_owned(), text: scenario };
        let study = load_study_within(&source, &[], Reach::of(true)).map_err(Error::Mistakes)?;
        let run = study.scenario.run;
        let is_own = (u64::from(run.replicates), run.seed) == (plan.replicates, plan.seed);
        if is_own { Ok(study) } else { Err(Error::Shards(ShardFault::NotItsOwn(first.folder.clone()))) }
    };
    // That many are the most where they are added until a metric is precise.
    let until = plan.until_precise.map(|entry| Until::written(&format!("{}={}", entry.metric, entry.half_width)));
    let (replicates, seed) = (u32::try_from(plan.replicates).ok(), Some(plan.seed));
    let options = Options { replicates: replicates.filter(|_| until.is_some()), seed: None, until, ..options };
    Ok(match recipe {
        Recipe::Run { models, no_conditions } => {
            let options = Options { models: models.as_ref(), no_conditions, ..options };
            Merged::Run(Box::new(conduct(&study()?, &options)?))
        }
        Recipe::Compare { models } => {
            Merged::Compare(Box::new(compare(&study()?, &Options { models: models.as_ref(), ..options })?))
        }
        Recipe::Sweep { models } => {
            Merged::Sweep(Box::new(sweep(&study()?, &Options { models: models.as_ref(), ..options })?))
        }
        Recipe::Sensitivity { varied, design } => {
            Merged::Sensitivity(Box::new(sensitivity(&study()?, &varied, &design, &options)?))
        }
        Recipe::Discover { varied, design } => {
            Merged::Discover(Box::new(discover(&study()?, &varied, &design, &options)?))
        }
        Recipe::Evidence { findings, from, sets, per_set, per_set_most, models } => {
            let (per_set, per_set_most) = (Some(per_set), Some(per_set_most));
            let what = EvidenceOptions { findings, from: None, sets, per_set, per_set_most };
            let options = Options { replicates, seed, models: models.as_ref(), ..options };
            Merged::Evidence(Box::new(try_given(&what, from, &options)?))
        }
        Recipe::Calibrate { sizes, from } => {
            Merged::Calibrate(Box::new(calibrate_by(sizes, from, &Options { replicates, seed, ..options })?))
        }
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
