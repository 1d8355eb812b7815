use crate::experiment::Shard;
use std::fmt;
use std::path::PathBuf;

/// Parts that are named.
const LISTED: usize = 20;

/// Why parts of an experiment cannot be put together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShardFault {
    /// These folders hold none.
    Nothing(Vec<PathBuf>),
    /// A folder is of another plan than the first one.
    OtherPlan {
        /// The folder.
        folder: PathBuf,
        /// The first one.
        first: Option<PathBuf>,
    },
    /// What lies in the folder was not made by this program from the scenario beside it, or by another model.
    NotItsOwn(PathBuf),
    /// Some are missing, or are not finished.
    Missing {
        /// Which, with the folder of those that have begun.
        shards: Vec<(Shard, Option<PathBuf>)>,
        /// How many chunks are missing; it is not counted beyond a hundred thousand.
        chunks: u64,
        /// How many there are.
        total: u64,
    },
    /// Two files of the same runs differ, which cannot be.
    Differ([PathBuf; 2]),
}

impl fmt::Display for ShardFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShardFault::Nothing(folders) => {
                let names: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
                write!(f, "{}: there is no shard in it", names.join(", "))
            }
            ShardFault::OtherPlan { folder, first: Some(first) } => {
                write!(f, "{} is a shard of another plan than {}", folder.display(), first.display())
            }
            ShardFault::OtherPlan { folder, first: None } => write!(f, "{} holds no whole shard", folder.display()),
            ShardFault::NotItsOwn(folder) => {
                write!(f, "{} was not made from the scenario in it by {}", folder.display(), super::maker().words())
            }
            ShardFault::Missing { shards, chunks, total } => {
                write!(f, "{chunks} of {total} chunks are missing")?;
                for (shard, folder) in shards.iter().take(LISTED) {
                    match folder {
                        None => write!(f, "\n  shard {shard} is missing")?,
                        Some(folder) => write!(f, "\n  shard {shard} is not finished: {}", folder.display())?,
                    }
                }
                let more = shards.len().saturating_sub(LISTED);
                if more > 0 { write!(f, "\n  and {more} more shards") } else { Ok(()) }
            }
            ShardFault::Differ([one, other]) => write!(
                f,
                "{} and {} hold the same runs, and differ: one of them was altered",
                one.display(),
                other.display()
            ),
        }
    }
}
