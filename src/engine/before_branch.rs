use crate::scenario::Past;
use crate::world::Blueprint;

/// What holds before the month in which a scenario parts from its past.
#[derive(Clone, Debug)]
pub(super) struct BeforeBranch {
    pub until: u32,
    pub plan: Blueprint,
}

impl BeforeBranch {
    pub fn new(past: &Past) -> BeforeBranch {
        BeforeBranch { until: past.until, plan: Blueprint::new(&past.scenario) }
    }
}
