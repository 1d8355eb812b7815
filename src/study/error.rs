use super::{Memory, Needed, ShardFault, SoFar};
use crate::diagnostics::Diagnostics;
use crate::experiment::{NoThreads, Shard, StoreError};
#[cfg(feature = "page")]
use crate::report::Refusal;
use crate::report::{Failure, Maker};
use std::fmt;
use std::path::PathBuf;

/// Why a study did not come to its end. As text it says what, where and why, and mostly what to do.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The scenario cannot be run, or not in this way.
    Mistakes(Diagnostics),
    /// Points of a sweep cannot be run: what is wrong with the first of them.
    Points {
        /// What is wrong with the first.
        first: Diagnostics,
        /// How many more are wrong.
        more: usize,
        /// Points in all.
        of: usize,
    },
    /// The scenario, of this name, has no regimes to compare.
    NothingToCompare(String),
    /// The scenario, of this name, has no axes to vary.
    NothingToVary(String),
    /// What was asked for is not there, or cannot be had; the text says what was probably meant.
    Asked(String),
    /// A point is asked for of a scenario without a sweep.
    NoSweep,
    /// A file that is to be written is there, and is not one of ours.
    InTheWay(PathBuf),
    /// No initiative began in any of the futures.
    NothingToExplain,
    /// The results are those of a sweep, and nobody has said of which point.
    PointMissing(PathBuf),
    /// The results are those of another command than a point (`sweep`) or an arm (`compare`) is asked of.
    OtherCommand {
        /// The results folder.
        folder: PathBuf,
        /// The command whose results were meant.
        meant: &'static str,
    },
    /// The folder holds results of another model, whose futures are others.
    OtherModel {
        /// The results folder.
        folder: PathBuf,
        /// What made them.
        maker: Maker,
        /// The command that they come from.
        command: String,
    },
    /// The budget of this regime is found by a comparison.
    NeutralBudget(String),
    /// The folder holds no such replicate: its last one is given.
    NoReplicate {
        /// The results folder.
        folder: PathBuf,
        /// Its last replicate.
        last: u64,
    },
    /// A precision that cannot be understood, or reached.
    Until {
        /// As it was asked for.
        asked: String,
        /// What is wrong with it.
        why: String,
    },
    /// A precision of a metric that there is not.
    NoMetric {
        /// The precision, as it was asked for.
        asked: String,
        /// The metric.
        metric: String,
        /// The one that was probably meant.
        meant: Option<String>,
    },
    /// There is no such finding.
    NoFinding {
        /// What was asked for.
        id: String,
        /// The one that was probably meant.
        meant: Option<String>,
    },
    /// The results are of a command that follows no single initiative.
    NoSingleInitiative {
        /// The results folder.
        folder: PathBuf,
        /// The command.
        command: String,
    },
    /// More memory is needed than there is, even on one thread.
    TooLarge {
        /// What is needed.
        needed: Needed,
        /// What may be used.
        limit: Memory,
        /// Whether that was given.
        given: bool,
    },
    /// The results folder must not be written to.
    #[cfg(feature = "page")]
    Refused(Refusal),
    /// The results folder holds nothing that can be gone on with.
    NothingToResume {
        /// The results folder.
        folder: PathBuf,
        /// Who began what lies there, if something does.
        begun: Option<Maker>,
    },
    /// The tables lie in this folder already: its runs are kept no longer.
    Written(PathBuf),
    /// A file could not be read or written.
    Failure(Failure),
    /// Runs could not be kept.
    Store(StoreError),
    /// There was nothing to run on.
    NoThreads(NoThreads),
    /// Parts of an experiment cannot be put together.
    Shards(ShardFault),
    /// Only a part was asked for, and is finished.
    Sharded {
        /// Which part.
        shard: Shard,
        /// Where it is.
        folder: PathBuf,
        /// Runs of it, and of the whole.
        runs: (u64, u64),
    },
    /// A part of an experiment has done what it can: what comes next follows from what all parts come to. Nothing went wrong.
    ShardWaits {
        /// Which part.
        shard: Shard,
        /// The round that it has finished its part of, counted from 1.
        step: usize,
        /// Where the parts are.
        folder: PathBuf,
        /// Parts that have not finished theirs there.
        others: Vec<Shard>,
    },
    /// No budget was found for this regime.
    NoBudget(String),
    /// What came out is not what it must be.
    Broken(String),
    /// It failed, and what was finished lies in the folder.
    Late {
        /// Why.
        why: Box<Error>,
        /// The results folder.
        folder: PathBuf,
    },
    /// The results folder was moved or removed meanwhile.
    Gone(PathBuf),
    /// It was stopped before there was anything to tell.
    Interrupted {
        /// What is finished and kept, if anything is.
        so_far: Option<SoFar>,
        /// The folder in which earlier results are as they were, if so.
        earlier: Option<PathBuf>,
    },
    /// It was stopped while results were written: what is finished is kept in the folder, if there is one.
    InterruptedWriting(Option<PathBuf>),
}

impl Error {
    /// Whether what was asked for is wrong, rather than that it could not be done.
    #[must_use]
    pub fn is_mistake(&self) -> bool {
        match self {
            #[cfg(feature = "page")]
            Error::Refused(refusal) => !matches!(refusal, Refusal::Failure(_)),
            Error::Written(_)
            | Error::Failure(_)
            | Error::Store(_)
            | Error::NoThreads(_)
            | Error::NoBudget(_)
            | Error::Sharded { .. }
            | Error::ShardWaits { .. }
            | Error::Broken(_)
            | Error::Late { .. }
            | Error::Gone(_)
            | Error::Interrupted { .. }
            | Error::InterruptedWriting(_) => false,
            Error::Mistakes(_)
            | Error::Points { .. }
            | Error::NothingToCompare(_)
            | Error::NothingToVary(_)
            | Error::Asked(_)
            | Error::NoSweep
            | Error::InTheWay(_)
            | Error::NothingToExplain
            | Error::Shards(_)
            | Error::PointMissing(_)
            | Error::OtherCommand { .. }
            | Error::OtherModel { .. }
            | Error::NeutralBudget(_)
            | Error::NoReplicate { .. }
            | Error::Until { .. }
            | Error::NoMetric { .. }
            | Error::NoFinding { .. }
            | Error::NoSingleInitiative { .. }
            | Error::TooLarge { .. }
            | Error::NothingToResume { .. } => true,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Mistakes(mistakes) => mistakes.fmt(f),
            Error::Points { first, more: 0, .. } => first.fmt(f),
            Error::Points { first, more, of } => write!(f, "{first}\n{more} more of {of} points cannot be run either"),
            Error::NothingToCompare(name) => write!(f, "{name} has no [[regime]]: there is nothing to compare"),
            Error::NothingToVary(name) => write!(f, "{name} has no [sweep]: there is nothing to vary"),
            Error::Asked(why) | Error::Broken(why) => f.write_str(why),
            Error::NoSweep => f.write_str("only a scenario with a [sweep] has points"),
            Error::InTheWay(path) => {
                write!(f, "{} is there and was not written by safsim\n  move it away", path.display())
            }
            Error::NothingToExplain => {
                f.write_str("no initiative began in any of the futures: there is nothing to explain")
            }
            Error::PointMissing(folder) => {
                write!(f, "{} holds a sweep: say which of its points, as numbered in its tables", folder.display())
            }
            Error::OtherCommand { folder, meant } => {
                write!(f, "only results of a {meant} have that, and {} holds others", folder.display())
            }
            Error::OtherModel { folder, maker, .. } => write!(
                f,
                "{} was written by {}, and this is {}: its futures are others",
                folder.display(),
                maker.words(),
                super::maker().words()
            ),
            Error::NeutralBudget(regime) => write!(
                f,
                "the budget of regime \"{regime}\" is found by a comparison\n  run it, then explain its results"
            ),
            Error::NoReplicate { folder, last } => write!(f, "{} holds replicates 0 to {last}", folder.display()),
            Error::Until { asked, why } => write!(f, "{asked}: {why}"),
            Error::NoMetric { asked, metric, meant } => {
                write!(f, "{asked}: there is no headline metric {metric}{}", perhaps(meant.as_deref()))
            }
            Error::NoFinding { id, meant } => write!(f, "there is no finding {id}{}", perhaps(meant.as_deref())),
            Error::NoSingleInitiative { folder, command } => write!(
                f,
                "{} holds results of the command {command}, which follow no single initiative",
                folder.display()
            ),
            Error::TooLarge { needed, limit, .. } => {
                let memory = needed.memory(1);
                write!(f, "this needs about {memory} of memory even on one thread, and {limit} may be used")
            }
            #[cfg(feature = "page")]
            Error::Refused(refusal) => refusal.fmt(f),
            Error::NothingToResume { folder, begun: Some(maker) } => write!(
                f,
                "what is unfinished in {} was begun by {}, and {} cannot go on with it",
                folder.display(),
                maker.words(),
                super::maker().words()
            ),
            Error::NothingToResume { folder, begun: None } => {
                write!(f, "{} holds nothing unfinished of this plan to go on with", folder.display())
            }
            Error::Written(folder) => write!(
                f,
                "the results are in {} already, and their runs are kept no longer\n  read the tables there, or conduct the study \
                 without a folder",
                folder.display()
            ),
            Error::Failure(failure) => failure.fmt(f),
            Error::Store(error) => error.fmt(f),
            Error::NoThreads(why) => why.fmt(f),
            Error::Shards(fault) => fault.fmt(f),
            Error::Sharded { shard, folder, runs: (own, all) } => {
                write!(f, "shard {shard} is finished: {own} of {all} runs are in {}", folder.display())
            }
            Error::ShardWaits { shard, step, folder, others } => {
                let named: Vec<String> = others.iter().take(20).map(Shard::to_string).collect();
                let more = if others.len() > named.len() { ", ..." } else { "" };
                write!(
                    f,
                    "shard {shard} has finished its part of round {step}; what comes next follows from all parts of it, and {} lacks those \
                     of {}{more}",
                    folder.display(),
                    named.join(", ")
                )
            }
            Error::NoBudget(regime) => write!(f, "no budget was found for regime \"{regime}\""),
            Error::Late { why, folder } => {
                write!(f, "{why}\n  what is finished stays in {}: the same study goes on with it", folder.display())
            }
            Error::Gone(folder) => {
                write!(f, "{} was moved or removed while safsim was writing to it", folder.display())
            }
            Error::Interrupted { so_far, earlier } => {
                match so_far {
                    Some(so_far) => write!(f, "interrupted: {so_far} were finished and are kept")?,
                    None => f.write_str("interrupted: nothing was written")?,
                }
                match earlier {
                    Some(folder) => write!(f, "\n  the earlier results in {} are as they were", folder.display()),
                    None => Ok(()),
                }
            }
            Error::InterruptedWriting(Some(folder)) => {
                write!(f, "interrupted\n  what is finished is kept in {}", folder.display())
            }
            Error::InterruptedWriting(None) => f.write_str("interrupted"),
        }
    }
}

/// A line about what was meant, if that can be guessed.
fn perhaps(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("\n  did you mean {meant}?"))
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Mistakes(inner) | Error::Points { first: inner, .. } => Some(inner),
            #[cfg(feature = "page")]
            Error::Refused(inner) => Some(inner),
            Error::Failure(inner) => Some(inner),
            Error::Store(inner) => Some(inner),
            Error::NoThreads(inner) => Some(inner),
            Error::Late { why, .. } => Some(why),
            _ => None,
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Error {
        Error::Failure(failure)
    }
}

#[cfg(feature = "page")]
impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        Error::Refused(refusal)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Error {
        Error::Store(error)
    }
}

impl From<NoThreads> for Error {
    fn from(why: NoThreads) -> Error {
        Error::NoThreads(why)
    }
}
