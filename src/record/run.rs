use super::{Event, Fate, Panel, TrustSnapshot};
use serde::{Deserialize, Serialize};

/// Programme money of a whole run, thousand pounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// Bid for.
    pub asked: f64,
    /// Paid.
    pub given: f64,
    /// Spent; what is not is lost.
    pub spent: f64,
}

/// One replicate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunRecord {
    /// The seed it ran with.
    pub seed: u64,
    /// The replicate, counted from 0.
    pub replicate: u64,
    /// Monthly aggregates.
    pub panel: Panel,
    /// What became of every initiative, by site and place in its list.
    pub fates: Vec<Fate>,
    /// The event log; empty unless asked for.
    pub events: Vec<Event>,
    /// Trust networks; empty unless asked for.
    pub snapshots: Vec<TrustSnapshot>,
    /// Programme money.
    pub money: Money,
}
