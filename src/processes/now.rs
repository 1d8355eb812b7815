use crate::scenario::{Parameters, Programme, Scenario};
use crate::world::{Blueprint, Nation};

/// What every process may read: the scenario, the nation as the last month left it, and the month.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// The scenario and what follows from it.
    pub plan: &'a Blueprint,
    /// What sites share.
    pub nation: &'a Nation,
    /// The month of the run, from 0.
    pub month: u32,
}

impl<'a> Now<'a> {
    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> &'a Scenario {
        &self.plan.scenario
    }

    /// The programme.
    #[must_use]
    pub fn programme(&self) -> &'a Programme {
        &self.plan.scenario.programme
    }

    /// The numbers of the equations.
    #[must_use]
    pub fn parameters(&self) -> &'a Parameters {
        &self.plan.scenario.parameters
    }

    /// The month as a signed number.
    #[must_use]
    pub fn t(&self) -> i32 {
        self.month as i32
    }
}
