#[cfg(feature = "page")]
use super::ResultsFolder;
use super::cancel::NEVER;
use super::{Cancel, Error, Listener, Memory, Needed, Note, PlausibleModels, Until, within_memory};
use crate::experiment::Shard;
use std::num::NonZeroUsize;
#[cfg(feature = "page")]
use std::path::PathBuf;
use std::time::Duration;

/// How a study is conducted; by default as its scenario says, on all cores, with runs kept in memory and nothing written.
#[derive(Clone, Default)]
pub struct Options<'a> {
    /// Replicates of each arm or point; those of the scenario if not given. With `until`, at most so many (20 000 if not
    /// given).
    pub replicates: Option<u32>,
    /// The seed of all chance; that of the scenario if not given.
    pub seed: Option<u64>,
    /// Replicates are added until a metric is as precise as this; only [`super::conduct`] and [`super::compare`].
    pub until: Option<Until>,
    /// Plausible models over which it is run as well; only [`super::conduct`], [`super::compare`],
    /// [`super::sweep`], [`super::explain`] and [`super::try_evidence`], and not with `until`.
    pub models: Option<&'a PlausibleModels>,
    /// What sets sites apart is left out, which takes up to as many runs again; only [`super::conduct`] looks at it.
    pub no_conditions: bool,
    /// What there is to turn in a report where it can be tried out, as the room `live` tells it; without it there is no such part. Only
    /// [`super::conduct`] and [`super::compare`] have it, and no number hangs on it.
    #[cfg(feature = "page")]
    pub live: Option<&'a str>,
    /// Number of threads; one per core if not given. Results are the same for any.
    pub threads: Option<NonZeroUsize>,
    /// Memory to use at most; most of what the machine has if not given.
    pub memory: Option<Memory>,
    /// Where results go. With a folder, runs are kept in it until it is complete, so that a study that was cut off goes on
    /// when it is begun again, and what is in memory does not grow with the number of runs. Without, runs are kept in memory.
    #[cfg(feature = "page")]
    pub folder: Option<ResultsFolder>,
    /// Only this one of several parts is run, into a folder of its own inside of `folder`; the study then ends with
    /// [`Error::Sharded`], and [`super::merge`] puts the parts together.
    pub shard: Option<Shard>,
    /// So long a part waits for the others where what comes next follows from what all of them come to; not at all if not given.
    pub patience: Duration,
    /// Folders of parts that were run elsewhere, all of them: their runs are taken, and nothing is run ([`super::merge`]).
    #[cfg(feature = "page")]
    pub shards: Vec<PathBuf>,
    /// What ends it early.
    pub cancel: Option<&'a Cancel>,
    /// Who hears of it.
    pub listener: Option<&'a dyn Listener>,
}

impl Options<'_> {
    pub(super) fn cancel(&self) -> &Cancel {
        self.cancel.unwrap_or(&NEVER)
    }

    pub(super) fn listener(&self) -> &dyn Listener {
        self.listener.unwrap_or(&())
    }

    /// Whether somebody wants to hear what is planned: nothing is where all has been run elsewhere.
    pub(super) fn wants_plan(&self) -> bool {
        #[cfg(feature = "page")]
        if !self.shards.is_empty() {
            return false;
        }
        self.listener().wants_plan()
    }

    pub(super) fn note(&self, note: &Note<'_>) {
        self.listener().note(note);
    }

    /// The number of threads that work.
    pub(super) fn workers(&self) -> usize {
        self.threads.map_or_else(rayon::current_num_threads, NonZeroUsize::get)
    }

    /// The same with as many threads as there is memory for; an error if there is too little even for one.
    pub(super) fn within_memory(&self, needed: &Needed) -> Result<Self, Error> {
        let wanted = self.workers();
        let threads = within_memory(self.memory, wanted, needed)?;
        if threads.get() < wanted {
            let limit = self.memory.unwrap_or_else(Memory::of_this_machine);
            self.note(&Note::FewerThreads { threads: threads.get(), wanted, limit });
        }
        Ok(Options { threads: Some(threads), ..self.clone() })
    }
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Options { replicates, seed, until, threads, memory, cancel, listener, .. } = self;
        f.debug_struct("Options")
            .field("replicates", replicates)
            .field("seed", seed)
            .field("until", until)
            .field("threads", threads)
            .field("memory", memory)
            .field("cancel", cancel)
            .field("listener", &listener.map(|_| "..."))
            .finish_non_exhaustive()
    }
}
