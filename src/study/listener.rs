use crate::experiment::{Damage, Shard};
use crate::report::Maker;
use crate::study::Memory;
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// What takes its time in a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudyStage {
    /// Runs are simulated; counted in runs, or in parts of the findings that are tried.
    Simulating,
    /// The stories of typical initiatives are worked out; counted in futures.
    TellingStories,
    /// Futures are run with a condition of a site exchanged; counted in futures.
    ExchangingConditions,
    /// Futures are replayed to explain an initiative; counted in futures.
    ReplayingFutures,
}

/// Whoever hears of a study under way. All methods do nothing unless they are written; they are called from many threads.
pub trait Listener: Sync {
    /// A stage of so many units has begun.
    fn begun(&self, stage: StudyStage, total: u64) {
        let _ = (stage, total);
    }

    /// So many of them are finished; not always told in order.
    fn progressed(&self, stage: StudyStage, done: u64, total: u64) {
        let _ = (stage, done, total);
    }

    /// The stage is over.
    fn ended(&self, stage: StudyStage) {
        let _ = stage;
    }

    /// Something that a person may want to know.
    fn note(&self, note: &Note<'_>) {
        let _ = note;
    }

    /// Whether [`Note::Planned`] is wanted, for which two or more runs are timed first.
    fn wants_plan(&self) -> bool {
        false
    }
}

/// Nobody listens.
impl Listener for () {}

/// A closure that is told how many units of how many are finished.
#[derive(Clone, Copy, Debug)]
pub struct OnProgress<F>(pub F);

impl<F: Fn(u64, u64) + Sync> Listener for OnProgress<F> {
    fn progressed(&self, _: StudyStage, done: u64, total: u64) {
        (self.0)(done, total);
    }
}

/// What is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedRuns {
    /// Points of a sweep; 0 if it is none.
    pub points: u64,
    /// Replicates at each.
    pub replicates: u64,
    /// Findings that are tried, the arms that they need, and sets of parameters; 0 if it is something else.
    pub findings: u64,
    /// See `findings`.
    pub arms: u64,
    /// See `findings`.
    pub sets: u64,
    /// Runs in all.
    pub runs: u64,
    /// What one of them takes a thread, about.
    pub each: Duration,
    /// Threads that work.
    pub threads: usize,
}

/// Something that a person may want to know of a study under way. As text it is a line or two, without an end of line.
#[derive(Clone, Copy, Debug)]
pub enum Note<'a> {
    /// Somebody else writes to the folder: the study waits.
    Waiting(&'a Path),
    /// Results that somebody had been cut off from putting in place are in place now.
    Mended(&'a Path),
    /// The disk has no locks: nobody keeps others from the folder.
    Unlocked(&'a Path),
    /// Fewer threads work than were wanted, for want of memory.
    FewerThreads {
        /// Threads that work.
        threads: usize,
        /// Threads that were wanted.
        wanted: usize,
        /// What may be used.
        limit: Memory,
    },
    /// Runs of another model lie in the folder, and are not gone on with.
    Outdated {
        /// The results folder.
        folder: &'a Path,
        /// What made them.
        begun: &'a Maker,
        /// What makes runs now.
        now: &'a Maker,
    },
    /// It may begin: from now on it is worth being stopped with care. The folder is claimed, if there is one.
    Ready(Option<&'a Path>),
    /// Runs that are there already are gone on with.
    GoesOn {
        /// The results folder.
        folder: &'a Path,
        /// Runs that are there.
        units: u64,
        /// Runs in all.
        total: u64,
    },
    /// A chunk of runs is damaged, and is run again.
    Damaged(&'a Damage),
    /// A part of an experiment is there twice.
    ShardTwice {
        /// Which.
        shard: Shard,
        /// Its folders.
        folders: [&'a Path; 2],
    },
    /// Budgets are looked for under which arms spend, or are given, the same.
    Budgets {
        /// Some arm is to spend the same.
        spent: bool,
        /// Some arm is to be given the same.
        given: bool,
    },
    /// A wave of a calibration begins.
    Wave {
        /// Its number, from 1.
        number: usize,
        /// Sets of parameters that it runs.
        sets: usize,
        /// Share of the plausible ranges that is not ruled out so far.
        share: f64,
        /// Parameters that are free.
        free: usize,
    },
    /// A further round of findings that are tried at sets of parameters begins.
    Round {
        /// Its number, from 1.
        number: usize,
        /// Tests that are open so far.
        tests: usize,
        /// Arms that are run for them.
        arms: usize,
        /// Replicates of these in each set when it is over.
        replicates: u32,
    },
    /// What is planned.
    Planned(PlannedRuns),
    /// It was stopped, and writes results of what is finished.
    WritingUnfinished,
    /// Results are put in their place, which is not to be cut in two.
    Delivering,
    /// The font of the pictures lacks letters of these words.
    MissingLetters(&'a [String]),
}

impl fmt::Display for Note<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Note::Waiting(folder) => write!(f, "waiting for another safsim that writes to {}", folder.display()),
            Note::Mended(folder) => write!(
                f,
                "note: results in {} had been cut off on their way to their places, and are there now",
                folder.display()
            ),
            Note::Unlocked(folder) => write!(
                f,
                "warning: {} is on a disk without locks: see to it that no other safsim writes there",
                folder.display()
            ),
            Note::FewerThreads { threads, wanted, limit } => {
                let work = if threads == 1 { "1 thread works" } else { &format!("{threads} threads work") };
                write!(f, "note: {work}, not {wanted}: {limit} of memory may be used; results are the same")
            }
            Note::Outdated { folder, begun, now } => write!(
                f,
                "warning: what is unfinished in {} was begun by {}\n  it is not mixed with what {} makes: all runs are computed anew",
                folder.display(),
                begun.words(),
                now.words()
            ),
            Note::Ready(_) => f.write_str("ready to begin"),
            Note::GoesOn { folder, units, total } => {
                write!(f, "going on with {}: {units} of {total} runs are there", folder.display())
            }
            Note::Damaged(damage) => write!(f, "warning: {damage}\n  it is computed again"),
            Note::ShardTwice { shard, folders: [one, other] } => {
                write!(f, "note: shard {shard} is there twice: {} and {}", one.display(), other.display())
            }
            Note::Budgets { spent, given } => {
                let what = match (spent, given) {
                    (true, true) => "spend, or are given,",
                    (true, false) => "spend",
                    (false, _) => "are given",
                };
                write!(f, "finding the budgets under which arms {what} the same")
            }
            Note::Wave { number, sets, share, free } => write!(
                f,
                "wave {number}: {sets} sets of the {:.2} % of the plausible ranges that stay, {free} parameters free",
                100.0 * share
            ),
            Note::Round { number, tests, arms, replicates } => {
                let open = if tests == 1 { "1 test is".to_owned() } else { format!("{tests} tests are") };
                let go = if arms == 1 { "1 arm goes".to_owned() } else { format!("{arms} arms go") };
                write!(f, "round {number}: {open} open, and {go} on to {replicates} replicates in each set")
            }
            Note::Planned(PlannedRuns { points, replicates, findings, arms, sets, runs, each, threads }) => {
                if points > 0 {
                    write!(f, "{points} points x {replicates} replicates")?;
                } else {
                    write!(f, "{findings} findings, {arms} arms, {sets} sets of parameters")?;
                }
                write!(f, ": {runs} runs of about {:.3} s each on {threads} threads", each.as_secs_f64())?;
                if sets > 0 { f.write_str(", more for what they leave open") } else { Ok(()) }
            }
            Note::WritingUnfinished => f.write_str("writing results of what is finished"),
            Note::Delivering => f.write_str("putting results in their place"),
            Note::MissingLetters(words) => write!(f, "the pictures' own font lacks letters of {}", words.join(", ")),
        }
    }
}
