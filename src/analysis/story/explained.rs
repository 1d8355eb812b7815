use super::{Chosen, Odds, OddsOverModels, Parting};
use crate::record::{Alteration, Cast, Event, Fate, InitiativeMonth, Setting};

/// What happened to one initiative in one future.
#[derive(Clone, Debug, PartialEq)]
pub struct InitiativeStory {
    /// Where and when.
    pub setting: Setting,
    /// The arm of a comparison or the point of a sweep, in words.
    pub arm: Option<String>,
    /// The seed.
    pub seed: u64,
    /// Which initiative and future, and why.
    pub chosen: Chosen,
    /// Who is who.
    pub cast: Cast,
    /// The events that concern it, oldest first.
    pub events: Vec<Event>,
    /// Where it stood when each month of the run was over.
    pub course: Vec<InitiativeMonth>,
}

/// The same future with one thing otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedFuture {
    /// What is otherwise.
    pub alteration: Alteration,
    /// What became of the initiative then; none if it never began.
    pub fate: Option<Fate>,
    /// Where the two futures part; none if all decisions about it turn out the same.
    pub parting: Option<Parting>,
}

impl ChangedFuture {
    /// Whether it lives to the end of the run.
    #[must_use]
    pub fn lives(&self) -> bool {
        self.fate.as_ref().is_some_and(|fate| fate.end.is_none())
    }
}

/// A story with its causal replay.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedInitiative {
    /// What happened.
    pub story: InitiativeStory,
    /// The same future with one thing otherwise each.
    pub changes: Vec<ChangedFuture>,
    /// Over many futures.
    pub odds: Odds,
    /// Over plausible models, if these were asked for.
    pub over_models: Option<OddsOverModels>,
}
