use serde::{Deserialize, Serialize};

/// What can be asked of a [`super::LiveSession`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// Which program and model this is.
    Who,
    /// Takes a scenario to the session; both arms are then the scenario as it is.
    Load {
        /// What mistakes are reported under.
        name: String,
        /// The whole file.
        text: String,
    },
    /// Lays settings over the scenario: two arms that go through the same futures.
    Arms {
        /// The seed of all chance; that of the scenario if not given.
        seed: Option<u64>,
        /// What the other one is held against.
        baseline: ArmRequest,
        /// What is tried.
        mine: ArmRequest,
    },
    /// Runs both arms until each has so many replicates, from the first on, and says what they come to.
    Run {
        /// Replicates of each arm.
        replicates: u32,
        /// Survival of which group: `all`, `site:NAME`, `kind:NAME`.
        group: String,
    },
    /// What became of each initiative, over the replicates that have been run.
    Fates,
    /// The story of one initiative.
    Why {
        /// 0 is the baseline, 1 is mine.
        arm: usize,
        /// Its site and name, as `site/name`.
        initiative: String,
        /// Futures over which is counted what would have kept it.
        over: u32,
    },
    /// The two arms as a scenario file.
    Toml {
        /// Replicates that it asks for.
        replicates: u32,
    },
    /// What is shown, as a table.
    Csv {
        /// As in `run`.
        group: String,
    },
}

/// An arm as it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArmRequest {
    /// Dotted keys as `--set` takes them, each with its value, in order.
    #[serde(default)]
    pub set: Vec<(String, serde_json::Value)>,
    /// Whether awards are scaled so that it spends as much as the baseline; only of the second arm.
    #[serde(default)]
    pub same_money: bool,
}
