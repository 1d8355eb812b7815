#![cfg(feature = "page")]

use super::asked::Asked;
use super::claimed::claimed;
use super::done::Done;
use super::experiment::Experiment;
use super::growth::Looking;
use super::identity::{KEPT, chunk_identity};
use super::precision::Precision;
use super::publish::publish;
use super::recipe::Recipe;
use super::runs::Runs;
use super::shard_parts::OpenParts;
use super::work::Work;
use super::{Error, Note, Options, ResultsFolder, SoFar, maker};
use crate::experiment::{Schedule, Shard, Store, Unit};
use crate::report::{Destination, Pending, PrecisionEntry, ShardEntry, Workplace, sha256};

/// With a results folder: runs that lie there already are gone on with, everything is written into it.
pub(super) fn run_in_folder<E: Experiment>(
    asked: Asked,
    mut precision: Option<Precision>,
    options: &Options<'_>,
    folder: &ResultsFolder,
    prepare: impl FnOnce() -> Result<E, Error>,
) -> Result<Done<E>, Error> {
    let until = precision.as_ref().map(|p| p.entry.clone());
    let recipe = sharded(&asked, options)?;
    let whole = &folder.path;
    let folder = &of_shard(folder, options.shard);
    let parts = open_parts(&asked, precision.as_ref(), options, folder)?;
    let destination = inspected(&asked, until, options, folder)?;
    refuse_outdated(&destination, folder, options)?;
    options.note(&Note::Ready(Some(&folder.path)));
    let place = Workplace::begin(destination)?;
    let experiment = match prepare() {
        Ok(experiment) => experiment,
        Err(error) => {
            if !place.resumes() {
                place.clear()?;
            }
            return Err(error);
        }
    };
    let simulate = |unit: Unit| experiment.simulate(unit, options.cancel().giving_up());
    let look = |store: &Store, schedule: &Schedule| experiment.look(store, schedule);
    let first = experiment.first_part().map(|first| (first, &look as &Looking<'_>));
    let grow = |runs: &Runs| experiment.grow(runs, options);
    let may_grow = || experiment.may_grow();
    let work = Work {
        place: Some(&place),
        parts: parts.as_ref(),
        options,
        simulate: &simulate,
        first,
        grow: &grow,
        may_grow: &may_grow,
    };
    let store = Store::open(&place.chunks(), &chunk_identity(&asked.identity())).map_err(|e| work.kept(e))?;
    let schedule = asked.schedule();
    if place.resumes() {
        let held = store.holdings(&schedule).map_err(|e| work.kept(e))?;
        options.note(&Note::GoesOn { folder: &folder.path, units: held.units(), total: schedule.total() });
    }
    if let (Some(shard), Some(recipe)) = (options.shard, recipe) {
        say_shard(&asked, &place, shard, recipe)?;
        return Err(work.conduct_shard(precision.as_mut(), store, schedule, (shard, whole))?);
    }
    let runs = match work.conduct(precision.as_mut(), store, schedule) {
        Err(error) if error.is_mistake() || parts.is_some() => {
            // Whoever takes what others have run leaves alone what was there before.
            if parts.is_none() || !place.resumes() {
                place.clear()?;
            }
            return Err(error);
        }
        other => other?,
    };
    let is_whole_only = asked.plan.is_whole_only();
    let so_far = runs.so_far(is_whole_only);
    if runs.stopped && (runs.units == 0 || is_whole_only || place.holds_complete_results()) {
        return Err(interrupted_without_results(place, runs, so_far));
    }
    if runs.stopped {
        options.note(&Note::WritingUnfinished);
    }
    let findings = publish(&asked, &experiment, &runs, folder.format, &place, options).map_err(|e| work.late(e))?;
    let (stopped, wanted) = (runs.stopped, runs.schedule.replicates());
    // It holds the lock on what is cleared away.
    drop(runs);
    if !stopped {
        place.clear()?;
    }
    let reached = precision.map(|p| p.told(wanted));
    let folder = Some(folder.path.clone());
    Ok(Done { experiment, findings, so_far, stopped, reached, folder, asked, runs: None })
}

/// A folder that may be written to, claimed.
fn inspected(
    asked: &Asked,
    until: Option<PrecisionEntry>,
    options: &Options<'_>,
    folder: &ResultsFolder,
) -> Result<Destination, Error> {
    let wanted = pending(asked, until, folder);
    let claim = claimed(&folder.path, &wanted, folder.force, options.listener())?;
    Ok(Destination::inspect(claim, wanted, folder.force)?)
}

/// If only going on is wanted and there is nothing to go on with; what is of another model is named.
fn refuse_outdated(destination: &Destination, folder: &ResultsFolder, options: &Options<'_>) -> Result<(), Error> {
    if folder.resume && !destination.can_resume() {
        let begun = destination.outdated().cloned();
        return Err(Error::NothingToResume { folder: folder.path.clone(), begun });
    }
    if let Some(begun) = destination.outdated() {
        options.note(&Note::Outdated { folder: &folder.path, begun, now: &maker() });
    }
    Ok(())
}

fn pending(asked: &Asked, until: Option<PrecisionEntry>, folder: &ResultsFolder) -> Pending {
    Pending {
        maker: maker(),
        kept: KEPT,
        scenario: asked.plan.name().to_owned(),
        plan: asked.plan_entry(until, folder.format),
    }
}

/// The folder of a part, if only that is asked for.
fn of_shard(folder: &ResultsFolder, shard: Option<Shard>) -> ResultsFolder {
    match shard {
        Some(shard) => ResultsFolder { path: folder.path.join(shard.folder()), ..folder.clone() },
        None => folder.clone(),
    }
}

/// Says in a folder what part of what it is.
fn say_shard(asked: &Asked, place: &Workplace, shard: Shard, recipe: Recipe) -> Result<(), Error> {
    let (_, text) = asked.plan.text(asked.plan.run().replicates);
    let entry = ShardEntry { index: shard.index, of: shard.of, scenario: sha256(&text), asked: recipe };
    Ok(place.put_shard(&entry, &text)?)
}

/// Parts that were run elsewhere, if the whole is to be made of them.
fn open_parts(
    asked: &Asked,
    precision: Option<&Precision>,
    options: &Options<'_>,
    folder: &ResultsFolder,
) -> Result<Option<OpenParts>, Error> {
    if options.shards.is_empty() {
        return Ok(None);
    }
    let wanted = pending(asked, precision.map(|p| p.entry.clone()), folder);
    let all = asked.schedule();
    let first = precision.map_or(all, |p| all.with_replicates(p.first().min(all.replicates())));
    OpenParts::open(&options.shards, &wanted, &chunk_identity(&asked.identity()), &first).map(Some)
}

/// What makes the whole again, if only a part is asked for.
fn sharded(asked: &Asked, options: &Options<'_>) -> Result<Option<Recipe>, Error> {
    if options.shard.is_none() {
        return Ok(None);
    }
    asked.plan.recipe(asked.command).map(Some).map_err(|why| Error::Asked(why.to_owned()))
}

fn interrupted_without_results(place: Workplace, runs: Runs, so_far: SoFar) -> Error {
    let earlier = place.holds_complete_results().then(|| place.folder().to_owned());
    if runs.units > 0 {
        return Error::Interrupted { so_far: Some(so_far), earlier };
    }
    // It holds the lock on what is cleared away.
    drop(runs);
    match place.clear() {
        Ok(()) => Error::Interrupted { so_far: None, earlier },
        Err(failure) => failure.into(),
    }
}

impl<E: Experiment> Done<E> {
    /// Writes the whole results folder.
    pub fn write_folder(&self, folder: &ResultsFolder, options: &Options<'_>) -> Result<(), Error> {
        let runs = self.kept()?;
        let until = self.reached.as_ref().map(|reached| reached.entry.clone());
        let place = Workplace::begin(inspected(&self.asked, until, options, folder)?)?;
        let written = publish(&self.asked, &self.experiment, runs, folder.format, &place, options);
        // What lies there of the same plan is somebody's work; else nothing is worth keeping: the runs are in memory.
        let keeps = if written.is_ok() { self.stopped } else { place.resumes() };
        if !keeps {
            place.clear()?;
        }
        written.map(drop)
    }
}
