#[cfg(feature = "page")]
use super::SoFar;
use super::precision::Precision;
use super::runs::Runs;
use super::{Error, Note, Options, StudyStage};
#[cfg(feature = "page")]
use crate::experiment::Shard;
use crate::experiment::{Holdings, Schedule, Store, StoreError, Unfinished, Unit, run_missing};
#[cfg(feature = "page")]
use crate::report::Workplace;
#[cfg(feature = "page")]
use std::path::Path;

/// What is to be run, and where its chunks are kept.
pub(super) struct Work<'a> {
    /// In memory, if in no results folder.
    #[cfg(feature = "page")]
    pub place: Option<&'a Workplace>,
    pub options: &'a Options<'a>,
    pub simulate: &'a (dyn Fn(Unit) -> Option<Vec<u8>> + Sync),
    /// So many replicates are run first, and looked at.
    pub first: Option<(u64, &'a Looking<'a>)>,
    /// How many replicates there are to be, once all of those so far have been run; nothing more if it says none.
    pub grow: &'a dyn Fn(&Runs) -> Result<Option<u64>, Error>,
}

/// Who looks at the first replicates.
pub(super) type Looking<'a> = dyn Fn(&Store, &Schedule) -> Result<(), Error> + 'a;

impl Work<'_> {
    /// Runs what was asked for; with a rule of stopping, batch by batch until it is met.
    pub fn conduct(&self, precision: Option<&mut Precision>, store: Store, schedule: Schedule) -> Result<Runs, Error> {
        let asked = schedule.replicates();
        let Some(precision) = precision else { return self.conduct_in_parts(store, schedule) };
        let first = (2 * precision.entry.batch).min(asked);
        let mut done = self.conduct_all(store, schedule.with_replicates(first))?;
        while !done.stopped {
            precision.look(&done.store, &done.schedule)?;
            if let Some(hopeless) = precision.is_hopeless() {
                return Err(hopeless);
            }
            let so_far = done.schedule.replicates();
            if precision.is_met() || so_far >= asked {
                break;
            }
            let next = (so_far + precision.entry.batch).min(asked);
            done = self.conduct_all(done.store, done.schedule.with_replicates(next))?;
        }
        Ok(done)
    }

    /// Runs what was asked for, the first part before the rest, if there is one; then what is found to be needed after that.
    fn conduct_in_parts(&self, mut store: Store, schedule: Schedule) -> Result<Runs, Error> {
        if let Some((first, look)) = self.first {
            let done = self.conduct_all(store, schedule.with_replicates(first.min(schedule.replicates())))?;
            if done.stopped {
                return Ok(Runs { schedule, ..done });
            }
            look(&done.store, &done.schedule)?;
            store = done.store;
        }
        let mut done = self.conduct_all(store, schedule)?;
        while !done.stopped {
            let Some(replicates) = (self.grow)(&done)? else { break };
            done = self.conduct_all(done.store, done.schedule.with_replicates(replicates))?;
        }
        Ok(done)
    }

    /// Runs what of the schedule is not kept.
    fn conduct_all(&self, store: Store, schedule: Schedule) -> Result<Runs, Error> {
        let mut holdings = store.holdings(&schedule).map_err(|error| self.kept(error))?;
        let stopped = self.run(&store, &mut holdings, schedule.total())?;
        Ok(Runs { units: holdings.units(), replicates: holdings.replicates(), store, schedule, stopped })
    }

    /// Runs what is not held; whether it was stopped.
    fn run(&self, store: &Store, holdings: &mut Holdings, total: u64) -> Result<bool, Error> {
        for damage in holdings.damaged() {
            self.options.note(&Note::Damaged(damage));
        }
        let listener = self.options.listener();
        listener.begun(StudyStage::Simulating, total);
        let done = |units| listener.progressed(StudyStage::Simulating, units, total);
        let cancel = self.options.cancel();
        let outcome = run_missing(store, holdings, self.options.threads, cancel.stopping(), &done, self.simulate);
        listener.ended(StudyStage::Simulating);
        match outcome {
            Ok(_) => Ok(false),
            Err(Unfinished::Stopped(_)) => Ok(true),
            Err(Unfinished::Store(error)) => Err(self.kept(error)),
            Err(Unfinished::NoThreads(why)) => Err(why.into()),
        }
    }

    /// Runs what of a part of the schedule is not kept; what there is to say of it then.
    #[cfg(feature = "page")]
    pub fn conduct_shard(&self, store: Store, schedule: Schedule, shard: Shard, folder: &Path) -> Result<Error, Error> {
        let mut holdings = store.holdings(&schedule).map_err(|error| self.kept(error))?.of_shard(shard);
        let total = holdings.total();
        let stopped = self.run(&store, &mut holdings, total)?;
        if stopped {
            let replicates = (holdings.units(), total);
            let so_far = SoFar { runs: replicates, replicates, cells: 1, is_in_parts: true };
            return Ok(Error::Interrupted { so_far: Some(so_far), earlier: None });
        }
        Ok(Error::Sharded { shard, folder: folder.to_owned(), runs: (total, schedule.total()) })
    }

    /// What went wrong with what is kept, and that nothing is lost.
    pub fn kept(&self, error: StoreError) -> Error {
        match error {
            StoreError::OtherPlan { .. } | StoreError::InUse { .. } => error.into(),
            error => self.late(error.into()),
        }
    }

    /// A failure after the first run, and that nothing is lost.
    pub fn late(&self, error: Error) -> Error {
        #[cfg(feature = "page")]
        if let Some(place) =
            self.place.filter(|_| !error.is_mistake() && !matches!(error, Error::InterruptedWriting(_)))
        {
            let folder = place.folder().to_owned();
            return if place.is_there() { Error::Late { why: Box::new(error), folder } } else { Error::Gone(folder) };
        }
        error
    }
}
