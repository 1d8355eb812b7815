use serde::{Deserialize, Serialize};

/// What one unit of an experiment came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnitOutcome {
    /// The run, as whoever simulated it wrote it down.
    Run(Vec<u8>),
    /// The run broke off: the message of its panic.
    Failed(String),
}
