use crate::cli::progress::Progress;
use crate::cli::terminal::tell;
use crate::cli::trouble::Trouble;
use crate::experiment::{Schedule, Store, StoreError, Unfinished, Unit, conduct};
use crate::report::Workplace;
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;

/// What is to be run, and where its chunks are kept.
pub(in crate::cli) struct Work<'a> {
    pub place: &'a Workplace,
    pub identity: &'a str,
    pub threads: Option<NonZeroUsize>,
    pub quiet: bool,
    pub stop: &'a AtomicBool,
    pub simulate: &'a (dyn Fn(Unit) -> Option<Vec<u8>> + Sync),
}

/// What has been run.
pub(in crate::cli) struct Conducted {
    pub store: Store,
    pub schedule: Schedule,
    /// Whether somebody stopped it.
    pub stopped: bool,
    /// Units that are kept, and replicates, from the first on, that are kept of every cell.
    pub units: u64,
    pub replicates: u64,
}

impl Work<'_> {
    /// Opens the chunks that are kept.
    pub fn open(&self) -> Result<Store, Trouble> {
        Store::open(&self.place.chunks(), self.identity).map_err(|e| self.trouble(&e))
    }

    /// Runs what of the schedule is not kept.
    pub fn conduct(&self, store: Store, schedule: Schedule) -> Result<Conducted, Trouble> {
        let mut holdings = store.holdings(&schedule).map_err(|e| self.trouble(&e))?;
        for damage in holdings.damaged() {
            tell(format!("warning: {damage}\n  it is computed again\n"));
        }
        let progress = Progress::new("simulating", schedule.total(), self.quiet);
        let done = |units| progress.done(units);
        let outcome = conduct(&store, &mut holdings, self.threads, self.stop, &done, self.simulate);
        progress.end();
        let stopped = match outcome {
            Ok(_) => false,
            Err(Unfinished::Stopped(_)) => true,
            Err(Unfinished::Store(error)) => return Err(self.trouble(&error)),
            Err(Unfinished::NoThreads(why)) => return Err(Trouble::Failed(why.to_string())),
        };
        Ok(Conducted { units: holdings.units(), replicates: holdings.replicates(), store, schedule, stopped })
    }

    /// What went wrong, and that nothing is lost.
    pub fn trouble(&self, error: &StoreError) -> Trouble {
        let folder = self.place.folder().display();
        let kept = match error {
            StoreError::OtherPlan { .. } => {
                format!("give another folder with --out, or --force to drop what is in {folder}")
            }
            StoreError::InUse { .. } => "wait until it has finished, or give another folder with --out".to_owned(),
            _ if !self.place.is_there() => return self.gone(),
            _ => self.kept(),
        };
        Trouble::Failed(format!("{error}\n  {kept}"))
    }

    /// A failure after the first run, and that nothing is lost.
    pub fn late(&self, trouble: Trouble) -> Trouble {
        match trouble {
            Trouble::Failed(_) if !self.place.is_there() => self.gone(),
            Trouble::Failed(why) => Trouble::Failed(format!("{why}\n  {}", self.kept())),
            other => other,
        }
    }

    /// Somebody has taken the folder away.
    fn gone(&self) -> Trouble {
        let folder = self.place.folder().display();
        Trouble::Failed(format!(
            "{folder} was moved or removed while safsim was writing to it\n  where it was moved to, the same command goes on with \
             what is finished; if it was removed, that begins anew"
        ))
    }

    fn kept(&self) -> String {
        format!("what is finished stays in {}: the same command goes on with it", self.place.folder().display())
    }
}
