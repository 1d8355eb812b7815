use super::{ArmContrast, Clock, Findings, Models, Pairwise, after_own_end};

/// What an arm is called, and what was done to its budget.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArmLabel {
    /// Its name.
    pub name: String,
    /// What it is, for a reader; may be empty.
    pub description: String,
    /// If it was to be given, or to spend, what the first arm is given, or spends.
    pub neutral: Option<Neutrality>,
}

/// What a budget makes alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equalised {
    /// The money that is paid.
    Given,
    /// The money that is spent.
    Spent,
}

/// How an arm's budget was set so that it spends, or is given, what the first arm spends, or is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Neutrality {
    /// The total given as planned, thousand pounds.
    pub budget: f64,
    /// What it is to make alike.
    pub of: Equalised,
    /// Whether it is then alike, in the replicates that it was tried out on.
    pub is_met: bool,
}

/// One arm of a comparison: what came of it, and how it differs from the first.
#[derive(Clone, Debug)]
pub struct ArmFindings {
    /// What it is.
    pub label: ArmLabel,
    /// Its own findings.
    pub findings: Findings,
    /// Held against the first arm, replicate by replicate.
    pub contrast: ArmContrast,
}

/// A whole comparison.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The arms, the baseline first; at least one.
    pub arms: Vec<ArmFindings>,
    /// Names of the headline metrics that the comparison asks about, those of [`Clock::Own`] in place of those at the end
    /// of the run.
    pub metrics: Vec<String>,
    /// The metrics asked about that others took the place of.
    pub at_run_end: Vec<String>,
    /// At what times arms are compared.
    pub clock: Clock,
    /// Every arm held against every other one.
    pub pairwise: Pairwise,
    /// Replicates that were paired.
    pub replicates: u64,
    /// Replicates left out because the run of an arm failed.
    pub unpaired: u64,
    /// How arms differ over plausible models, if these were run.
    pub models: Option<Models>,
}

/// The metric that arms are ranked by, if the comparison does not ask for another first.
const SURVIVAL: &str = "survived_horizon";

/// The metrics that a comparison shows where these were asked for, and those asked for that others take the place of.
#[must_use]
pub fn metrics_shown(asked: &[String], clock: &Clock) -> (Vec<String>, Vec<String>) {
    let Some(months) = clock.months() else { return (asked.to_vec(), vec![]) };
    let mut shown: Vec<String> = Vec::with_capacity(asked.len());
    for metric in asked.iter().map(|metric| after_own_end(metric, months)) {
        // `survived_24` may have been asked for beside `survived_horizon`.
        if !shown.contains(&metric) {
            shown.push(metric);
        }
    }
    let replaced = asked.iter().filter(|metric| after_own_end(metric, months) != **metric);
    (shown, replaced.cloned().collect())
}

impl Compared {
    /// The first arm, from which the others differ.
    #[must_use]
    pub fn baseline(&self) -> &ArmFindings {
        &self.arms[0]
    }

    /// The metric that the comparison is first about.
    #[must_use]
    pub fn first_metric(&self) -> &str {
        self.metrics.first().map_or(SURVIVAL, String::as_str)
    }

    /// The name of an arm.
    #[must_use]
    pub fn name(&self, arm: usize) -> &str {
        &self.arms[arm].label.name
    }
}

#[cfg(test)]
mod tests {
    use super::metrics_shown;
    use crate::analysis::Clock;

    #[test]
    fn metrics_of_the_runs_end_give_way_to_those_of_the_own_end() {
        let asked = ["survived_24", "survived_horizon", "alive_at_horizon", "money_spent"].map(str::to_owned);
        let (shown, replaced) = metrics_shown(&asked, &Clock::Own { months: 24, endless: vec![] });
        assert_eq!(shown, ["survived_24", "alive_24", "money_spent"]);
        assert_eq!(replaced, ["survived_horizon", "alive_at_horizon"]);
        assert_eq!(metrics_shown(&asked, &Clock::Run), (asked.to_vec(), vec![]));
        assert_eq!(metrics_shown(&asked, &Clock::Apart), (asked.to_vec(), vec![]));
    }
}
