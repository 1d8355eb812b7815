use super::failure::Failure;
use super::manifest::{Maker, Pending, PlanEntry};
use crate::disk::Entry;
use std::fmt;
use std::path::PathBuf;

/// Why a folder is not written to. As text it says what is in the way; how it could be done away with by force is for
/// whoever asked to say.
#[derive(Debug)]
pub enum Refusal {
    /// It cannot be used at all.
    Failure(Failure),
    /// It holds files that are no results; `force` would keep them and write beside them.
    Foreign(PathBuf),
    /// It holds the results of another plan; `force` would replace them.
    OtherPlan(PathBuf, Box<PlanEntry>),
    /// It holds the results of the same plan by another model, which this program cannot make again; `force` would replace
    /// them.
    OtherModel(PathBuf, Box<Maker>, u32),
    /// It holds an unfinished experiment of another plan; `force` would drop it.
    OtherUnfinished(PathBuf, Box<Pending>),
    /// It holds a file of the same name as one of ours, which no manifest lists.
    WouldOverwrite(PathBuf),
    /// It holds a file of ours that somebody has changed.
    Changed(PathBuf),
    /// It holds a symbolic link, a pipe or something else where a file or folder of ours belongs.
    InTheWay(PathBuf, Entry),
    /// It is a symbolic link that leads nowhere.
    Dangling(PathBuf, PathBuf),
    /// Results were on their way to their places when somebody was cut off, and cannot be brought there now.
    Unmended(PathBuf, Failure),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Failure(failure) => failure.fmt(f),
            Refusal::Foreign(folder) => {
                write!(f, "{} is not empty and holds no safsim results\n  give another folder", folder.display())
            }
            Refusal::OtherPlan(folder, plan) => write!(
                f,
                "{} holds results of a different plan ({} replicates, seed {})\n  give another folder",
                folder.display(),
                plan.replicates,
                plan.seed
            ),
            Refusal::OtherUnfinished(folder, pending) => {
                let PlanEntry { command, seed, replicates, .. } = &pending.plan;
                let maker = pending.maker.words();
                write!(
                    f,
                    "{} holds an unfinished experiment of a different plan ({command} {}, {replicates} replicates, seed {seed}, begun by {maker})",
                    folder.display(),
                    pending.scenario,
                )
            }
            Refusal::OtherModel(folder, maker, model) => write!(
                f,
                "{} holds results of {}, and this is model {model}, which makes other numbers\n  give another folder",
                folder.display(),
                maker.words()
            ),
            Refusal::Changed(path) => write!(
                f,
                "{} was changed since safsim wrote it\n  move it away, or give another folder",
                path.display()
            ),
            Refusal::InTheWay(path, entry) => write!(
                f,
                "{} is {}, which safsim did not put there\n  move it away, or give another folder",
                path.display(),
                entry.words()
            ),
            Refusal::Dangling(link, end) => write!(
                f,
                "{} is a symbolic link to {}, which does not exist\n  make that folder, or give another",
                link.display(),
                end.display()
            ),
            Refusal::Unmended(delivery, failure) => write!(
                f,
                "{failure}\n  results that were being put in place when somebody was cut off lie in {}\n  mend what is said above, or \
                 remove that folder to give them up",
                delivery.display()
            ),
            Refusal::WouldOverwrite(path) => write!(
                f,
                "{} is there and was not written by safsim\n  move it away, or give another folder",
                path.display()
            ),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Refusal {
        Refusal::Failure(failure)
    }
}
