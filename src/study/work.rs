#[cfg(feature = "page")]
use super::SoFar;
use super::growth::{Growth, Looking};
use super::precision::Precision;
use super::runs::Runs;
#[cfg(feature = "page")]
use super::shard_parts::{OpenParts, chunks_beside};
use super::{Error, Note, Options, StudyStage};
use crate::experiment::{Holdings, Schedule, Store, StoreError, Unfinished, Unit, run_missing};
#[cfg(feature = "page")]
use crate::experiment::{Shard, pause};
#[cfg(feature = "page")]
use crate::report::Workplace;
#[cfg(feature = "page")]
use std::collections::BTreeSet;
#[cfg(feature = "page")]
use std::path::Path;
#[cfg(feature = "page")]
use std::time::{Duration, Instant};

/// What is to be run, and where its chunks are kept.
pub(super) struct Work<'a> {
    /// In memory, if in no results folder.
    #[cfg(feature = "page")]
    pub place: Option<&'a Workplace>,
    pub options: &'a Options<'a>,
    pub simulate: &'a (dyn Fn(Unit) -> Option<Vec<u8>> + Sync),
    /// Parts that were run elsewhere, of which all that is to be run is taken.
    #[cfg(feature = "page")]
    pub parts: Option<&'a OpenParts>,
    /// So many replicates are run first, and looked at.
    pub first: Option<(u64, &'a Looking<'a>)>,
    /// How many replicates there are to be, once all of those so far have been run; nothing more if it says none.
    pub grow: &'a dyn Fn(&Runs) -> Result<Option<u64>, Error>,
    /// Whether it may say so.
    pub may_grow: &'a dyn Fn() -> bool,
}

/// Whoever waits looks again after so long, and after so many times what looking takes.
#[cfg(feature = "page")]
const POLL: Duration = Duration::from_millis(300);
#[cfg(feature = "page")]
const LOOKING: u32 = 10;

/// So many runs of arms, kept in memory.
#[cfg(test)]
pub(super) fn conducted(arms: &super::arms::Arms, replicates: u64) -> Runs {
    let (options, never) = (Options::default(), std::sync::atomic::AtomicBool::new(false));
    let work = Work {
        #[cfg(feature = "page")]
        place: None,
        #[cfg(feature = "page")]
        parts: None,
        options: &options,
        simulate: &|unit| arms.simulate(unit, &never),
        first: None,
        grow: &|_| Ok(None),
        may_grow: &|| false,
    };
    work.conduct(None, Store::in_memory(), Schedule::new(1, replicates, 4)).unwrap()
}

impl Work<'_> {
    /// Runs what was asked for, step by step.
    pub fn conduct(&self, precision: Option<&mut Precision>, store: Store, schedule: Schedule) -> Result<Runs, Error> {
        let mut steps = self.steps(precision, schedule);
        let first = steps.begin();
        let mut done = self.conduct_all(store, first)?;
        if done.stopped && steps.is_first_part() {
            return Ok(Runs { schedule, ..done });
        }
        while !done.stopped {
            let Some(next) = steps.next(&done)? else { break };
            done = self.conduct_all(done.store, next)?;
        }
        Ok(done)
    }

    fn steps<'a>(&'a self, precision: Option<&'a mut Precision>, asked: Schedule) -> Growth<'a> {
        Growth { precision, first: self.first, grow: self.grow, may_grow: self.may_grow, asked, begun: 0 }
    }

    /// Runs what of the schedule is not kept, here or elsewhere.
    fn conduct_all(&self, store: Store, schedule: Schedule) -> Result<Runs, Error> {
        #[cfg(feature = "page")]
        if let Some(parts) = self.parts {
            parts.copy_into(&store, &schedule)?;
        }
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

    /// Runs what of a part of the schedule is not kept; what there is to say of it then. Where one step follows from another it goes
    /// on while all that the other parts run is there.
    #[cfg(feature = "page")]
    pub fn conduct_shard(
        &self,
        precision: Option<&mut Precision>,
        mut store: Store,
        schedule: Schedule,
        (shard, whole): (Shard, &Path),
    ) -> Result<Error, Error> {
        let folder = whole.join(shard.folder());
        let mut steps = self.steps(precision, schedule);
        let mut now = steps.begin();
        loop {
            store = store.beside(chunks_beside(whole, shard)?);
            let mut own = store.holdings(&now).map_err(|error| self.kept(error))?.of_shard(shard);
            let total = own.total();
            if self.run(&store, &mut own, total)? {
                let replicates = (own.units(), total);
                let so_far = SoFar { runs: replicates, replicates, cells: 1, is_in_parts: true };
                return Ok(Error::Interrupted { so_far: Some(so_far), earlier: None });
            }
            let finished = Error::Sharded { shard, folder: folder.clone(), runs: (total, now.total()) };
            if !steps.may_go_on(&now) {
                return Ok(finished);
            }
            let began = Instant::now();
            let holdings = loop {
                // Others may have begun meanwhile.
                store = store.beside(chunks_beside(whole, shard)?);
                let looked = Instant::now();
                let holdings = store.holdings(&now).map_err(|error| self.kept(error))?;
                if holdings.is_complete() {
                    break holdings;
                }
                if self.options.cancel().is_stopped() {
                    let all = (total, total);
                    let so_far = SoFar { runs: all, replicates: all, cells: 1, is_in_parts: true };
                    return Ok(Error::Interrupted { so_far: Some(so_far), earlier: None });
                }
                let left = self.options.patience.saturating_sub(began.elapsed());
                if left.is_zero() {
                    let missing = (0..now.chunks()).filter(|&chunk| holdings.is_missing(chunk));
                    let others: BTreeSet<u32> = missing.map(|chunk| shard.owner(chunk)).collect();
                    let others = others.into_iter().filter_map(|index| Shard::new(index, shard.of)).collect();
                    return Ok(Error::ShardWaits { shard, step: steps.begun, folder: whole.to_owned(), others });
                }
                // Most of the time it does not read.
                pause((LOOKING * looked.elapsed()).max(POLL).min(left));
            };
            let (units, replicates) = (holdings.units(), holdings.replicates());
            let done = Runs { units, replicates, store, schedule: now, stopped: false };
            match steps.next(&done)? {
                Some(next) => now = next,
                None => return Ok(finished),
            }
            store = done.store;
        }
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
