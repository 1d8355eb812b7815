use super::digest::sha256;
use super::failure::Failure;
use super::manifest::Pending;
use crate::disk;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Bytes of what is said of a shard, and of its scenario, at most.
const MOST: u64 = 16 << 20;
const MOST_OF_SCENARIO: u64 = 64 << 20;

/// What is said of a part of an experiment beside its chunks: all that makes the whole of it again, but for its scenario, which
/// lies beside it. `R` is what was asked of the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShardEntry<R = ()> {
    /// Which part it is, counted from 1.
    pub index: u32,
    /// How many there are.
    pub of: u32,
    /// SHA-256 of the scenario.
    pub scenario: String,
    /// What was asked.
    pub asked: R,
}

impl ShardEntry {
    /// Its file in the folder of chunks.
    pub const NAME: &str = "shard.json";
    /// The scenario's.
    pub const SCENARIO: &str = "scenario.toml";

    /// Whether a results folder holds a part of an experiment.
    #[must_use]
    pub fn is_in(folder: &Path) -> bool {
        matches!(disk::look(&folder.join(Pending::FOLDER).join(Self::NAME)), Ok(disk::Entry::File))
    }
}

impl<R: Serialize> ShardEntry<R> {
    /// Its text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Nothing in it can fail to be written.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}

impl<R: DeserializeOwned> ShardEntry<R> {
    /// That of a results folder, with its scenario.
    ///
    /// # Errors
    /// If either cannot be read, is not what it should be, or they do not belong together.
    pub fn read(folder: &Path) -> Result<(ShardEntry<R>, String), Failure> {
        let chunks = folder.join(Pending::FOLDER);
        let path = chunks.join(ShardEntry::NAME);
        let text = disk::read(&path, MOST).map_err(Failure::at("read", &path))?;
        let entry: ShardEntry<R> =
            serde_json::from_slice(&text).map_err(|e| Failure::new("understand", &path, e.into()))?;
        let path = chunks.join(ShardEntry::SCENARIO);
        let bytes = disk::read(&path, MOST_OF_SCENARIO).map_err(Failure::at("read", &path))?;
        let wrong = |why: &str| Failure::new("understand", &path, std::io::Error::other(why.to_owned()));
        let scenario = String::from_utf8(bytes).map_err(|_| wrong("it is no text"))?;
        if sha256(&scenario) != entry.scenario {
            return Err(wrong("it is not the scenario that its shard.json names"));
        }
        Ok((entry, scenario))
    }
}
