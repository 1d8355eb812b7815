use crate::report::folder::Maker;
use serde::{Deserialize, Serialize};

/// What ran, so that anybody can make it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
    /// The scenario's name.
    pub scenario: String,
    /// What it describes; may be empty.
    pub description: String,
    /// What it starts from, such as "the built-in six-sites"; empty if it stands alone.
    pub base: String,
    /// How it differs from that.
    pub differences: Vec<Difference>,
    /// What the arms of a comparison set otherwise than the first: their names with the differences.
    pub arms: Vec<(String, Vec<Difference>)>,
    /// `run`, `compare`, `sweep` or `evidence`.
    pub command: String,
    /// The seed of all chance.
    pub seed: u64,
    /// Replicates, of each arm or point.
    pub replicates: u64,
    /// The program and the model that ran it.
    pub maker: Maker,
    /// The file of the folder that says what ran, and its SHA-256.
    pub file: (String, String),
    /// SHA-256 of all that decides what single runs are.
    pub identity: String,
    /// The command that makes it again from the folder, byte for byte.
    pub again: String,
}

/// A key that has another value than in the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The dotted key, as `--set` takes it.
    pub key: String,
    /// Its value, in TOML.
    pub value: String,
}
