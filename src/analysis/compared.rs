use super::{ArmContrast, Findings};

/// What an arm is called, and what was done to its budget.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArmLabel {
    /// Its name.
    pub name: String,
    /// What it is, for a reader; may be empty.
    pub description: String,
    /// If it was to spend what the first arm spends.
    pub neutral: Option<Neutrality>,
}

/// How an arm's budget was set so that it spends what the first arm spends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Neutrality {
    /// The total given as planned, thousand pounds.
    pub budget: f64,
    /// Whether the arm then spends as much, in the replicates that it was tried out on.
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
    /// Names of the headline metrics that the comparison asks about.
    pub metrics: Vec<String>,
    /// Replicates that were paired.
    pub replicates: u64,
    /// Replicates left out because the run of an arm failed.
    pub unpaired: u64,
}

/// The metric that arms are ranked by, if the comparison does not ask for another first.
const SURVIVAL: &str = "survived_horizon";

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
}
