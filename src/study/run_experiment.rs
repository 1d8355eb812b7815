use super::asked::Asked;
use super::done::Done;
use super::experiment::Experiment;
use super::growth::Looking;
use super::precision::Precision;
#[cfg(feature = "page")]
use super::run_in_folder::run_in_folder;
use super::runs::Runs;
use super::work::Work;
use super::{Error, Note, Options};
use crate::experiment::{Schedule, Store, Unit, pool};

/// Does it: looks whether the folder may be written to, prepares, runs what is not kept already, folds; with a folder, writes
/// everything into it.
pub(super) fn run_experiment<E: Experiment>(
    asked: Asked,
    precision: Option<Precision>,
    options: &Options<'_>,
    prepare: impl FnOnce() -> Result<E, Error>,
) -> Result<Done<E>, Error> {
    #[cfg(feature = "page")]
    if let Some(folder) = &options.folder {
        return run_in_folder(asked, precision, options, folder, prepare);
    }
    if options.shard.is_some() {
        let why = asked.plan.recipe(asked.command).err();
        return Err(Error::Asked(why.unwrap_or("a part of an experiment needs a folder to be kept in").to_owned()));
    }
    in_memory(asked, precision, options, prepare)
}

fn in_memory<E: Experiment>(
    asked: Asked,
    mut precision: Option<Precision>,
    options: &Options<'_>,
    prepare: impl FnOnce() -> Result<E, Error>,
) -> Result<Done<E>, Error> {
    options.note(&Note::Ready(None));
    let experiment = prepare()?;
    let simulate = |unit: Unit| experiment.simulate(unit, options.cancel().giving_up());
    let look = |store: &Store, schedule: &Schedule| experiment.look(store, schedule);
    let grow = |runs: &Runs| experiment.grow(runs, options);
    let may_grow = || experiment.may_grow();
    let work = Work {
        #[cfg(feature = "page")]
        place: None,
        #[cfg(feature = "page")]
        parts: None,
        options,
        simulate: &simulate,
        first: experiment.first_part().map(|first| (first, &look as &Looking<'_>)),
        grow: &grow,
        may_grow: &may_grow,
    };
    let runs = work.conduct(precision.as_mut(), Store::in_memory(), asked.schedule())?;
    let so_far = runs.so_far(asked.plan.is_whole_only());
    if runs.stopped && (runs.units == 0 || asked.plan.is_whole_only()) {
        return Err(Error::Interrupted { so_far: None, earlier: None });
    }
    let mut findings = experiment.fold(&runs)?;
    if !runs.stopped {
        // What was planned is there all the same if this is stopped.
        pool(options.threads)?.install(|| experiment.beside(&mut findings, &runs, options))?;
    }
    let (stopped, reached) = (runs.stopped, precision.map(|p| p.told(runs.schedule.replicates())));
    Ok(Done { experiment, findings, so_far, stopped, reached, folder: None, asked, runs: Some(runs) })
}
