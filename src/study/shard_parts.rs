#![cfg(feature = "page")]

use super::recipe::Recipe;
use super::{Error, ShardFault};
use crate::disk::{self, Entry};
use crate::experiment::{Held, Schedule, Shard, Store, StoreError, UnitOutcome};
use crate::report::{Failure, Pending, ShardEntry};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// With more parts, their folders are not locked while they are read: a process may open so many files only.
const MOST_LOCKS: usize = 256;

/// Chunks that are missing are counted so far.
const MOST_MISSING: u64 = 100_000;

/// A part of an experiment, in a folder.
#[derive(Clone, Debug)]
pub(super) struct ShardPart {
    pub folder: PathBuf,
    pub shard: Shard,
    pub plan: Pending,
}

/// All parts, what was asked, and the scenario.
pub(super) fn read_parts(folders: &[PathBuf]) -> Result<(Vec<ShardPart>, Recipe, String), Error> {
    let (mut parts, mut known): (Vec<ShardPart>, Option<(Recipe, String)>) = (vec![], None);
    for folder in folders.iter().map(|folder| found_in(folder)).collect::<Result<Vec<_>, Error>>()?.concat() {
        if parts.iter().any(|part| part.folder == folder) {
            continue;
        }
        let (entry, scenario) = ShardEntry::<Recipe>::read(&folder)?;
        let other = || {
            Error::Shards(ShardFault::OtherPlan {
                folder: folder.clone(),
                first: parts.first().map(|p| p.folder.clone()),
            })
        };
        let plan = Pending::read(&folder)?.ok_or_else(other)?;
        let shard = Shard::new(entry.index, entry.of).ok_or_else(other)?;
        let is_same = parts.first().is_none_or(|part| part.plan.serves(&plan))
            && known.as_ref().is_none_or(|(recipe, text)| *recipe == entry.asked && *text == scenario);
        if !is_same {
            return Err(other());
        }
        known.get_or_insert((entry.asked, scenario));
        parts.push(ShardPart { folder, shard, plan });
    }
    let (recipe, scenario) = known.ok_or_else(|| Error::Shards(ShardFault::Nothing(folders.to_vec())))?;
    Ok((parts, recipe, scenario))
}

/// A folder of a part itself, or those inside of it.
fn found_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if ShardEntry::is_in(folder) {
        return Ok(vec![folder.to_owned()]);
    }
    let entries = std::fs::read_dir(folder).map_err(Failure::at("read the folder", folder))?;
    let is_part = |path: &PathBuf| matches!(disk::look(path), Ok(Entry::Folder)) && ShardEntry::is_in(path);
    let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_part).collect();
    inside.sort();
    if inside.is_empty() { Err(Error::Shards(ShardFault::Nothing(vec![folder.to_owned()]))) } else { Ok(inside) }
}

/// Where the chunks of the other parts in a folder are, as far as they have begun.
pub(super) fn chunks_beside(whole: &Path, shard: Shard) -> Result<Vec<PathBuf>, Error> {
    let entries = std::fs::read_dir(whole).map_err(Failure::at("read the folder", whole))?;
    let is_part = |path: &PathBuf| *path != whole.join(shard.folder()) && ShardEntry::is_in(path);
    let mut others: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_part).collect();
    others.sort();
    Ok(others.into_iter().map(|folder| folder.join(Pending::FOLDER)).collect())
}

/// Where the chunks of parts are, open to be read.
pub(super) struct OpenParts {
    parts: Vec<ShardPart>,
    stores: Vec<Store>,
}

impl OpenParts {
    /// An error if a chunk of the schedule is in none of them, or they are not of this plan.
    pub fn open(
        folders: &[PathBuf],
        wanted: &Pending,
        identity: &str,
        schedule: &Schedule,
    ) -> Result<OpenParts, Error> {
        let (parts, ..) = read_parts(folders)?;
        if let Some(part) = parts.iter().find(|part| !part.plan.serves(wanted)) {
            return Err(Error::Shards(ShardFault::NotItsOwn(part.folder.clone())));
        }
        let keeps_locks = parts.len() <= MOST_LOCKS;
        let store = |part: &ShardPart| Store::to_read(&part.folder.join(Pending::FOLDER), identity, keeps_locks);
        let stores = parts.iter().map(store).collect::<Result<Vec<Store>, StoreError>>()?;
        let open = OpenParts { parts, stores };
        open.refuse_missing(schedule)?;
        Ok(open)
    }

    /// The stores of the parts that have a file of a chunk: of those that it is dealt to, else of any.
    fn files(&self, chunk: u64) -> Result<Vec<&Store>, Error> {
        for is_dealt in [true, false] {
            let mut found = vec![];
            for (part, store) in self.parts.iter().zip(&self.stores) {
                if part.shard.holds(chunk) == is_dealt && store.has_file(chunk)? {
                    found.push(store);
                }
            }
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(vec![])
    }

    fn refuse_missing(&self, schedule: &Schedule) -> Result<(), Error> {
        // Of the largest number of parts, those whose chunks are missing.
        let of = self.parts.iter().map(|part| part.shard.of).max().unwrap_or(1);
        let (mut chunks, mut lacking) = (0, BTreeSet::new());
        for chunk in 0..schedule.chunks() {
            if self.files(chunk)?.is_empty() {
                chunks += 1;
                lacking.insert((chunk % u64::from(of)) as u32 + 1);
                if chunks == MOST_MISSING {
                    break;
                }
            }
        }
        if chunks == 0 {
            return Ok(());
        }
        let lacks = |index: u32| -> Option<(Shard, Option<PathBuf>)> {
            let shard = Shard::new(index, of)?;
            let begun = self.parts.iter().find(|part| part.shard == shard);
            Some((shard, begun.map(|part| part.folder.clone())))
        };
        let shards = lacking.into_iter().filter_map(lacks).collect();
        Err(Error::Shards(ShardFault::Missing { shards, chunks, total: schedule.chunks() }))
    }

    /// Copies all chunks that a store does not hold; each is looked through, and those that are there twice must be the same.
    ///
    /// # Errors
    /// If one is in none of them, of a step that follows from earlier ones as well.
    pub fn copy_into(&self, store: &Store, schedule: &Schedule) -> Result<(), Error> {
        self.refuse_missing(schedule)?;
        let held = store.holdings(schedule)?;
        for chunk in (0..schedule.chunks()).filter(|&chunk| held.is_missing(chunk)) {
            let mut first: Option<(Vec<UnitOutcome>, PathBuf)> = None;
            let mut damage = None;
            for other in self.files(chunk)? {
                match other.get(schedule, chunk)? {
                    Held::Missing => {}
                    Held::Damaged(why) => damage = Some(why),
                    Held::Whole(outcomes) => match &first {
                        None => first = Some((outcomes, other.path(chunk))),
                        Some((same, _)) if *same == outcomes => {}
                        Some((_, path)) => {
                            return Err(Error::Shards(ShardFault::Differ([path.clone(), other.path(chunk)])));
                        }
                    },
                }
            }
            match (first, damage) {
                (Some((outcomes, _)), _) => store.put(schedule, chunk, &outcomes)?,
                (None, Some(damage)) => return Err(StoreError::Damaged(damage).into()),
                (None, None) => {
                    return Err(Error::Shards(ShardFault::Missing {
                        shards: vec![],
                        chunks: 1,
                        total: schedule.chunks(),
                    }));
                }
            }
        }
        Ok(())
    }
}
