use super::{Parameters, Past, Scenario};
use crate::quantity::ShockKind;

impl Scenario {
    /// The same, but from month `until` on only; before it holds what holds in `past`.
    ///
    /// # Errors
    /// What of it would have to be so from the start, in words.
    pub fn parting_from(self, past: &Scenario, until: u32) -> Result<Scenario, String> {
        if let Some(what) = fixed_at_the_start(past, &self, until) {
            return Err(what);
        }
        let past = Scenario { past: None, ..past.clone() };
        Ok(Scenario { past: Some(Box::new(Past { until, scenario: past })), ..self })
    }

    /// Sets parameters of the scenario, and of the past that it has: a model is one and the same before and after.
    pub fn set_parameters(&mut self, set: impl Fn(&mut Parameters)) {
        if let Some(past) = &mut self.past {
            set(&mut past.scenario.parameters);
        }
        set(&mut self.parameters);
    }
}

/// What differs between the two and is decided before month `until`; nothing if all that differs can change on the way: the
/// programme (but what is awarded once it has begun), the policy, shocks that strike later, and boards that begin later.
fn fixed_at_the_start(past: &Scenario, then: &Scenario, until: u32) -> Option<String> {
    let said = |what: &str| Some(what.to_owned());
    if past.time != then.time {
        return said("the months of the run");
    }
    if past.parameters != then.parameters {
        return said("parameters of the model");
    }
    if (&past.vocabulary, &past.kinds, &past.roles) != (&then.vocabulary, &then.kinds, &then.roles) {
        return said("kinds and roles");
    }
    if past.regions != then.regions {
        return said("regions");
    }
    if past.sites.len() != then.sites.len() {
        return said("which sites there are");
    }
    // What is paid for what is decided once, when the programme begins.
    let has_begun = i64::from(past.programme.start) < i64::from(until);
    let decided = |scenario: &Scenario| {
        let funding = &scenario.programme.funding;
        let awards: Vec<Option<f64>> = scenario.sites.iter().map(|site| site.award).collect();
        let badge = match &scenario.programme.badge {
            super::Badge::Fading(share) => Some(*share),
            super::Badge::Given(_) => None,
        };
        (funding.award, funding.budget, funding.cut_plans, awards, badge)
    };
    if has_begun && decided(past) != decided(then) {
        return said("awards, budgets, plans and the badge, which are decided when the programme begins,");
    }
    for (before, after) in past.sites.iter().zip(&then.sites) {
        let (kept, later) = after.boards.split_at(before.boards.len().min(after.boards.len()));
        let is_later = later.iter().all(|board| i64::from(board.start) >= i64::from(until));
        if kept != before.boards || !is_later {
            return Some(format!("boards of {} that are there before", before.name));
        }
        let like_before = super::Site { award: before.award, boards: before.boards.clone(), ..after.clone() };
        if like_before != *before {
            return Some(format!("what {} starts from", before.name));
        }
    }
    let (one, other) = (&past.programme, &then.programme);
    if one.start != other.start && i64::from(one.start.min(other.start)) < i64::from(until) {
        return said("the month in which the programme starts");
    }
    let staffed = |support: &super::Support| (support.account_managers, support.caseload);
    if one.ambiguity != other.ambiguity || staffed(&one.support) != staffed(&other.support) {
        return said("the programme's ambiguity or its account managers");
    }
    let enters = |scenario: &Scenario| scenario.shocks.iter().any(|shock| shock.kind == ShockKind::NewEntrant);
    if enters(past) != enters(then) {
        return said("whether a new provider may enter");
    }
    let early = then.shocks.iter().find(|shock| {
        !past.shocks.contains(shock) && matches!(shock.timing, super::Timing::Month(month) if month < until)
    });
    early.map(|shock| format!("a shock that strikes before ({})", shock.kind.name()))
}
