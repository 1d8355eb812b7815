use super::{InitiativeKind, Parameters, Programme, Role, Shock, Site, TimeLine, Vocabulary};
use crate::quantity::{KindId, Month, Share};

/// A checked scenario: everything that a run needs, defaults included. Months inside it count from `time.start`.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Short name, also the name of the results folder.
    pub name: String,
    /// What it is, for a reader.
    pub description: String,
    /// What it asks.
    pub question: String,
    /// The built-in scenario that it was made from; empty if it stands alone. No result depends on it.
    pub starts_from: String,
    /// What `run` does unless told otherwise.
    pub run: RunSettings,
    /// The months that are simulated.
    pub time: Calendar,
    /// The national programme.
    pub programme: Programme,
    /// The policy around it.
    pub policy: Policy,
    /// Regions, which group sites.
    pub regions: Vec<Region>,
    /// Sites, `count` expanded; never empty.
    pub sites: Vec<Site>,
    /// The words of the field.
    pub vocabulary: Vocabulary,
    /// Kinds of initiative: those of the ground of the vocabulary (the 18 of Table 5), then the scenario's own.
    pub kinds: Vec<InitiativeKind>,
    /// Roles that people have: those of the ground of the vocabulary, then the scenario's own.
    pub roles: Vec<Role>,
    /// Exogenous shocks.
    pub shocks: Vec<Shock>,
    /// Every number of the equations.
    pub parameters: Parameters,
    /// What holds before the month from which on all this does, if it is not so from the start.
    pub past: Option<Box<Past>>,
}

/// A course of things that a scenario shares with others until it parts from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// The first month in which the scenario itself holds, at least 1 and less than its months.
    pub until: u32,
    /// What holds before.
    pub scenario: Scenario,
}

/// `[run]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunSettings {
    /// Number of replicates, at least 1.
    pub replicates: u32,
    /// Seed of all randomness.
    pub seed: u64,
}

/// `[time]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The first month.
    pub start: Month,
    /// Number of months, 1 to 1200.
    pub months: u32,
}

impl Calendar {
    /// The calendar month of month `index` of the run.
    #[must_use]
    pub fn month(&self, index: i32) -> Month {
        self.start.plus(index)
    }
}

/// `[policy]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Friction from competition and procurement rules, 0..1 over time.
    pub legislation: TimeLine,
    /// A contract that is offered to general practices, if there is one.
    pub contract: Option<RollOut>,
}

/// `[policy.contract]`: a contract by which a later policy pays general practices for kinds of initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct RollOut {
    /// Month from which it can be signed.
    pub start: i32,
    /// Part of the cost of an initiative that it pays for.
    pub share: Share,
    /// Kinds of initiative that it pays for.
    pub kinds: Vec<KindId>,
}

/// `[[region]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name, unique.
    pub name: String,
    /// Posts for people who come from its sites; `None` if there is one for everybody.
    pub posts: Option<u32>,
}
